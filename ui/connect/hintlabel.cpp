// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/hintlabel.h"

#include "connect/announce.h"
#include "connect/connectpage.h"
#include "style.h"

#include <QEvent>

namespace tokendesk {

HintLabel::HintLabel(const QString &hint, QWidget *parent)
    : QLabel(hint, parent)
    , m_hint(hint)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    alignToStart(this);
    setForegroundRole(QPalette::WindowText); // whatever ground it stands on
    paintInk();
}

void HintLabel::setHint(const QString &hint)
{
    if (std::exchange(m_hint, hint) != hint)
        phrase();
}

void HintLabel::setFault(const QString &fault)
{
    if (std::exchange(m_fault, fault) != fault)
        phrase();
}

void HintLabel::phrase()
{
    const QString shown = m_fault.isEmpty() ? m_hint : tr("◆ %1", "a diamond marks a warning").arg(m_fault);
    setText(shown);
    paintInk();
    if (!m_fault.isEmpty())
        announce(this, m_fault);
}

void HintLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintInk();
}

void HintLabel::paintInk()
{
    const Colours colours = Colours::of(palette());
    const QColor ink = m_fault.isEmpty() ? colours.muted : colours.warning;
    if (palette().color(QPalette::WindowText) == ink)
        return; // setting a palette comes back here
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText, ink);
    setPalette(inked);
}

} // namespace tokendesk
