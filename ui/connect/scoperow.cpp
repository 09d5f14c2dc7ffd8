// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/scoperow.h"

#include "connect/connectpage.h"
#include "style.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString badgeOf(const Scope &scope, const Provider &provider)
{
    if (scope.required)
        return ScopeRow::tr("always on");
    // Nobody reviews an app of Practice.
    return scope.needsReview && !provider.practice ? ScopeRow::tr("needs App Review") : QString();
}

QLabel *mutedLabel(const QString &text, QWidget *parent)
{
    QLabel *label = wrapping(text, parent);
    makeMuted(label);
    return label;
}

} // namespace

QLabel *technicalLabel(const QString &id, QWidget *parent)
{
    QLabel *label = mutedLabel(id, parent);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(parent->font().pointSizeF() * 0.9);
    label->setFont(fixed);
    return label;
}

ScopeRow::ScopeRow(const Scope &scope, const Provider &provider, QWidget *parent)
    : QWidget(parent)
    , m_sentence(scope.sentence)
    , m_badgeText(badgeOf(scope, provider))
    , m_required(scope.required)
    , m_box(new QCheckBox(this))
    , m_title(wrapping(scope.title, this))
    , m_reason(mutedLabel({}, this))
    , m_badge(new QLabel(m_badgeText, this))
{
    setObjectName(scope.id + "Row"_L1);
    name(m_box, scope.id, scope.title);
    m_box->installEventFilter(this);
    // Not its clicked(): a screen reader toggles without clicking.
    connect(m_box, &QCheckBox::toggled, this, [this](bool ticked) {
        if (ticked != m_ticked)
            emit clicked();
    });
    makeHeading(m_title);
    makeBadge(m_badge);
    m_badge->setObjectName(scope.id + "Badge"_L1);
    m_reason->setObjectName(scope.id + "Reason"_L1);
    if (scope.needsReview && !provider.practice)
        m_badge->setToolTip(tr("Meta reviews the app before accounts of other people can give it this permission."));
    // A badge appears with its tick; the place is kept, so that nothing moves.
    QSizePolicy kept = m_badge->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_badge->setSizePolicy(kept);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(3 * gridUnit, 2 * gridUnit, 3 * gridUnit, 2 * gridUnit);
    grid->setHorizontalSpacing(2 * gridUnit);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_box, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_badge, 0, 2, Qt::AlignTop | Qt::AlignTrailing);
    grid->addWidget(mutedLabel(scope.sentence, this), 1, 1, 1, 2);
    grid->addWidget(technicalLabel(scope.id, this), 2, 1, 1, 2);
    grid->addWidget(m_reason, 3, 1, 1, 2);
    setTicked(false, {});
}

QWidget *ScopeRow::field() const
{
    return m_box;
}

void ScopeRow::setTicked(bool ticked, const QString &neededBy)
{
    m_ticked = ticked;
    m_box->setChecked(ticked);
    m_badge->setVisible(!m_badgeText.isEmpty() && (ticked || m_required));
    m_reason->setText(neededBy.isEmpty() ? QString() : tr("Ticked because it is needed by %1.").arg(neededBy));
    m_reason->setVisible(!neededBy.isEmpty());
    QStringList description{m_sentence, objectName().chopped(3)};
    if (!m_badgeText.isEmpty())
        description << m_badgeText << m_badge->toolTip();
    if (!neededBy.isEmpty())
        description.append(m_reason->text());
    description.removeAll(QString());
    m_box->setAccessibleDescription(description.join(u'\n'));
    update();
}

void ScopeRow::paintEvent(QPaintEvent *)
{
    const Colours colours = Colours::of(palette());
    QPainter painter(this);
    if (m_box->isChecked() && !m_required)
        painter.fillRect(rect(), colours.accentTint);
    painter.setPen(colours.line);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    if (!m_box->hasFocus())
        return;
    painter.setPen(QPen(colours.accent, 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void ScopeRow::mousePressEvent(QMouseEvent *event)
{
    event->setAccepted(event->button() == Qt::LeftButton);
}

void ScopeRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint()))
        return;
    m_box->setFocus(Qt::MouseFocusReason);
    emit clicked();
}

bool ScopeRow::eventFilter(QObject *watched, QEvent *event)
{
    // The outline of the row follows its checkbox.
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

} // namespace tokendesk
