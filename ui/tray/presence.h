// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/warner.h"
#include "services.h"
#include "statustext.h"
#include "tray/notifier.h"
#include "tray/trayhost.h"
#include "tray/traymenu.h"

#include <QTimer>

namespace tokendesk {

/// What is to be seen of the program while its window is not: an icon with the worst state of all accounts, its menu,
/// and notifications of what needs a person.
class Presence : public QObject
{
    Q_OBJECT
public:
    Presence(Services &services, Warner &warner, TrayHost &tray, Notifier &notifier);
    ~Presence() override;

    /// Will the program go on without its window? Asks the desktop.
    bool staysBehind() const;
    /// Shows the icon where there is a place for it, or takes it away; after a change of the settings as well.
    void update();
    /// The same where the time that went by has changed anything.
    void lookAtClock();
    /// The window went and the program stays: says so the first time.
    void tellThatItStays(bool firstTime);
    /// After a start without a window: windowRequested() where there is no icon to open it from.
    void ensureReachable();

signals:
    void windowRequested();
    /// Show this account, with the button that helps it in focus.
    void accountRequested(const QString &accountId);
    void copyRequested(const QString &accountId);
    void quitRequested();

private:
    void tell(const QList<Warning> &warnings);
    static QString endingText(const Account &account, Status status);
    void tellOf(const Warning &warning);
    void tellOfMany(const QList<Warning> &warnings);
    void follow(const QString &accountId, const QByteArray &activationToken);
    QString toolTip() const;
    Mood worst() const;

    Services &m_services;
    TrayHost &m_tray;
    Notifier &m_notifier;
    TrayMenu m_menu;
    QTimer m_soon; ///< many changes at once are one
    std::pair<Mood, QString> m_shown; ///< worst state and tool tip
};

} // namespace tokendesk
