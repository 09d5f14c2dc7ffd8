// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/usageplot.h"

#include "base/timetext.h"
#include "style.h"
#include "usage/usagetext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace tokendesk {

namespace {

constexpr double markSize = 3.5; ///< half of it
constexpr double pointedSize = 6;
constexpr double reach = 24; ///< of the mouse, px
// Two measures so far apart have nothing known between them.
constexpr std::chrono::seconds longestGap = std::chrono::hours(1) + 2 * usageStretch;

} // namespace

UsagePlot::UsagePlot(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

/// The one that is pointed at stays, if it is still there.
void UsagePlot::show(const QList<UsageSample> &samples, const QDateTime &end, std::chrono::seconds span)
{
    const QDateTime pointedAt = m_current >= 0 ? m_samples.at(m_current).at : QDateTime();
    const bool sameSeries
        = !samples.isEmpty() && !m_samples.isEmpty() && samples.first().isOfSameSeries(m_samples.first());
    m_samples = samples;
    m_end = end;
    m_span = span;
    const auto same = std::ranges::find(m_samples, pointedAt, &UsageSample::at);
    pointAt(sameSeries && same != m_samples.end() ? same - m_samples.begin() : -1);
    update();
}

QSize UsagePlot::sizeHint() const
{
    const int line = fontMetrics().lineSpacing();
    return {24 * line, 11 * line};
}

QSize UsagePlot::minimumSizeHint() const
{
    const int line = fontMetrics().lineSpacing();
    return {8 * line, 7 * line};
}

int UsagePlot::highestPercent() const
{
    const auto highest = std::ranges::max_element(m_samples, {}, &UsageSample::highest);
    return highest == m_samples.end() ? 0 : highest->highest();
}

QString UsagePlot::inWords() const
{
    if (m_samples.isEmpty())
        return tr("Nothing was measured in this time.");
    const QString whole = tr("%n measure(s), the highest %1 %.", "", int(m_samples.size())).arg(highestPercent());
    return m_current < 0 ? whole : measureInWords(m_samples.at(m_current));
}

void UsagePlot::pointAt(qsizetype index)
{
    m_current = index;
    setAccessibleDescription(inWords());
    emit pointed(index < 0 ? QString() : inWords());
    update();
}

// -- where things are, as if left-to-right

/// Room for the percentages before it and the times below.
QRectF UsagePlot::area() const
{
    const double line = fontMetrics().lineSpacing();
    const double before = fontMetrics().horizontalAdvance(tr("%1 %").arg(100)) + 2 * gridUnit;
    return {before, line / 2 + gridUnit, width() - before - 2 * pointedSize, height() - 2 * line - 2 * gridUnit};
}

double UsagePlot::yAt(int percent) const
{
    const double top = std::max(110, highestPercent() + 5);
    const QRectF where = area();
    return where.bottom() - where.height() * percent / top;
}

/// Mirrored where the language runs from right to left: so does time.
double UsagePlot::xAt(const QDateTime &when) const
{
    const QRectF where = area();
    const double share = 1 - double(when.secsTo(m_end)) / double(std::max<qint64>(1, m_span.count()));
    const double x = where.left() + where.width() * std::clamp(share, 0.0, 1.0);
    return layoutDirection() == Qt::RightToLeft ? width() - x : x;
}

QPointF UsagePlot::placeOf(const UsageSample &sample) const
{
    return {xAt(sample.at), yAt(sample.highest())};
}

qsizetype UsagePlot::nearestTo(const QPointF &point) const
{
    const auto distance = [this, &point](const UsageSample &sample) {
        const QPointF way = placeOf(sample) - point;
        return std::hypot(way.x(), way.y());
    };
    const auto nearest = std::ranges::min_element(m_samples, {}, distance);
    return nearest == m_samples.end() || distance(*nearest) > reach ? -1 : nearest - m_samples.begin();
}

// -- painting

void UsagePlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    paintGrid(painter);
    paintTimes(painter);
    paintLine(painter);
    for (const UsageSample &sample : m_samples)
        paintMark(painter, sample, markSize);
    if (m_current >= 0)
        paintMark(painter, m_samples.at(m_current), pointedSize);
    if (hasFocus()) {
        painter.setPen(QPen(Colours::of(palette()).accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
}

/// The lines that matter are told apart by their strokes too.
void UsagePlot::paintGrid(QPainter &painter) const
{
    const Colours colours = Colours::of(palette());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRectF where = area();
    const double line = fontMetrics().lineSpacing();
    const double left = mirrored ? width() - where.right() : where.left();
    for (const int percent : {0, 50, pausePercent, 100}) {
        const bool waits = percent == pausePercent;
        const QColor ink = waits ? colours.warning : percent == 100 ? colours.trouble : colours.line;
        painter.setPen(QPen(ink, 1, waits ? Qt::DashLine : Qt::SolidLine));
        painter.drawLine(QPointF(left, yAt(percent)), QPointF(left + where.width(), yAt(percent)));
        if (waits)
            continue; // too near to 100 for a word of its own
        const QRectF place(mirrored ? width() - where.left() + gridUnit : 0, yAt(percent) - line / 2,
                           where.left() - gridUnit, line);
        painter.setPen(colours.muted);
        painter.drawText(place, int(Qt::AlignVCenter) | int(mirrored ? Qt::AlignLeft : Qt::AlignRight),
                         tr("%1 %").arg(percent));
    }
}

void UsagePlot::paintTimes(QPainter &painter) const
{
    painter.setPen(Colours::of(palette()).muted);
    const bool days = m_span > std::chrono::hours(48);
    const double line = fontMetrics().lineSpacing();
    constexpr int parts = 4;
    for (int part = 0; part <= parts; ++part) {
        const QDateTime when = m_end.addSecs(-m_span.count() * (parts - part) / parts);
        const QString words
            = days ? shortDate(when, m_end) : QLocale().toString(when.toLocalTime().time(), QLocale::ShortFormat);
        const double wide = fontMetrics().horizontalAdvance(words) + 2;
        const double x = std::clamp(xAt(when) - wide / 2, 0.0, std::max(0.0, width() - wide));
        painter.drawText(QRectF(x, area().bottom() + gridUnit, wide, line), Qt::AlignCenter, words);
    }
}

void UsagePlot::paintLine(QPainter &painter) const
{
    painter.setPen(QPen(Colours::of(palette()).accent, 1.5));
    for (qsizetype i = 1; i < m_samples.size(); ++i) {
        if (m_samples.at(i - 1).at.secsTo(m_samples.at(i).at) <= longestGap.count())
            painter.drawLine(placeOf(m_samples.at(i - 1)), placeOf(m_samples.at(i)));
    }
}

void UsagePlot::paintMark(QPainter &painter, const UsageSample &sample, double size) const
{
    const Colours colours = Colours::of(palette());
    const QPointF at = placeOf(sample);
    painter.setPen(QPen(colours.panel, 1));
    switch (moodOf(sample.highest())) {
    case UsageMood::Fine:
        painter.setBrush(colours.accent);
        return painter.drawEllipse(at, size, size);
    case UsageMood::Waits: {
        painter.setBrush(colours.warning);
        const double far = size * 1.4;
        const QPointF corners[]
            = {at - QPointF(0, far), at + QPointF(far, 0), at + QPointF(0, far), at - QPointF(far, 0)};
        return painter.drawPolygon(corners, 4);
    }
    case UsageMood::Throttled:
        painter.setBrush(colours.trouble);
        return painter.drawRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size));
    }
}

// -- pointing

void UsagePlot::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qsizetype last = m_samples.size() - 1;
    qsizetype wanted = m_current;
    if (event->key() == Qt::Key_Home)
        wanted = 0;
    else if (event->key() == Qt::Key_End)
        wanted = last;
    else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        wanted = m_current < 0 ? last : m_current + ((event->key() == Qt::Key_Right) != mirrored ? 1 : -1);
    else
        return QWidget::keyPressEvent(event);
    if (last >= 0)
        pointAt(std::clamp<qsizetype>(wanted, 0, last));
}

void UsagePlot::mouseMoveEvent(QMouseEvent *event)
{
    if (const qsizetype nearest = nearestTo(event->position()); nearest >= 0 && nearest != m_current)
        pointAt(nearest);
}

void UsagePlot::mousePressEvent(QMouseEvent *event)
{
    if (const qsizetype nearest = nearestTo(event->position()); nearest >= 0)
        pointAt(nearest);
}

bool UsagePlot::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const qsizetype nearest = nearestTo(help->pos());
        if (nearest < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), measureInWords(m_samples.at(nearest)), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace tokendesk
