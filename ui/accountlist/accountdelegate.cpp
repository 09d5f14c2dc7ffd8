// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountlist/accountdelegate.h"

#include "accountlist/accountmodel.h"
#include "pictures.h"
#include "statustext.h"
#include "style.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace tokendesk {

namespace {

constexpr int pictureSize = 36;
constexpr int manyRows = 200; ///< more than a screen shows
constexpr int shapeSize = 9;
constexpr int barHeight = 4;
constexpr int outer = 2 * gridUnit; ///< from the list's edge to the row's ground
constexpr int inner = 10; ///< from the row's ground to what is on it

QFont nameFont(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont badgeFont(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setPointSizeF(QFontInfo(font).pointSizeF() * 11 / 13);
    return font;
}

int lineHeight(const QStyleOptionViewItem &option)
{
    return std::max(option.fontMetrics.height() + 3, pictureSize / 2);
}

/// Where the parts of a row are; mirrored for right-to-left.
struct Parts
{
    QRect ground, picture, name, status, bar;

    explicit Parts(const QStyleOptionViewItem &option)
    {
        ground = option.rect.adjusted(outer, 1, -outer, -1);
        const QRect inside = ground.adjusted(inner, inner, -inner, -inner);
        const int line = lineHeight(option);
        picture = QRect(inside.topLeft() + QPoint(0, line - pictureSize / 2), QSize(pictureSize, pictureSize));
        const int start = picture.right() + inner;
        name = QRect(start, inside.top(), inside.right() - start, line);
        status = name.translated(0, line);
        bar = QRect(inside.left(), inside.bottom() - barHeight + 1, inside.width(), barHeight);
        for (QRect *part : {&picture, &name, &status, &bar})
            *part = QStyle::visualRect(option.direction, ground, *part);
    }
};

Qt::Alignment leading(const QStyleOptionViewItem &option)
{
    return QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter;
}

int badgeWidth(const QStyleOptionViewItem &option)
{
    const QString word = AccountDelegate::tr("Practice");
    return QFontMetrics(badgeFont(option)).horizontalAdvance(word) + 4 * gridUnit;
}

int roomForName(const QStyleOptionViewItem &option, const QRect &line, const QModelIndex &index)
{
    return line.width() - (index.data(AccountModel::PracticeRole).toBool() ? badgeWidth(option) + 2 * gridUnit : 0);
}

} // namespace

AccountDelegate::AccountDelegate(const Accounts &accounts, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_accounts(accounts)
    , m_pictures(manyRows)
{
    connect(&accounts, &Accounts::accountChanged, this, [this](const QString &id) { m_pictures.remove(id); });
    connect(&accounts, &Accounts::accountRemoved, this, [this](const QString &id) { m_pictures.remove(id); });
}

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Parts parts(option);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // "@name" stays that in a right-to-left window
    paintGround(painter, option);
    paintPicture(painter, parts.picture, index);
    paintMark(painter, option, parts.picture, index);
    paintName(painter, option, parts.name, index);
    paintStatus(painter, option, parts.status, index);
    paintBar(painter, option, parts.bar, index);
    painter->restore();
}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = 2 * lineHeight(option) + 2 * inner + barHeight + 2 + gridUnit;
    return {pictureSize * 5, height};
}

bool AccountDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString name = index.data().toString();
    const int room = roomForName(option, Parts(option).name, index);
    if (QFontMetrics(nameFont(option)).horizontalAdvance(name) > room)
        QToolTip::showText(event->globalPos(), name, view, option.rect);
    else
        QToolTip::hideText();
    return true;
}

void AccountDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const Colours colours = Colours::of(option.palette);
    const QRectF ground = Parts(option).ground;
    painter->setPen(Qt::NoPen);
    if (option.state & QStyle::State_Selected) {
        // Where the palette has no tint, as under high contrast, the selection is an outline.
        if (colours.accentTint == colours.side)
            painter->setPen(QPen(colours.accent, 2));
        painter->setBrush(colours.accentTint);
        painter->drawRoundedRect(ground, 8, 8);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->setBrush(colours.field);
        painter->drawRoundedRect(ground, 8, 8);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(colours.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(ground.adjusted(1, 1, -1, -1), 7, 7);
    }
}

