// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"

#include <QBuffer>
#include <QFont>
#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>
#include <array>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int largestSide = 4096;

// White keeps 4.5 : 1 on each.
constexpr std::array<QRgb, 8> grounds{0xff7a4bd6, 0xff0e7c86, 0xffb3541e, 0xff5b6472,
                                      0xff3d7a2e, 0xffb0357a, 0xff2f6fc4, 0xff8a6100};

// Not qHash: the colour of an account is the same in every run.
QColor groundOf(const QString &name)
{
    quint32 sum = 2166136261U;
    for (const QChar c : name)
        sum = (sum ^ c.unicode()) * 16777619U;
    return grounds[sum % grounds.size()];
}

QImage decoded(const QByteArray &picture, int side)
{
    QBuffer buffer;
    buffer.setData(picture);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!size.isValid() || std::max(size.width(), size.height()) > largestSide)
        return {};
    reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatioByExpanding));
    return reader.read();
}

class KeyIconEngine final : public QIconEngine
{
public:
    void paint(QPainter *painter, const QRect &rectangle, QIcon::Mode, QIcon::State) override
    {
        const QRectF box = rectangle;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(QColor(0x4b57d6));
        painter->drawRoundedRect(box, box.width() * 0.22, box.height() * 0.22);
        painter->restore();
        paintKey(*painter, box.adjusted(0, box.height() * 0.18, 0, -box.height() * 0.18), Qt::white);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new KeyIconEngine(*this); }
};

} // namespace

QString initialsOf(const QString &name)
{
    QString initials;
    bool atStart = true;
    for (const char32_t letter : name.toUcs4()) {
        const bool counts = QChar::isLetterOrNumber(letter);
        if (counts && atStart)
            initials += QString::fromUcs4(&letter, 1);
        atStart = !counts;
        if (initials.toUcs4().size() == 2)
            break;
    }
    return initials.toUpper();
}

QPixmap avatar(const QByteArray &picture, const QString &name, int size, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    const QRectF box(0, 0, size, size);

    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    if (QImage image = picture.isEmpty() ? QImage() : decoded(picture, pixmap.width()); !image.isNull()) {
        const int side = std::min(image.width(), image.height());
        const QRect middle((image.width() - side) / 2, (image.height() - side) / 2, side, side);
        QPainterPath circle;
        circle.addEllipse(box);
        painter.setClipPath(circle);
        painter.drawImage(box, image, middle);
        return pixmap;
    }
    painter.setBrush(groundOf(name));
    painter.drawEllipse(box);
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(1, size * 36 / 100));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter, initialsOf(name));
    return pixmap;
}

QIcon programIcon()
{
    return QIcon(new KeyIconEngine);
}

void paintKey(QPainter &painter, const QRectF &rectangle, const QColor &ink)
{
    const qreal unit = rectangle.height() / 16;
    const QPointF top = QPointF(rectangle.center().x(), rectangle.top());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(top);
    painter.scale(unit, unit);
    painter.setPen(QPen(ink, 2.2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(0, 4.2), 3.1, 3.1);
    painter.drawLine(QPointF(0, 7.2), QPointF(0, 16));
    painter.drawLine(QPointF(0, 14.8), QPointF(3.6, 14.8));
    painter.drawLine(QPointF(0, 11.4), QPointF(3, 11.4));
    painter.restore();
}

} // namespace tokendesk
