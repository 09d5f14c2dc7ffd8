// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/autostart.h"
#include "desktop/schedule.h"

#include <QWidget>

class QCheckBox;

namespace tokendesk {

class MoodLabel;

/// What the system does for the tokens: starts the program at login, and renews while it is closed. A tick does it at
/// once and stays only where it was done; half ticked is what one more click mends.
class KeepingSection : public QWidget
{
    Q_OBJECT
public:
    KeepingSection(const Desktop &desktop, QWidget *parent);

private:
    QWidget *cronRow();
    void showAutostart();
    void switchAutostart(Qt::CheckState chosen);
    void askSchedule();
    void showSchedule(const Result<Installed> &state);
    void switchSchedule(Qt::CheckState chosen);
    void scheduleChanged(const Result<void> &result);
    void tellScheduleTrouble(const Error &error);
    void copyCronLine();

    Autostart m_autostart;
    Schedule m_schedule;
    QCheckBox *m_login;
    MoodLabel *m_loginNotice;
    QCheckBox *m_renewal;
    MoodLabel *m_renewalNotice;
    QWidget *m_cron;
};

} // namespace tokendesk