void AccountDelegate::paintPicture(QPainter *painter, const QRect &place, const QModelIndex &index) const
{
    const QString id = index.data(AccountModel::IdRole).toString();
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QPixmap *drawn = m_pictures.object(id);
    if (drawn && drawn->devicePixelRatio() == ratio)
        return painter->drawPixmap(place.topLeft(), *drawn);
    const QPixmap picture = avatar(m_accounts.picture(id), index.data().toString(), pictureSize, ratio);
    m_pictures.insert(id, new QPixmap(picture));
    painter->drawPixmap(place.topLeft(), picture);
}

/// On the corner of the picture: something was noticed, see the activity.
void AccountDelegate::paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QRect &picture,
                                const QModelIndex &index) const
{
    if (!index.data(AccountModel::MarkedRole).toBool())
        return;
    const Colours colours = Colours::of(option.palette);
    const QPointF corner = option.direction == Qt::RightToLeft ? picture.topLeft() : picture.topRight();
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours.side);
    painter->drawEllipse(corner, shapeSize * 0.9, shapeSize * 0.9);
    paintShape(*painter, Mood::Warning, corner, shapeSize, inkOf(Mood::Warning, colours));
}

void AccountDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &option, const QRect &line,
                                const QModelIndex &index) const
{
    const Colours colours = Colours::of(option.palette);
    const QFontMetrics metrics(nameFont(option));
    const QString name = metrics.elidedText(index.data().toString(), Qt::ElideMiddle, roomForName(option, line, index));
    painter->setFont(nameFont(option));
    painter->setPen(colours.text);
    painter->drawText(line, int(leading(option)) | Qt::TextSingleLine, name);
    if (!index.data(AccountModel::PracticeRole).toBool())
        return;

    const QFontMetrics small(badgeFont(option));
    QRect badge(line.left() + metrics.horizontalAdvance(name) + 2 * gridUnit, 0, badgeWidth(option),
                small.height() + 4);
    badge.moveTop(line.center().y() - badge.height() / 2);
    badge = QStyle::visualRect(option.direction, line, badge);
    painter->setPen(colours.line);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), badge.height() / 2.0, badge.height() / 2.0);
    painter->setFont(badgeFont(option));
    painter->setPen(colours.muted);
    painter->drawText(badge, Qt::AlignCenter, tr("Practice"));
}

void AccountDelegate::paintStatus(QPainter *painter, const QStyleOptionViewItem &option, const QRect &line,
                                  const QModelIndex &index) const
{
    const Colours colours = Colours::of(option.palette);
    const Mood mood = Mood(index.data(AccountModel::MoodRole).toInt());
    const QRect shape
        = QStyle::visualRect(option.direction, line, QRect(line.left(), line.top(), shapeSize, line.height()));
    paintShape(*painter, mood, QRectF(shape).center(), shapeSize, inkOf(mood, colours));

    const QString word = index.data(AccountModel::WordRole).toString();
    const QString detail = index.data(AccountModel::DetailRole).toString();
    //: Status word and what stands behind it, such as "Working · 57 days left"
    const QString text = detail.isEmpty() ? word : tr("%1 · %2").arg(word, detail);
    const QRect place = QStyle::visualRect(option.direction, line, line.adjusted(shapeSize + 7, 0, 0, 0));
    painter->setFont(option.font);
    painter->setPen(mood == Mood::Good ? colours.muted : inkOf(mood, colours));
    painter->drawText(place, int(leading(option)) | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(text, Qt::ElideRight, place.width()));
}

void AccountDelegate::paintBar(QPainter *painter, const QStyleOptionViewItem &option, const QRect &place,
                               const QModelIndex &index) const
{
    const double share = index.data(AccountModel::ShareLeftRole).toDouble();
    if (share < 0)
        return;
    const Colours colours = Colours::of(option.palette);
    const Mood mood = Mood(index.data(AccountModel::MoodRole).toInt());
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours.line);
    painter->drawRoundedRect(place, barHeight / 2.0, barHeight / 2.0);
    QRect left = place;
    left.setWidth(int(place.width() * share));
    painter->setBrush(inkOf(mood, colours));
    painter->drawRoundedRect(QStyle::visualRect(option.direction, place, left), barHeight / 2.0, barHeight / 2.0);
}

} // namespace tokendesk
