// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "album.h"
#include "chromium.h"
#include "look.h"
#include "mainwindow.h"
#include "support/person.h"
#include "support/workplace.h"
#include "translation.h"

#include <memory>
#include <optional>

class QApplication;

namespace tokendesk {

/// A walk through the whole program, as a newcomer takes it: each step is said, what is worth a look is photographed.
class Tour
{
public:
    Tour(QApplication &application, const Look &look, const QString &folder);

    /// 0, or 1 where a step could not be taken.
    int run();

private:
    void walk();
    void openProgram();
    void openConnectPages();
    void describeProvider();
    void choosePermissions();
    void waitForBrowser();
    void answerInBrowser();
    void beConnected();
    void lookAtAccount();
    void tryAndWatch();
    void tryIt();
    void beWatchful();
    void openAgain();
    void connectSecond();
    void askAgain();
    void connectPage();
    void findNoPage();
    void signInElsewhere();
    void goWithoutSigningIn();
    void makeServerTokens();
    void useBroker();
    void revokeInVain();
    void beNeeded();
    void meetError();
    void openDialogs();
    void manageApps();
    void meetProxy();
    void trustSignInPage();
    void seeEveryStatus();
    void renewWithFault(const QString &username, const QString &fault);
    void seeUsage();
    void lookBesideTheClock();
    void missKeychain();
    void bringToken();
    void bringSeveralTokens();
    void selectSeveral();
    void askTheDoctor();
    void findDamage();
    void pasteToken(const QString &text);

    void openWindow();
    void comeToFront();
    void closeDialog();
    void useBrowser(FakeBrowser &browser);
    void takeFront(const QString &name);
    void tellStatus();
    static void say(const QString &step);

    Look m_look;
    Album m_album;
    Person m_person;
    Chromium m_chromium;
    Translation m_translation;
    std::optional<Workplace> m_workplace;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace tokendesk
