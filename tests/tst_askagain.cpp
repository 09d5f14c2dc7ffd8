// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/donepage.h"
#include "mainwindow.h"
#include "support/connectstage.h"
#include "support/isolateddesktop.h"
#include "support/settle.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString basic = u"instagram_business_basic"_s;
const QString publish = u"instagram_business_content_publish"_s;
const QString messages = u"instagram_business_manage_messages"_s;

} // namespace

/// Permissions of an account that is there already: what was declined is asked for again, others are added, taken away
/// and reset, through the real window and against Practice. The account stays the one it is.
class TestAskAgain : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void askedAndAnsweredStandSideBySide();
    void whatWasDeclinedIsAskedForAgain();
    void itIsAskedForAgainRightAfterTheSignIn();
    void declinedOnceMoreChangesNothing();
    void aRefusedAttemptKeepsTheAccount();
    void somebodyElseIsNotTaken();
    void thereIsNothingToAskAgainOfAWholeGrant();
    void permissionsAreAddedAndRemovedLater();
    void facebookAsksAgainForWhatWasDeclined();
    void whatFacebookKeepsIsSaid();
    void whatWasNotAskedForIsSaidToBeSo();
    void allAreTakenBackToStartAfresh();
    void theKeyboardAloneAsksAgain();
    void deletionWhileItIsAskedAgain();

