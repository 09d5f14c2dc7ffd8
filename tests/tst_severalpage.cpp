// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicetokens.h"
#include "style.h"
#include "translation.h"

#include "support/databaseplace.h"
#include "support/severalstage.h"

#include <QAccessible>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// The right-hand side of the window while several accounts are selected.
class TestSeveralPage : public QObject, protected SeveralStage
{
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void init() { begin(); }
    void cleanup() { end(); }

    void howTheyAreIsCounted();
    void everythingHasANameForScreenReaders();
    void itFitsASmallScreenInGerman();
    void renewingTellsHowManyWereRenewed();
    void renewingTellsWhatDidNotWorkAndWhy();
    void whatTakesNoTimeShowsNoBar();
    void longWorkIsShownAndStopped();
    void checkingTellsWhoIsRefused();
    void theWindowMayGoWhileWorkRuns();
    void removingAsksOnceAndNamesFive();
    void whatCannotBeRemovedStaysAndIsTold();
    void theListOfTheSelectedIsSaved();
    void withOneSelectedTheListIsOfAll();
    void aListThatCannotBeSavedIsTold();

private:
    /// As a sign-in two days ago left it, with a token that Practice takes.
    void adoptFromPractice(const QString &name)
    {
        const QDateTime issued = m_fixture->clock.now().addDays(-2);
        PracticeToken token;
        token.kind = PracticeToken::Kind::Long;
        token.appId = PracticeServer::clientId().toULongLong();
        token.userId = 27640875392278831;
        token.scopes = practiceScopes();
        token.issuedAt = issued;
        token.expiresAt = issued.addDays(60);
        NewAccount made{.token = Secret(mintPracticeToken(token))};
        made.account.providerId = u"practice"_s;
        made.account.userId = made.account.username = name;
        made.account.issueToken(TokenKind::LongLived, 60 * 24h, issued);
        Awaited<Account> adopted;
        accounts().adopt(std::move(made), &adopted.context, adopted.callback());
        QVERIFY(adopted.wait());
    }
    /// Answers the question for a file.
    void saveAs(const QString &path)
    {
        QTRY_VERIFY(seen<QFileDialog>(u"saveListDialog"_s));
        auto *dialog = seen<QFileDialog>(u"saveListDialog"_s);
        dialog->selectFile(path);
        static_cast<QDialog *>(dialog)->accept();
        QTRY_VERIFY(!seen(u"saveListDialog"_s));
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestSeveralPage::howTheyAreIsCounted()
{
    m_fixture->add(u"old"_s, [](Account &account) { account.expiresAt = account.issuedAt; });
    m_fixture->add(u"refused"_s, [](Account &account) { account.refused = true; });
    open(3);
    selectAll();
    QCOMPARE(textOf(u"severalAbout"_s), u"2 of them need(s) you."_s);
    QCOMPARE(seen(u"severalStatus%1"_s.arg(int(Status::Working)))->accessibleName(), u"Working: 3"_s);
    QCOMPARE(seen(u"severalStatus%1"_s.arg(int(Status::Expired)))->accessibleName(), u"Expired: 1"_s);
    QCOMPARE(seen(u"severalStatus%1"_s.arg(int(Status::NeedsYou)))->accessibleName(), u"Needs you: 1"_s);
    QVERIFY(!seen(u"severalStatus%1"_s.arg(int(Status::Revoked))));
    QVERIFY(seen(u"severalRenew"_s)->isEnabled());
}

void TestSeveralPage::everythingHasANameForScreenReaders()
{
    open(3);
    selectAll();
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith("qt_"_L1))
            continue;
        const QString what = QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName();
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(what));
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), qPrintable(what));
    }
    QCOMPARE(seen(u"severalPage"_s)->accessibleName(), u"Selected accounts"_s);
}

void TestSeveralPage::itFitsASmallScreenInGerman()
{
    const auto english = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    Translation translation;
    translation.use(u"de"_s);
    open(3);
    selectAll();
    m_window->resize(1024, 640);
    QTest::qWait(0);
    const QRect page(QPoint(), m_window->size());
    for (const QString &name : {u"severalRenew"_s, u"severalCheck"_s, u"severalRemove"_s, u"severalSave"_s}) {
        const QWidget *widget = seen(name);
        QVERIFY2(page.contains(QRect(widget->mapTo(&*m_window, QPoint()), widget->size())), qPrintable(name));
    }
    QCOMPARE(textOf(u"severalTitle"_s), u"3 Konten ausgewählt"_s);
}

// -- work

