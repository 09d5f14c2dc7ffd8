// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statustext.h"

#include <QLabel>
#include <optional>

namespace tokendesk {

/// A label in the ink of a mood, or in the ordinary one; follows the theme.
class MoodLabel : public QLabel
{
    Q_OBJECT
public:
    using QLabel::QLabel;

    void setMood(std::optional<Mood> mood);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyInk();

    std::optional<Mood> m_mood;
};

} // namespace tokendesk