private:
    void connectDeclining(const QString &job, const FakeBrowser::Person &person,
                          const QString &provider = u"practice"_s);
    void openWindow();
    void answer(const FakeBrowser::Person &person);
    Account only() { return m_stage->desk.accounts().all().value(0); }
    QString told(const QString &title);

    template <typename T = QWidget>
    T *seen(const QString &name)
    {
        for (T *widget : m_window->findChildren<T *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    bool comes(const QString &name)
    {
        return QTest::qWaitFor([this, name] { return seen(name); });
    }
    void click(const QString &name)
    {
        QVERIFY2(comes(name), qPrintable(name));
        QTest::mouseClick(seen(name), Qt::LeftButton);
    }
    void closeDialog()
    {
        click(u"connectClose"_s);
        QTRY_VERIFY(!seen(u"connectDialog"_s));
    }

    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<MainWindow> m_window;
    Account m_before; ///< as it was, with a name of the person's own
};

void TestAskAgain::init()
{
    m_stage = std::make_unique<ConnectStage>();
    m_stage->services.desktop = isolatedDesktop(m_stage->desk.folder());
}

void TestAskAgain::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

/// Signs in for that job; the account then gets a name of the person's own.
void TestAskAgain::connectDeclining(const QString &job, const FakeBrowser::Person &person, const QString &provider)
{
    m_stage->open();
    m_stage->dialog->chooseProvider(provider);
    QVERIFY(m_stage->click(job + "Job"_L1));
    QVERIFY(m_stage->click(u"connectPrimary"_s));
    m_stage->answer(person);
    QTRY_VERIFY(m_stage->sees(u"doneTitle"_s) || m_stage->sees(u"noPageReason"_s));
    if (m_stage->sees(u"noPageReason"_s))
        QVERIFY(m_stage->click(u"connectPrimary"_s));
    QVERIFY(m_stage->comesToSee(u"doneTitle"_s));
    QVERIFY(m_stage->desk.accounts().rename(only().id, u"My shop"_s));
    m_before = only();
}

void TestAskAgain::openWindow()
{
    m_stage->dialog.reset();
    m_window = std::make_unique<MainWindow>(m_stage->services);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

/// On the consent page that the window has opened.
void TestAskAgain::answer(const FakeBrowser::Person &person)
{
    QVERIFY(comes(u"waitingHeading"_s));
    m_stage->browser = std::make_unique<FakeBrowser>(person);
    m_stage->browser->open(m_stage->opened.last());
}

/// What a screen reader says of the permission with that title.
QString TestAskAgain::told(const QString &title)
{
    for (const QLabel *label : seen(u"permissions"_s)->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text() == title)
            return label->accessibleName();
    }
    return {};
}

void TestAskAgain::askedAndAnsweredStandSideBySide()
{
    connectDeclining(u"publish"_s, {.unticks = {publish}});
    openWindow();
    QCOMPARE(told(u"See the profile and its media"_s), u"See the profile and its media: granted"_s);
    QCOMPARE(told(u"Publish posts, reels and stories"_s), u"Publish posts, reels and stories: declined"_s);
    QMap<int, QStringList> lines; // what stands at the same height, from the left
    for (const QLabel *label : seen(u"permissions"_s)->findChildren<QLabel *>()) {
        if (label->isVisible() && label->parentWidget()->objectName() == "permissionTable"_L1)
            lines[label->y()].append(label->text());
    }
    QVERIFY(lines.values().contains(QStringList{u"Permission"_s, u"Asked for"_s, u"Answer"_s}));
    QVERIFY(lines.values().contains(QStringList{u"Publish posts, reels and stories"_s, u"✓ asked"_s, u"✕ declined"_s}));
    QVERIFY(lines.values().contains(QStringList{u"See the profile and its media"_s, u"✓ asked"_s, u"✓ granted"_s}));
}

void TestAskAgain::whatWasDeclinedIsAskedForAgain()
{
    connectDeclining(u"publish"_s, {.unticks = {publish}});
    openWindow();
    QCOMPARE(seen(u"askAgain"_s)->accessibleName(), u"Ask again for: Publish posts, reels and stories"_s);
    click(u"askAgain"_s); // straight to the browser
    answer({});
    QVERIFY(comes(u"doneTitle"_s));
    closeDialog();
    const Account after = only();
    QCOMPARE(m_stage->desk.accounts().all().size(), 1);
    QCOMPARE(after.id, m_before.id);
    QCOMPARE(after.label, u"My shop"_s);
    QCOMPARE(after.username, m_before.username);
    QCOMPARE(after.registrationId, m_before.registrationId);
    QCOMPARE(after.grantedScopes, (QStringList{basic, publish}));
    QVERIFY(after.tokenKey != m_before.tokenKey); // a new token, in the keychain
    QCOMPARE(after.custody, Custody::Keychain);
    QCOMPARE(told(u"Publish posts, reels and stories"_s), u"Publish posts, reels and stories: granted"_s);
    QVERIFY(!seen(u"askAgain"_s));
}

void TestAskAgain::itIsAskedForAgainRightAfterTheSignIn()
{
    connectDeclining(u"publish"_s, {.unticks = {publish}});
    QVERIFY(m_stage->click(u"doneAskAgain"_s));
    m_stage->answer();
    QTRY_COMPARE(only().grantedScopes, (QStringList{basic, publish}));
    QVERIFY(m_stage->comesToSee(u"doneTitle"_s));
    QVERIFY(!m_stage->sees(u"doneAskAgain"_s));
    QCOMPARE(only().id, m_before.id);
    QCOMPARE(only().label, u"My shop"_s);
}

void TestAskAgain::declinedOnceMoreChangesNothing()
{
    connectDeclining(u"publish"_s, {.unticks = {publish}});
    openWindow();
    click(u"askAgain"_s);
    answer({.unticks = {publish}});
    QVERIFY(comes(u"doneTitle"_s));
    closeDialog();
    QCOMPARE(only().grantedScopes, QStringList{basic});
    QCOMPARE(only().id, m_before.id);
    QVERIFY(seen(u"askAgain"_s));
}

void TestAskAgain::aRefusedAttemptKeepsTheAccount()
{
    connectDeclining(u"publish"_s, {.unticks = {publish}});
    openWindow();
    click(u"askAgain"_s);
    answer({.presses = FakeBrowser::Button::Cancel});
    QVERIFY(comes(u"errorHappened"_s));
    closeDialog();
    QCOMPARE(only(), m_before);
}

void TestAskAgain::somebodyElseIsNotTaken()
{
    connectDeclining(u"publish"_s, {.unticks = {publish}});
    openWindow();
    click(u"askAgain"_s);
    answer({.account = u"second.practice"_s});
    QVERIFY(comes(u"errorHappened"_s));
    QVERIFY(seen<QLabel>(u"errorHappened"_s)->text().contains("@second.practice"_L1));
    closeDialog();
    QCOMPARE(m_stage->desk.accounts().all(), QList{m_before});
}

void TestAskAgain::thereIsNothingToAskAgainOfAWholeGrant()
{
    connectDeclining(u"publish"_s, {});
    QVERIFY(!m_stage->sees(u"doneAskAgain"_s));
    openWindow();
    QVERIFY(seen(u"changePermissions"_s));
    QVERIFY(!seen(u"askAgain"_s));
}

void TestAskAgain::permissionsAreAddedAndRemovedLater()
{
    connectDeclining(u"publish"_s, {});
    openWindow();
    click(u"changePermissions"_s);
    QVERIFY(comes(u"scopePicker"_s));
    QVERIFY(seen<QAbstractButton>(u"publishJob"_s)->isChecked()); // as it is now
    click(u"publishJob"_s);
    click(u"messagesJob"_s);
    click(u"resetScopes"_s);
    QVERIFY(seen<QAbstractButton>(publish)->isChecked() && !seen<QAbstractButton>(messages)->isChecked());
    click(u"publishJob"_s);
    click(u"messagesJob"_s);
    click(u"connectPrimary"_s);
    answer({});
    QVERIFY(comes(u"doneTitle"_s));
    closeDialog();
    QCOMPARE(only().grantedScopes, (QStringList{basic, messages}));
    QCOMPARE(only().requestedScopes, (QStringList{basic, messages}));
    QCOMPARE(only().id, m_before.id);
    QCOMPARE(only().label, u"My shop"_s);
    QCOMPARE(m_stage->desk.accounts().all().size(), 1);
}

/// Facebook does not ask by itself for what was declined.
void TestAskAgain::facebookAsksAgainForWhatWasDeclined()
{
    const QString insights = u"instagram_manage_insights"_s;
    connectDeclining(u"insights"_s, {.account = u"Nia Nopage"_s, .unticks = {insights}}, u"practice-facebook"_s);
    QVERIFY(!only().grantedScopes.contains(insights));
    openWindow();
    click(u"askAgain"_s);
    answer({.account = u"Nia Nopage"_s});
    QTRY_VERIFY(only().grantedScopes.contains(insights));
    QVERIFY(comes(u"doneTitle"_s));
    QCOMPARE(QUrlQuery(m_stage->opened.last()).queryItemValue(u"auth_type"_s), u"rerequest"_s);
    QCOMPARE(only().id, m_before.id);
    QCOMPARE(only().label, u"My shop"_s);
}

void TestAskAgain::whatFacebookKeepsIsSaid()
{
    connectDeclining(u"insights"_s, {.account = u"Nia Nopage"_s}, u"practice-facebook"_s);
    openWindow();
    click(u"changePermissions"_s);
    QVERIFY(comes(u"scopePicker"_s));
    QVERIFY(!seen(u"scopeHint"_s));
    click(u"insightsJob"_s);
    QVERIFY(
        seen<QLabel>(u"scopeHint"_s)->text().startsWith(u"Facebook keeps what it granted before: “Read insights”"_s));
    QVERIFY(!seen(u"untickExcess"_s));
}

/// Facebook tells what it granted at an earlier sign-in along with the answer to this one.
void TestAskAgain::whatWasNotAskedForIsSaidToBeSo()
{
    Connect::Outcome outcome;
    outcome.account.requestedScopes = {basic, messages};
    outcome.account.grantPermissions({basic, publish});
    DonePage page(nullptr);
    page.setResult({.outcome = outcome, .status = {}, .provider = *m_stage->desk.catalog.description(u"practice"_s)});
    const auto told = [&page](const QString &scope) {
        return page.findChild<QLabel *>(scope + "Grant"_L1)->accessibleName().section(u": "_s, 1);
    };
    QCOMPARE(told(basic), u"granted"_s);
    QCOMPARE(told(messages), u"declined"_s);
    QCOMPARE(told(publish), u"granted, not asked for"_s);
    outcome.account.requestedScopes.clear(); // of a token that was pasted nobody knows
    page.setResult({.outcome = outcome, .status = {}, .provider = *m_stage->desk.catalog.description(u"practice"_s)});
    QCOMPARE(told(publish), u"granted"_s);
}

void TestAskAgain::allAreTakenBackToStartAfresh()
{
    connectDeclining(u"insights"_s, {.account = u"Nia Nopage"_s}, u"practice-facebook"_s);
    openWindow();
    auto *button = seen<QPushButton>(u"withdrawPermission"_s);
    QVERIFY(button && button->menu());
    button->menu()->popup({});
    button->menu()->findChild<QAction *>(u"withdrawAll"_s)->trigger();
    button->menu()->close();
    click(u"revoke"_s);
    QVERIFY(comes(u"revoked"_s));
    seen<QMessageBox>(u"revoked"_s)->close();
    QVERIFY(only().refused);
    QVERIFY(!seen(u"askAgain"_s)); // the notice above asks for all of it

    m_stage->clock.advance(1min); // nobody signs in again in the same second
    click(u"changePermissions"_s);
    QVERIFY(comes(u"scopePicker"_s));
    click(u"insightsJob"_s);
    click(u"connectPrimary"_s);
    answer({.account = u"Nia Nopage"_s});
    QVERIFY(comes(u"doneTitle"_s));
    QVERIFY(!only().refused);
    QVERIFY(!only().grantedScopes.contains(u"instagram_manage_insights"_s));
    QCOMPARE(only().id, m_before.id);
    QCOMPARE(only().label, u"My shop"_s);
}

void TestAskAgain::theKeyboardAloneAsksAgain()
{
    connectDeclining(u"publish"_s, {.unticks = {publish}});
    openWindow();
    for (int i = 0; i < 60 && QApplication::focusWidget()->objectName() != "askAgain"_L1; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"askAgain"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    answer({});
    QTRY_COMPARE(only().grantedScopes, (QStringList{basic, publish}));
}

void TestAskAgain::deletionWhileItIsAskedAgain()
{
    connectDeclining(u"publish"_s, {.unticks = {publish}});
    openWindow();
    m_stage->server.inject({.name = u"hang"_s, .endpoint = u"extend"_s});
    const qsizetype before = m_stage->server.requests().count("GET /access_token"_L1);
    click(u"askAgain"_s);
    answer({});
    QTRY_VERIFY(m_stage->server.requests().count("GET /access_token"_L1) > before);
    m_window.reset();
    QVERIFY(comesToRest(m_stage->desk.transport));
    QCOMPARE(only(), m_before);
}

QTEST_MAIN(TestAskAgain)
#include "tst_askagain.moc"