void TestSeveralPage::renewingTellsHowManyWereRenewed()
{
    open(0);
    for (int i = 1; i <= 3; ++i)
        adoptFromPractice(u"real%1"_s.arg(i));
    QTRY_VERIFY(seen(u"accountList"_s));
    selectAll();
    click(u"severalRenew"_s);
    QTRY_VERIFY(seen(u"batchOutcomes"_s));
    QCOMPARE(outcomes(), QStringList(u"3 × Renewed"_s));
    QVERIFY(!seen(u"outcomeNames"_s)); // all went well: who is in the list
    for (const Account &account : accounts().all())
        QCOMPARE(account.issuedAt, m_fixture->clock.now());
    click(u"severalRenew"_s); // at once again
    QTRY_VERIFY(outcomes().value(0).startsWith(u"3 × Too young"_s));
    click(u"severalCheck"_s);
    QTRY_COMPARE(outcomes(), QStringList(u"3 × The token works"_s));
}

void TestSeveralPage::renewingTellsWhatDidNotWorkAndWhy()
{
    m_fixture->add(u"refused"_s, [](Account &account) { account.refused = true; });
    m_fixture->add(u"young"_s, [this](Account &account) { account.issuedAt = m_fixture->clock.now(); });
    open(2, u"practice"_s); // whose tokens nobody knows
    selectAll();
    click(u"severalRenew"_s);
    QTRY_VERIFY(seen(u"batchOutcomes"_s));
    const QStringList told = outcomes();
    QCOMPARE(told.size(), 3);
    QCOMPARE(told.at(0), u"1 × Too young to renew yet. Nothing is lost; it is renewed by itself later."_s);
    QVERIFY(told.filter(u"1 × The token does not work any more."_s).size() == 1);
    QVERIFY2(told.filter(u"2 × Practice"_s).size() == 1, qPrintable(told.join(u'\n')));
    QTRY_COMPARE(textOf(u"severalAbout"_s), u"3 of them need(s) you."_s);
    clickRow(0);
    clickRow(1, Qt::ControlModifier);
    QTRY_VERIFY(!seen(u"batchOutcomes"_s)); // it was about others
}

void TestSeveralPage::whatTakesNoTimeShowsNoBar()
{
    m_fixture->clock.advance(-3 * 24h); // as old as the fixture's tokens
    open(5);
    m_fixture->clock.advance(1h);
    selectAll();
    click(u"severalRenew"_s);
    QVERIFY(seen(u"severalCheck"_s)->isEnabled());
    while (!seen(u"batchOutcomes"_s)) {
        QVERIFY(!seen(u"batchBar"_s));
        QCoreApplication::processEvents();
    }
    QCOMPARE(outcomes().size(), 1);
}

void TestSeveralPage::longWorkIsShownAndStopped()
{
    m_server->inject({.name = u"hang"_s});
    open(12, u"practice"_s);
    selectAll();
    click(u"severalCheck"_s);
    QTRY_VERIFY(seen(u"batchBar"_s));
    QCOMPARE(textOf(u"batchState"_s), u"0 of 12"_s);
    QCOMPARE(seen<QProgressBar>(u"batchBar"_s)->maximum(), 12);
    QVERIFY(!seen(u"severalRenew"_s)->isEnabled());
    click(u"batchCancel"_s);
    QCOMPARE(textOf(u"batchState"_s), u"8 of 12"_s); // those that had not begun
    QVERIFY(!seen(u"batchCancel"_s)->isEnabled());
    QVERIFY(seen(u"batchBar"_s));
}

void TestSeveralPage::checkingTellsWhoIsRefused()
{
    open(3, u"practice"_s);
    selectAll();
    click(u"severalCheck"_s);
    QTRY_VERIFY(seen(u"batchOutcomes"_s));
    QCOMPARE(outcomes().size(), 1);
    QVERIFY2(outcomes().first().startsWith(u"3 × "_s), qPrintable(outcomes().first()));
    QCOMPARE(textOf(u"outcomeNames"_s), u"@shop01, @shop02, @shop03"_s);
    QTRY_COMPARE(textOf(u"severalAbout"_s), u"3 of them need(s) you."_s);
    QCOMPARE(accounts().events(1).first().kind, Event::Kind::Checked);
}

void TestSeveralPage::theWindowMayGoWhileWorkRuns()
{
    m_server->inject({.name = u"hang"_s});
    open(6, u"practice"_s);
    selectAll();
    click(u"severalCheck"_s);
    QTRY_VERIFY(!m_server->requests().isEmpty());
    m_window.reset();
    QTest::qWait(0);
}

