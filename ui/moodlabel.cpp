// SPDX-License-Identifier: GPL-3.0-or-later
#include "moodlabel.h"

#include "style.h"

#include <QEvent>

namespace tokendesk {

void MoodLabel::setMood(std::optional<Mood> mood)
{
    m_mood = mood;
    setForegroundRole(QPalette::WindowText); // the page's ground would make it Text
    applyInk();
}

void MoodLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyInk();
}

void MoodLabel::applyInk()
{
    const Colours colours = Colours::of(palette());
    const QColor ink = m_mood ? inkOf(*m_mood, colours) : colours.text;
    if (palette().color(QPalette::WindowText) == ink)
        return;
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText, ink);
    setPalette(inked);
}

} // namespace tokendesk
