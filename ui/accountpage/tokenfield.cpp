// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage/tokenfield.h"

#include "style.h"

#include <QFontDatabase>
#include <QPainter>

namespace tokendesk {

namespace {

constexpr int padding = 3 * gridUnit;

QFont tokenFont()
{
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

/// Characters in one line.
qsizetype perLine(int width)
{
    return std::max(1, int((width - 2 * padding) / QFontMetricsF(tokenFont()).horizontalAdvance(u'0')));
}

} // namespace

TokenField::TokenField(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    tell();
}

void TokenField::reveal(Secret token)
{
    m_token = std::move(token);
    tell();
}

void TokenField::mask()
{
    if (!isShowing())
        return;
    m_token = Secret();
    tell();
}

QSize TokenField::sizeHint() const
{
    return {40 * gridUnit, controlHeight};
}

QSize TokenField::minimumSizeHint() const
{
    return {20 * gridUnit, controlHeight};
}

// Only characters of one width are counted, so that no text layout keeps a copy of the token.
int TokenField::heightForWidth(int width) const
{
    if (!isShowing())
        return controlHeight;
    const qsizetype lines = (m_token.size() + perLine(width) - 1) / perLine(width);
    return std::max(controlHeight, int(lines) * QFontMetrics(tokenFont()).lineSpacing() + 4 * gridUnit);
}

void TokenField::paintEvent(QPaintEvent *)
{
    const Colours colours = Colours::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.line);
    painter.setBrush(colours.field);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(colours.text);
    if (isShowing())
        paintToken(painter);
    else
        paintDots(painter);
}

void TokenField::paintDots(QPainter &painter) const
{
    constexpr int step = 8;
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    const int dots = std::min(36, (width() - 2 * padding) / step);
    for (int i = 0; i < dots; ++i) {
        const int x = padding + step / 2 + i * step;
        const int mirrored = layoutDirection() == Qt::RightToLeft ? width() - x : x;
        painter.drawEllipse(QPointF(mirrored, height() / 2.0), 1.8, 1.8);
    }
}

// Line by line, always left-to-right: a token is no prose.
void TokenField::paintToken(QPainter &painter) const
{
    const QFontMetrics metrics(tokenFont());
    const qsizetype length = perLine(width());
    painter.setFont(tokenFont());
    painter.setLayoutDirection(Qt::LeftToRight);
    const QByteArrayView token = m_token.view();
    const int lines = int((token.size() + length - 1) / length);
    int baseline = (height() - lines * metrics.lineSpacing()) / 2 + metrics.ascent();
    for (qsizetype at = 0; at < token.size(); at += length, baseline += metrics.lineSpacing()) {
        QString line = QString::fromLatin1(token.sliced(at, std::min(length, token.size() - at)));
        painter.drawText(padding, baseline, line);
        line.fill(u'\0');
    }
}

void TokenField::tell()
{
    setAccessibleDescription(isShowing() ? tr("Shown on the screen. Copy token hands it over.") : tr("Hidden"));
    updateGeometry();
    update();
}

} // namespace tokendesk