// -- removing

void TestSeveralPage::removingAsksOnceAndNamesFive()
{
    open(8);
    selectAll();
    clickRow(7, Qt::ControlModifier);
    QTRY_COMPARE(textOf(u"severalTitle"_s), u"7 account(s) selected"_s);
    click(u"severalRemove"_s);
    QTRY_VERIFY(seen(u"removeSeveralDialog"_s));
    QCOMPARE(textOf(u"removeSeveralTitle"_s), u"Remove 7 account(s)?"_s);
    QCOMPARE(textOf(u"removeSeveralNames"_s), u"@shop01, @shop02, @shop03, @shop04, @shop05 and 2 more"_s);
    QVERIFY(textOf(u"removeSeveralText"_s).contains("does not revoke"_L1));
    QVERIFY(seen<QPushButton>(u"removeSeveralCancel"_s)->isDefault());
    QTest::keyClick(seen(u"removeSeveralDialog"_s), Qt::Key_Return);
    QTRY_VERIFY(!seen(u"removeSeveralDialog"_s));
    QCOMPARE(accounts().all().size(), 8);

    trigger(u"actionRemove"_s);
    QTRY_VERIFY(seen(u"removeSeveralDialog"_s));
    click(u"removeSeveral"_s);
    QTRY_COMPARE(accounts().all().size(), 1);
    QTRY_COMPARE(textOf(u"accountName"_s), u"@shop08"_s);
    QTRY_COMPARE(m_fixture->keychain.keys(), QStringList(u"tokendesk/token/shop08"_s));
    QVERIFY(!seen(u"unremoved"_s));
}

void TestSeveralPage::whatCannotBeRemovedStaysAndIsTold()
{
    open(4);
    {
        OutsideConnection outside(m_fixture->desk.folder() + "/tokendesk.sqlite"_L1);
        QCOMPARE(outside.run(u"CREATE TRIGGER refusal BEFORE DELETE ON accounts WHEN OLD.id <> 'shop02' BEGIN SELECT "
                             "RAISE(ABORT, 'no'); END"_s),
                 QString());
    }
    selectAll();
    click(u"severalRemove"_s);
    QTRY_VERIFY(seen(u"removeSeveralDialog"_s));
    click(u"removeSeveral"_s);
    QTRY_VERIFY(seen<QDialog>(u"unremoved"_s));
    QVERIFY(textOf(u"unremoved"_s).startsWith("3 account(s) could not be removed"_L1));
    const QString why = seen(u"unremoved"_s)->property("informativeText").toString();
    QVERIFY2(why.startsWith("@shop01, @shop03, @shop04: "_L1), qPrintable(why));
    QCOMPARE(accounts().all().size(), 3);
    QCOMPARE(selected(), 3);
}

// -- the list as a file

void TestSeveralPage::theListOfTheSelectedIsSaved()
{
    open(4);
    clickRow(0);
    clickRow(2, Qt::ControlModifier);
    QTRY_VERIFY(seen(u"severalPage"_s));
    click(u"severalSave"_s);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list.csv"_s);
    saveAs(path);
    const QByteArray content = contentOf(path);
    QVERIFY(content.startsWith("\xEF\xBB\xBFName,"));
    QCOMPARE(content.count("\r\n"), 3);
    QVERIFY2(content.contains("\"'@shop01\",shop01,shop01,Instagram,Business account,Working,renews on 27 Nov,no,"
                              "long-lived,2026-11-20T13:05:00Z,2027-01-19T13:05:00Z,instagram_business_basic\r\n"),
             content.constData());
    QVERIFY(content.contains("@shop03"));
    QVERIFY(!content.contains("canary"));
    QVERIFY(textOf(u"batchTold"_s).contains("list.csv"_L1));
}

void TestSeveralPage::withOneSelectedTheListIsOfAll()
{
    open(4);
    trigger(u"actionSaveList"_s);
    const QTemporaryDir folder;
    saveAs(folder.filePath(u"all"_s));
    QCOMPARE(contentOf(folder.filePath(u"all.csv"_s)).count("\r\n"), 5);
}

void TestSeveralPage::aListThatCannotBeSavedIsTold()
{
    open(2);
    trigger(u"actionSaveList"_s);
    const QTemporaryDir folder;
    saveAs(folder.filePath(u"missing/list.csv"_s));
    QTRY_VERIFY(seen(u"unsavedList"_s));
    QVERIFY(textOf(u"unsavedList"_s).contains("list.csv"_L1));
}

QTEST_MAIN(TestSeveralPage)
#include "tst_severalpage.moc"
