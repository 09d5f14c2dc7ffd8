// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage/lifetimebar.h"

#include "base/timetext.h"
#include "style.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <algorithm>

namespace tokendesk {

namespace {

constexpr int barHeight = 12;
constexpr int markOverhang = 4; ///< of a mark above and below the bar
constexpr int labelGap = 3 * gridUnit; ///< at least between two labels

QFont emphasised(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QColor mixed(const QColor &one, const QColor &other)
{
    return {(one.red() + other.red()) / 2, (one.green() + other.green()) / 2, (one.blue() + other.blue()) / 2};
}

} // namespace

LifetimeBar::LifetimeBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LifetimeBar::setLife(const Life &life)
{
    if (life == m_life)
        return;
    m_life = life;
    setAccessibleDescription(inWords());
    update();
}

QSize LifetimeBar::sizeHint() const
{
    const int line = fontMetrics().lineSpacing();
    return {100, line + markOverhang + barHeight + markOverhang + gridUnit + 2 * (line + 2)};
}

QSize LifetimeBar::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void LifetimeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // each text in its own direction
    paintBar(painter);
    if (m_life.end.isValid())
        paintMarks(painter);
    paintLabels(painter);
}

void LifetimeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

QString LifetimeBar::inWords() const
{
    const QString issued = m_life.renewed ? tr("Renewed %1.").arg(dateAndTime(m_life.issued))
                                          : tr("Issued %1.").arg(dateAndTime(m_life.issued));
    const QString renewal = m_life.renewal.isValid()
        ? tr("Renews by itself on %1.").arg(shortDate(m_life.renewal, m_life.now))
        : QString();
    const QString end = isOverEarly() ? tr("It works no more; it would have ended %1.").arg(dateAndTime(m_life.end))
        : m_life.end.isValid() ? tr("Ends %1, %2.").arg(relativeTime(m_life.end, m_life.now), dateAndTime(m_life.end))
                               : endInWords();
    return QStringList{issued, renewal, end}.join(u' ').simplified();
}

QString LifetimeBar::endInWords() const
{
    return m_life.endless ? tr("No expiry date") : tr("Expiry unknown");
}

bool LifetimeBar::isOverEarly() const
{
    return !m_life.usable && m_life.end > m_life.now;
}

LifetimeBar::Label LifetimeBar::endLabel() const
{
    const QColor ink = Colours::of(palette()).text;
    const QFont upper = emphasised(font());
    if (!m_life.end.isValid())
        return {endInWords(), QString(), upper, ink};
    if (isOverEarly())
        return {tr("Works no more"), tr("would have ended %1").arg(shortDate(m_life.end, m_life.now)), upper, ink};
    return {relativeTime(m_life.end, m_life.now), dateAndTime(m_life.end), upper, ink};
}

/// A date, or a time of day where the whole life is shorter than two of them.
QString LifetimeBar::instant(const QDateTime &when) const
{
    const bool isShort = m_life.end.isValid() && m_life.issued.daysTo(m_life.end) < 2;
    return isShort ? recentTime(when, m_life.now) : shortDate(when, m_life.now);
}

double LifetimeBar::shareAt(const QDateTime &when) const
{
    const double whole = double(m_life.issued.secsTo(m_life.end));
    return whole > 0 ? std::clamp(double(m_life.issued.secsTo(when)) / whole, 0.0, 1.0) : 1;
}

QRect LifetimeBar::bar() const
{
    return {0, fontMetrics().lineSpacing() + markOverhang, width(), barHeight};
}

// As if left-to-right; what is painted is mirrored at the end.
int LifetimeBar::xAt(const QDateTime &when) const
{
    return int(shareAt(when) * (width() - 1));
}

void LifetimeBar::paintBar(QPainter &painter) const
{
    const Colours colours = Colours::of(palette());
    const QRect whole = bar();
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_life.usable ? colours.good : colours.line);
    painter.drawRoundedRect(whole, barHeight / 2.0, barHeight / 2.0);
    if (!m_life.end.isValid() || !m_life.usable)
        return;
    QRect past = whole;
    past.setWidth(xAt(m_life.now));
    painter.save();
    painter.setClipRect(QStyle::visualRect(layoutDirection(), whole, past));
    painter.setBrush(mixed(colours.line, colours.muted));
    painter.drawRoundedRect(whole, barHeight / 2.0, barHeight / 2.0);
    painter.restore();
}

void LifetimeBar::paintMarks(QPainter &painter) const
{
    const Colours colours = Colours::of(palette());
    const auto mark = [&](const QDateTime &when, const QColor &ink) {
        const QRect line(xAt(when) - 1, bar().top() - markOverhang, 2, barHeight + 2 * markOverhang);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), line), ink);
    };
    if (m_life.renewal.isValid())
        mark(m_life.renewal, colours.accent);
    if (m_life.usable)
        mark(m_life.now, colours.text);
}

// The end is told always, the start where there is room beside it, the renewal where there is room between them.
void LifetimeBar::paintLabels(QPainter &painter) const
{
    const Colours colours = Colours::of(palette());
    const bool ends = m_life.end.isValid();
    const Label end = endLabel();
    const Label start{instant(m_life.issued), m_life.renewed ? tr("renewed") : tr("issued"), font(), colours.muted};
    const int endStart = width() - widthOf(end) - labelGap;
    paintLabel(painter, end, width(), Qt::AlignRight);

    const bool roomForStart = widthOf(start) <= endStart;
    if (roomForStart)
        paintLabel(painter, start, 0, Qt::AlignLeft);
    if (ends && m_life.renewal.isValid()) {
        const Label renewal{instant(m_life.renewal), tr("renews by itself"), font(), colours.accent};
        const int x = std::max(xAt(m_life.renewal), roomForStart ? widthOf(start) + labelGap : 0);
        if (x + widthOf(renewal) <= endStart)
            paintLabel(painter, renewal, x, Qt::AlignLeft);
    }
    if (ends && m_life.usable)
        paintToday(painter);
}

int LifetimeBar::widthOf(const Label &label) const
{
    const int upper = QFontMetrics(label.upperFont).horizontalAdvance(label.upper);
    return std::max(upper, fontMetrics().horizontalAdvance(label.lower)) + 2;
}

// Two lines below the bar that start or end at x, as if left-to-right.
void LifetimeBar::paintLabel(QPainter &painter, const Label &label, int x, Qt::Alignment side) const
{
    const int line = fontMetrics().lineSpacing() + 2;
    const int wide = std::min(widthOf(label), width());
    const QRect upper(side == Qt::AlignRight ? x - wide : x, bar().bottom() + markOverhang + gridUnit, wide, line);
    const auto flags = int(QStyle::visualAlignment(layoutDirection(), side) | Qt::AlignVCenter) | Qt::TextSingleLine;
    painter.setPen(label.ink);
    painter.setFont(label.upperFont);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), upper), flags, label.upper);
    painter.setFont(font());
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), upper.translated(0, line)), flags, label.lower);
}

// Above the bar, centred on its mark as far as the edges let it.
void LifetimeBar::paintToday(QPainter &painter) const
{
    const QFont strong = emphasised(font());
    const QString word = m_life.issued.daysTo(m_life.end) < 2 ? tr("now") : tr("today");
    const int wide = QFontMetrics(strong).horizontalAdvance(word) + 2;
    const int left = std::clamp(xAt(m_life.now) - wide / 2, 0, std::max(0, width() - wide));
    const QRect place(left, 0, wide, fontMetrics().lineSpacing());
    painter.setPen(Colours::of(palette()).text);
    painter.setFont(strong);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place), Qt::AlignCenter, word);
}

} // namespace tokendesk
