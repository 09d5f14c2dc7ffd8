// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/warner.h"
#include "closing.h"
#include "mainwindow.h"
#include "support/recordingtray.h"
#include "support/windowfixture.h"
#include "translation.h"
#include "tray/presence.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void passwordChanged(Account &account)
{
    account.refused = true;
    account.refusedFor = ErrorHint::PasswordChanged;
}

void runOut(Account &account)
{
    account.expiresAt = account.issuedAt.addDays(1);
}

/// Nobody knows how to renew it.
void endsInFiveDays(Account &account)
{
    account.providerId = u"gone"_s;
    account.expiresAt = account.issuedAt.addDays(8);
}

QImage pictureOf(const QIcon &icon)
{
    return icon.pixmap(QSize(32, 32), 1).toImage();
}

} // namespace

/// The program without its window: icon, menu and notifications, and what closing the window means.
class TestPresence : public QObject
{
    Q_OBJECT

    Translation m_translation;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<RecordingTray> m_tray;
    std::unique_ptr<RecordingNotifier> m_notifier;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Warner> m_warner;
    std::unique_ptr<Presence> m_presence;

    /// As main does it.
    void start()
    {
        Services &services = m_fixture->start();
        m_window = std::make_unique<MainWindow>(services);
        m_warner = std::make_unique<Warner>(m_fixture->desk.database(), services.accounts, services.clock);
        m_presence = std::make_unique<Presence>(services, *m_warner, *m_tray, *m_notifier);
        connect(m_presence.get(), &Presence::windowRequested, m_window.get(), &MainWindow::bringForward);
        connect(m_presence.get(), &Presence::accountRequested, m_window.get(), &MainWindow::showNeedy);
        connect(m_presence.get(), &Presence::copyRequested, m_window.get(), &MainWindow::copyTokenOf);
        m_window->closing().setStaysBehind([this] { return m_presence->staysBehind(); });
        connect(&m_window->closing(), &Closing::hidden, m_presence.get(), &Presence::tellThatItStays);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_presence->update();
    }

    QAction *entryOf(const QString &accountId, const QString &name) const
    {
        const auto *menu = m_tray->menu->findChild<QMenu *>("trayAccount "_L1 + accountId);
        return menu ? menu->findChild<QAction *>(name) : nullptr;
    }

    bool wasCopied() const
    {
        const QList<Event> events = m_fixture->desk.accounts().events(1);
        return !events.isEmpty() && events.first().kind == Event::Kind::Copied;
    }

