// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include "style.h"
#include "support/desk.h"
#include "support/keyring.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QTabWidget>
#include <QTest>
#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

const QString publish = u"instagram_business_content_publish"_s;
const QString messages = u"instagram_business_manage_messages"_s;

} // namespace

Tour::Tour(QApplication &application, const Look &look, const QString &folder)
    : m_look(look)
    , m_album(folder)
{
    QApplication::setQuitOnLastWindowClosed(false);
    m_translation.use(look.language);
    m_workplace.emplace();
    applyTheme(application, look.theme);
}

int Tour::run()
{
    try {
        walk();
    } catch (const Lost &lost) {
        std::fprintf(stderr, "tour: %s\n", qPrintable(lost.why));
        takeFront(u"lost"_s);
        return 1;
    }
    return 0;
}

void Tour::walk()
{
    openProgram();
    openConnectPages();
    describeProvider();
    choosePermissions();
    waitForBrowser();
    answerInBrowser();
    beConnected();
    lookAtAccount();
    tryAndWatch();
    openAgain();
    connectSecond();
    askAgain();
    beNeeded();
    connectPage();
    findNoPage();
    signInElsewhere();
    goWithoutSigningIn();
    revokeInVain();
    meetError();
    openDialogs();
    manageApps();
    meetProxy();
    trustSignInPage();
    seeEveryStatus();
    seeUsage();
    lookBesideTheClock();
    bringToken();
    bringSeveralTokens();
    selectSeveral();
    askTheDoctor();
    findDamage();
    missKeychain();
}

// -- chapters

void Tour::openProgram()
{
    say(u"Start the program for the first time"_s);
    openWindow();
    m_person.see(u"emptyPage"_s);
    takeFront(u"empty"_s);
}

