// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statustext.h"

#include <QFrame>

class QPushButton;

namespace tokendesk {

class MoodLabel;

/// What stands in the way, what to do about it, and the one button that does it.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    /// `objectName` begins the names of what is in it: objectName + "Text", "Action", "Other".
    explicit NoticeBar(QWidget *parent, const QString &objectName = QStringLiteral("notice"));

    struct Notice
    {
        Mood mood = Mood::Warning;
        QString text;
        QString action; ///< the button's; empty for none
        QString other{}; ///< that of a second, quiet one; likewise
        friend bool operator==(const Notice &, const Notice &) = default;
    };
    /// Hidden while there is no text.
    void setNotice(const Notice &notice);
    /// While the action runs its button waits.
    void setBusy(const QString &text);

signals:
    void actionChosen();
    void otherChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mood m_mood = Mood::Warning;
    MoodLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_other;
};

} // namespace tokendesk
