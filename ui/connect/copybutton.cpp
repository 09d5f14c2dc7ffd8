// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/copybutton.h"

#include "connect/announce.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace std::chrono_literals;

namespace tokendesk {

CopyButton::CopyButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_text(text)
{
    m_moment.setSingleShot(true);
    m_moment.setInterval(2s);
    connect(&m_moment, &QTimer::timeout, this, &CopyButton::reset);
    setAutoDefault(false); // Enter belongs to the page
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void CopyButton::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    if (!m_moment.isActive())
        m_size = sizeHint();
    m_moment.start();
    setText(tr("Copied"));
    announce(this, tr("Copied"));
}

// Wide enough for both texts, so that nothing moves.
QSize CopyButton::sizeHint() const
{
    if (m_moment.isActive())
        return m_size;
    const QSize size = QPushButton::sizeHint();
    const QFontMetrics metrics = fontMetrics();
    const int present = metrics.horizontalAdvance(text());
    const int widest = qMax(metrics.horizontalAdvance(m_text), metrics.horizontalAdvance(tr("Copied")));
    return size.grownBy({0, 0, widest - present, 0});
}

void CopyButton::reset()
{
    setText(m_text);
}

} // namespace tokendesk