    QStringList menuTexts() const
    {
        QStringList texts;
        for (const QAction *action : m_tray->menu->actions())
            texts.append(action->text());
        return texts;
    }

private slots:
    void initTestCase() { m_translation.use(u"en"_s); }

    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_tray = std::make_unique<RecordingTray>();
        m_notifier = std::make_unique<RecordingNotifier>();
    }

    void cleanup()
    {
        m_presence.reset();
        m_warner.reset();
        m_window.reset();
        QApplication::setQuitOnLastWindowClosed(true);
    }

    // -- the icon

    void theIconShowsTheWorstState()
    {
        m_fixture->add(u"fine"_s);
        start();
        QVERIFY(m_tray->visible);
        const QImage fine = pictureOf(m_tray->icon);
        QVERIFY(m_tray->toolTip.contains("1 account is kept alive"_L1));

        m_fixture->add(u"changed"_s, passwordChanged);
        cleanup();
        start();
        const QImage warning = pictureOf(m_tray->icon);
        QVERIFY(warning != fine);
        QVERIFY(m_tray->toolTip.contains("1 account needs you"_L1));

        m_fixture->add(u"ended"_s, runOut);
        cleanup();
        start();
        QVERIFY(pictureOf(m_tray->icon) != warning);
        QVERIFY(m_tray->toolTip.contains("2 accounts need you"_L1));
    }

    void theIconFollowsChangesAndTheClock()
    {
        m_fixture->add(u"fine"_s);
        start();
        const QImage fine = pictureOf(m_tray->icon);
        m_fixture->clock.advance(61 * 24h);
        m_presence->lookAtClock();
        QVERIFY(pictureOf(m_tray->icon) != fine);
        QVERIFY(m_fixture->desk.accounts().rename(u"fine"_s, u"Shop & Sons"_s));
        QTRY_VERIFY(menuTexts().first().startsWith("Shop && Sons"_L1));
    }

    // -- its menu

    void whoNeedsAPersonStandsFirst()
    {
        m_fixture->add(u"anna"_s);
        m_fixture->add(u"zoe"_s, passwordChanged);
        start();
        const QStringList texts = menuTexts();
        QVERIFY2(texts.at(0).startsWith("@zoe: Needs you"_L1), qPrintable(texts.at(0)));
        QVERIFY2(texts.at(1).startsWith("@anna: Working"_L1), qPrintable(texts.at(1)));
        QVERIFY(!entryOf(u"zoe"_s, u"trayCopy"_s)); // nobody wants a dead token
        QCOMPARE(entryOf(u"zoe"_s, u"trayShow"_s)->text(), u"Sign in again…"_s);
    }

    void copiesATokenWithoutTheWindow()
    {
        m_fixture->add(u"anna"_s);
        start();
        m_window->hide();
        entryOf(u"anna"_s, u"trayCopy"_s)->trigger();
        QTRY_VERIFY(wasCopied());
        QVERIFY(!m_window->isVisible());
    }

    void whatCannotBeCopiedIsShownInTheWindow()
    {
        m_fixture->add(u"anna"_s);
        start();
        m_window->hide();
        m_fixture->keychain.setMood(MemoryKeychain::Mood::Locked);
        entryOf(u"anna"_s, u"trayCopy"_s)->trigger();
        QTRY_VERIFY(m_window->isVisible());
    }

    void manyAccountsAreInTheWindow()
    {
        for (int i = 0; i < 30; ++i)
            m_fixture->add(u"user%1"_s.arg(i, 2, 10, QChar(u'0')));
        start();
        QCOMPARE(m_tray->menu->findChildren<QMenu *>(Qt::FindDirectChildrenOnly).size(), 12);
        QCOMPARE(m_tray->entry(u"trayMore"_s)->text(), u"18 more in the window…"_s);
        m_window->hide();
        m_tray->entry(u"trayMore"_s)->trigger();
        QVERIFY(m_window->isVisible());
    }

    void namesStayAsTheyAreFromRightToLeft()
    {
        m_fixture->add(u"fine"_s);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        start();
        const QString entry = menuTexts().constFirst();
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QVERIFY2(entry.startsWith(u"\u2068@fine\u2069: Working"_s), qPrintable(entry)); // not "fine@"
    }

    void aClickOpensTheWindow()
    {
        start();
        m_window->hide();
        m_tray->click();
        QVERIFY(m_window->isVisible());
        QSignalSpy quit(m_presence.get(), &Presence::quitRequested);
        m_tray->entry(u"trayQuit"_s)->trigger();
        QCOMPARE(quit.size(), 1);
    }

    // -- notifications

    void aWarningNamesTheAccountAndLeadsToIt()
    {
        m_fixture->add(u"anna"_s);
        m_fixture->add(u"zoe"_s, passwordChanged);
        start();
        m_warner->look();
        QCOMPARE(m_notifier->sent.size(), 1);
        const Notification &sent = m_notifier->sent.first();
        QCOMPARE(sent.accountId, u"zoe"_s);
        QCOMPARE(sent.title, u"@zoe: Needs you, password changed"_s);
        QVERIFY(sent.text.contains("password was changed"_L1));
        m_window->hide();
        m_notifier->click(sent.accountId);
        QVERIFY(m_window->isVisible());
        m_window->activateWindow();
        const auto *remedy = m_window->findChild<QPushButton *>(u"noticeAction"_s);
        QTRY_COMPARE(m_window->focusWidget(), remedy);
        QCOMPARE(remedy->text(), u"Sign in again"_s);
        m_warner->look();
        QCOMPARE(m_notifier->sent.size(), 1);
    }

    void anEndIsToldWithItsTime()
    {
        m_fixture->add(u"anna"_s, endsInFiveDays);
        start();
        m_warner->look();
        QCOMPARE(m_notifier->sent.size(), 1);
        QCOMPARE(m_notifier->sent.first().title, u"The token of @anna ends in 5 days"_s);
        QVERIFY(m_notifier->sent.first().text.contains("Sign in again"_L1));
        m_fixture->clock.advance(4 * 24h + 1h); // asleep meanwhile
        m_warner->look();
        QCOMPARE(m_notifier->sent.size(), 2);
        QVERIFY(m_notifier->sent.last().title.contains("hours"_L1));
    }

    void manyAtOnceAreOne()
    {
        for (int i = 0; i < 40; ++i)
            m_fixture->add(u"user%1"_s.arg(i), passwordChanged);
        start();
        m_warner->look();
        QCOMPARE(m_notifier->sent.size(), 1);
        QCOMPARE(m_notifier->sent.first().title, u"40 accounts need you."_s);
    }

    void aNotificationOfAnAccountThatIsGoneLeadsToTheWindow()
    {
        start();
        m_window->hide();
        m_notifier->click(u"gone"_s);
        QVERIFY(m_window->isVisible());
    }

    void nothingOfItHoldsASecret()
    {
        m_fixture->add(u"anna"_s);
        m_fixture->add(u"zoe"_s, passwordChanged);
        start();
        entryOf(u"anna"_s, u"trayCopy"_s)->trigger();
        QTRY_VERIFY(wasCopied());
        m_warner->look();
        QStringList all = menuTexts() + QStringList(m_tray->toolTip);
        for (const Notification &sent : m_notifier->sent)
            all += {sent.title, sent.text, sent.action};
        QVERIFY(!all.join(u' ').contains("canary"_L1));
    }

    // -- closing

    void theWindowGoesAndTheProgramStays()
    {
        m_fixture->add(u"anna"_s);
        start();
        QVERIFY(!m_window->close());
        QVERIFY(!m_window->isVisible());
        QVERIFY(!QApplication::quitOnLastWindowClosed());
        QCOMPARE(m_notifier->sent.size(), 1);
        QVERIFY(m_notifier->sent.first().title.contains("goes on working"_L1));
        m_window->show();
        QVERIFY(!m_window->close());
        QCOMPARE(m_notifier->sent.size(), 1); // told once
    }

    void quittingEndsItAllTheSame()
    {
        m_fixture->add(u"anna"_s);
        start();
        QEvent quit(QEvent::Quit);
        QCoreApplication::sendEvent(qApp, &quit);
        QVERIFY(quit.isAccepted());
        QVERIFY(!m_window->isVisible());
        QVERIFY(m_notifier->sent.isEmpty());
    }

    void whoDoesNotWantItClosesTheProgram()
    {
        m_fixture->settings.setStaysInTray(false);
        m_fixture->settings.setKnowsClosing();
        m_fixture->add(u"anna"_s);
        start();
        QVERIFY(!m_tray->visible);
        QVERIFY(QApplication::quitOnLastWindowClosed());
        QVERIFY(m_window->close());
    }

    void withoutATrayClosingIsExplainedOnce()
    {
        m_tray->available = false;
        m_fixture->add(u"anna"_s);
        start();
        QVERIFY(!m_window->close());
        auto *box = m_window->findChild<QMessageBox *>(u"closingExplained"_s);
        QVERIFY(box && box->isVisible());
        QVERIFY(m_window->isVisible());
        QTest::mouseClick(box->findChild<QPushButton *>(u"closingQuit"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_window->isVisible());
        m_window->show();
        QVERIFY(m_window->close());
    }

    void theScheduleIsOfferedInstead()
    {
        m_tray->available = false;
        m_fixture->add(u"anna"_s);
        start();
        QVERIFY(!m_window->close());
        auto *box = m_window->findChild<QMessageBox *>(u"closingExplained"_s);
        QTest::mouseClick(box->findChild<QPushButton *>(u"closingSchedule"_s), Qt::LeftButton);
        QTRY_VERIFY(m_window->findChild<QWidget *>(u"preferences"_s));
        QVERIFY(m_window->isVisible());
    }

    void anEmptyWindowClosesWithoutAWord()
    {
        m_tray->available = false;
        start();
        QVERIFY(m_window->close());
    }

    void aTrayThatIsGoneByThenIsNoticed()
    {
        m_fixture->add(u"anna"_s);
        start();
        m_tray->available = false;
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QVERIFY(m_window->findChild<QMessageBox *>(u"closingExplained"_s));
    }
};

QTEST_MAIN(TestPresence)
#include "tst_presence.moc"