void Tour::openConnectPages()
{
    say(u"Connect an account: choose which one it is"_s);
    m_person.click(u"emptyConnect"_s);
    m_person.see(u"practiceCard"_s);
    takeFront(u"way"_s);

    say(u"Look at what Instagram asks for: an app of one's own"_s);
    m_person.click(u"instagramCard"_s);
    m_person.type(u"appId"_s, u"990602627938098"_s);
    m_person.type(u"appSecret"_s, u"a1b2c3d4e5f60718293a4b5c6d7e8f90"_s);
    takeFront(u"app"_s);
    m_person.click(u"setupStepsHeading"_s);
    takeFront(u"app-steps"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(publish);
    takeFront(u"instagram-permissions"_s);
    m_person.click(u"connectBack"_s);
    m_person.click(u"connectBack"_s);
}

void Tour::waitForBrowser()
{
    say(u"Go to the browser; the window waits with a clock"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"waitingHeading"_s);
    takeFront(u"waiting"_s);
    m_person.click(u"pasteFoldHeading"_s);
    m_person.see(u"pastedAddress"_s);
    takeFront(u"waiting-help"_s);
}

void Tour::answerInBrowser()
{
    const bool dark = m_look.theme == Theme::Dark;
    if (m_chromium.isThere())
        m_chromium.take(m_workplace->requestedPage(), m_album.nextFile(u"consent"_s), dark);
    say(u"Allow it on the consent page"_s);
    FakeBrowser browser;
    useBrowser(browser);
    if (m_chromium.isThere())
        m_chromium.take(browser.page(), m_album.nextFile(u"answer"_s), dark);
}

void Tour::beConnected()
{
    m_person.see(u"doneTitle"_s);
    say(m_person.read(u"doneTitle"_s));
    takeFront(u"done"_s);
    say(u"Copy the token"_s);
    m_person.click(u"copyToken"_s);
    m_person.see(u"clipboardNote"_s);
    takeFront(u"copied"_s);
    closeDialog();
}

void Tour::lookAtAccount()
{
    say(u"Look at the account"_s);
    m_person.see(u"accountPage"_s);
    tellStatus();
    takeFront(u"main"_s);
    m_person.click(u"clearClipboard"_s);
    m_person.seeGone(u"clipboardBar"_s);
}

void Tour::openAgain()
{
    say(u"Close the program and start it again: the token comes from the keychain"_s);
    m_window.reset();
    m_workplace->restart();
    openWindow();
    m_workplace->accounts().checkCustody();
    m_person.click(u"showToken"_s);
    tellStatus();
    takeFront(u"token-shown"_s);
    m_person.click(u"showToken"_s);
}

void Tour::connectSecond()
{
    say(u"Connect a second account, which declines a permission"_s);
    m_person.press(Qt::Key_N, Qt::ControlModifier);
    m_person.click(u"practiceCard"_s);
    m_person.click(messages + u"Row"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"waitingHeading"_s);
    FakeBrowser browser({.account = u"second.practice"_s, .unticks = {messages}});
    useBrowser(browser);
    m_person.see(u"doneTitle"_s);
    takeFront(u"done-declined"_s);
    closeDialog();
    tellStatus();
    takeFront(u"two-accounts"_s);
}

void Tour::beNeeded()
{
    say(u"Instagram ends the second account's token: the window says who needs you, and why"_s);
    Accounts &accounts = m_workplace->accounts();
    const auto named
        = [&accounts](const QString &name) { return std::ranges::find(accounts.all(), name, &Account::username)->id; };
    m_workplace->practice().inject({.name = u"password-changed"_s, .endpoint = u"renew"_s, .times = 1});
    Awaited<Account> renewed;
    accounts.renew(named(u"second.practice"_s), &renewed.context, renewed.callback());
    if (renewed.wait())
        throw Lost{u"the server did not refuse the token"_s};
    m_window->findChild<QAction *>(u"actionOrder1"_s)->trigger();
    takeFront(u"needs-you"_s);
    tellStatus();
    m_person.click(u"accountList"_s); // below the rows: only to have the keyboard there
    m_person.press(Qt::Key_End);
    takeFront(u"needs-you-strip"_s);
    m_person.click(u"attentionAction"_s);
    m_person.see(u"scopePicker"_s);
    takeFront(u"sign-in-again"_s);
    closeDialog();
    m_window->findChild<QAction *>(u"actionOrder0"_s)->trigger();
}

void Tour::meetError()
{
    say(u"Meet an error, and read what to do"_s);
    m_workplace->practice().inject({.name = u"wrong-secret"_s, .endpoint = u"token"_s});
    m_person.press(Qt::Key_N, Qt::ControlModifier);
    m_person.click(u"practiceCard"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"waitingHeading"_s);
    FakeBrowser browser;
    useBrowser(browser);
    m_person.click(u"errorDetailsHeading"_s);
    takeFront(u"error"_s);
    m_workplace->practice().clearFaults();
    closeDialog();
}

void Tour::openDialogs()
{
    say(u"Look at the preferences and at what the program is"_s);
    m_window->findChild<QAction *>(u"actionPreferences"_s)->trigger();
    takeFront(u"preferences"_s);
    QApplication::activeModalWidget()->findChild<QTabWidget *>(u"preferencesTabs"_s)->setCurrentIndex(1);
    takeFront(u"preferences-network"_s);
    QApplication::activeModalWidget()->findChild<QTabWidget *>(u"preferencesTabs"_s)->setCurrentIndex(2);
    takeFront(u"preferences-computer"_s);
    m_person.click(u"forgetEverything"_s);
    m_person.see(u"forgetDialog"_s);
    m_person.click(u"forgetConsent"_s);
    takeFront(u"forget"_s);
    m_person.press(Qt::Key_Escape);
    m_person.seeGone(u"forgetDialog"_s);
    QApplication::activeModalWidget()->close();
    comeToFront();
    m_window->findChild<QAction *>(u"actionAbout"_s)->trigger();
    takeFront(u"about"_s);
    m_person.press(Qt::Key_Escape);
}

void Tour::missKeychain()
{
    if (!Keyring::isPossible())
        return; // nobody else's keyring is ended
    say(u"Sign in where no keychain answers: the token stays in memory, and the window says so"_s);
    Keyring keyring;
    m_window.reset();
    m_workplace.emplace();
    openWindow();
    m_person.click(u"emptyPractice"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"goOnWithoutKeychain"_s);
    takeFront(u"keychain-missing"_s);
    m_person.click(u"goOnWithoutKeychain"_s);
    m_person.see(u"waitingHeading"_s);
    FakeBrowser browser;
    useBrowser(browser);
    m_person.see(u"doneTitle"_s);
    takeFront(u"done-not-saved"_s);
    closeDialog();
    tellStatus();
    takeFront(u"not-saved"_s);

    say(u"Start the keychain and try again"_s);
    keyring.start();
    m_person.click(u"noticeAction"_s);
    m_person.seeGone(u"notice"_s);
    tellStatus();
}

// -- tools

void Tour::closeDialog()
{
    m_person.click(u"connectClose"_s);
    m_person.seeGone(u"connectDialog"_s);
    comeToFront();
}

void Tour::openWindow()
{
    m_window = std::make_unique<MainWindow>(m_workplace->services());
    m_window->resize(m_look.window);
    m_window->show();
    comeToFront();
}

// There may be no window manager that would do it.
void Tour::comeToFront()
{
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        throw Lost{u"the window does not come to the front"_s};
}

void Tour::useBrowser(FakeBrowser &browser)
{
    if (!m_workplace->useBrowser(browser))
        throw Lost{u"the browser waits for an answer"_s};
}

void Tour::say(const QString &step)
{
    std::printf("  %s\n", qPrintable(step));
    std::fflush(stdout);
}

/// The dialog in front, or the window.
void Tour::takeFront(const QString &name)
{
    QWidget *front = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : m_window.get();
    if (front && m_album.take(front, name).isEmpty())
        throw Lost{u"the picture “%1” could not be written"_s.arg(name)};
}

void Tour::tellStatus()
{
    m_person.see(u"accountStatus"_s);
    say(u"→ %1: %2"_s.arg(m_person.read(u"accountName"_s), m_person.see(u"accountStatus"_s)->accessibleName()));
}

} // namespace tokendesk
