// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/renewer.h"
#include "mainwindow.h"
#include "support/connectstage.h"
#include "support/isolateddesktop.h"

#include <QContextMenuEvent>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Revoking through the real window, against Practice as Facebook: all of it, one permission, and what is pending.
class TestRevokeWindow : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void aTokenIsRevokedAndTheAccountStays();
    void aTokenIsRevokedAndTheAccountRemoved();
    void whatIsToBeRemovedCanBeRevokedFirst();
    void onePermissionIsWithdrawn();
    void aPermissionThatCouldNotBeWithdrawnIsSaid();
    void whatIsPendingIsShownAndTriedNow();
    void whatIsPendingIsGivenUpWithAWarning();
    void removingWhatIsPendingIsWarnedOf();
    void whereThereIsNoWayTheAddressIsTold();
    void whatEndsAServersTokenIsSaid_data();
    void whatEndsAServersTokenIsSaid();
    void nothingIsOfferedOfARevokedToken();

private:
    void select(const QString &account);
    void openMenu(const QString &entry);
    void withdraw(const QString &permission);
    bool works();
    QStringList granted();
    void refuse() { m_stage->server.inject({.name = u"unavailable"_s, .endpoint = u"permissions"_s}); }
    Accounts &accounts() { return m_stage->desk.accounts(); }
    Account only() { return accounts().all().value(0); }

    template <typename T = QWidget>
    T *seen(const QString &name)
    {
        for (T *widget : m_window->findChildren<T *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    void click(const QString &name)
    {
        QTRY_VERIFY2(seen<QAbstractButton>(name), qPrintable(name));
        QTest::mouseClick(seen<QAbstractButton>(name), Qt::LeftButton);
    }
    QString told(const QString &box)
    {
        if (!QTest::qWaitFor([this, box] { return seen(box); }))
            return {};
        const auto *message = seen<QMessageBox>(box);
        return message->text() + u' ' + message->informativeText();
    }
    QString text(const QString &name) { return seen<QLabel>(name) ? seen<QLabel>(name)->text() : QString(); }

    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<MainWindow> m_window;
};

/// A person at Facebook signs in for themself, without a Page.
void TestRevokeWindow::init()
{
    m_stage = std::make_unique<ConnectStage>();
    m_stage->services.desktop = isolatedDesktop(m_stage->desk.folder());
    m_stage->clock.advance(1s - std::chrono::milliseconds(m_stage->clock.now().time().msec()));
    m_stage->open();
    m_stage->dialog->chooseProvider(u"practice-facebook"_s);
    QVERIFY(m_stage->click(u"connectPrimary"_s));
    m_stage->answer({.account = u"Nia Nopage"_s});
    QVERIFY(m_stage->comesToSee(u"noPageReason"_s));
    QVERIFY(m_stage->click(u"connectPrimary"_s));
    QVERIFY(m_stage->comesToSee(u"doneTitle"_s));
    m_stage->dialog.reset();
    QCOMPARE(only().accountType, facebookPerson);
    m_window = std::make_unique<MainWindow>(m_stage->services);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestRevokeWindow::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void TestRevokeWindow::select(const QString &account)
{
    auto *list = seen<QListView>(u"accountList"_s);
    const QAbstractItemModel *model = list->model();
    list->setCurrentIndex(model->match(model->index(0, 0), Qt::DisplayRole, account, 1, Qt::MatchContains).value(0));
}

/// With the menu key, on the account.
void TestRevokeWindow::openMenu(const QString &entry)
{
    auto *list = seen<QListView>(u"accountList"_s);
    QVERIFY(list);
    const QPoint place = list->visualRect(list->currentIndex()).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, list->viewport()->mapToGlobal(place));
    QApplication::sendEvent(list->viewport(), &event);
    QTRY_VERIFY(seen<QMenu>(u"accountMenu"_s));
    auto *action = seen<QMenu>(u"accountMenu"_s)->findChild<QAction *>(entry);
    QVERIFY(action);
    action->trigger();
    if (auto *menu = seen<QMenu>(u"accountMenu"_s))
        menu->close();
}

void TestRevokeWindow::withdraw(const QString &permission)
{
    auto *button = seen<QPushButton>(u"withdrawPermission"_s);
    QVERIFY(button && button->menu());
    button->menu()->popup({});
    auto *action = button->menu()->findChild<QAction *>(permission);
    QVERIFY2(action, qPrintable(permission));
    action->trigger();
    button->menu()->close();
}

bool TestRevokeWindow::works()
{
    Awaited<void> checked;
    accounts().check(only().id, &checked.context, checked.callback());
    return checked.wait().has_value();
}

/// What Facebook says.
QStringList TestRevokeWindow::granted()
{
    Awaited<Secret> token;
    accounts().token(only().id, &token.context, token.callback());
    const Result<Secret> secret = token.wait();
    const Secret none;
    const Provider provider = m_stage->desk.catalog.provider(u"practice-facebook"_s).value();
    Awaited<FacebookPermissions> asked;
    m_stage->desk.graph.facebook().permissions({provider, *secret, none}, &asked.context, asked.callback());
    return asked.wait().value().granted;
}

// A31: the provider first.
void TestRevokeWindow::aTokenIsRevokedAndTheAccountStays()
{
    QVERIFY(works());
    openMenu(u"menuRevoke"_s);
    QVERIFY(told(u"revokeQuestion"_s).contains("The tokens of Pages that this person gave the app end with it."_L1));
    click(u"revoke"_s);
    QVERIFY(told(u"revoked"_s).contains("has ended the token"_L1));
    QCOMPARE(accounts().status(only().id).status, Status::Revoked);
    QVERIFY(!works()); // Facebook says so
}

void TestRevokeWindow::aTokenIsRevokedAndTheAccountRemoved()
{
    openMenu(u"menuRevoke"_s);
    click(u"revokeAndRemove"_s);
    QVERIFY(told(u"revoked"_s).contains("revoked and removed"_L1));
    QVERIFY(accounts().all().isEmpty());
    QTRY_COMPARE(m_stage->keychain.keys(), QStringList());
}

void TestRevokeWindow::whatIsToBeRemovedCanBeRevokedFirst()
{
    openMenu(u"menuRemove"_s);
    QTRY_VERIFY(seen(u"removeDialog"_s));
    QVERIFY(text(u"removeText"_s).contains("It does not revoke it"_L1));
    click(u"revokeAndRemove"_s);
    QVERIFY(told(u"revoked"_s).contains("revoked and removed"_L1));
    QVERIFY(accounts().all().isEmpty());
    QCOMPARE(accounts().events(3).value(1).kind, Event::Kind::Revoked);
}

void TestRevokeWindow::onePermissionIsWithdrawn()
{
    const QStringList before = only().grantedScopes;
    QVERIFY(before.size() > 1 && before.contains(u"pages_show_list"_s));
    withdraw(u"pages_show_list"_s);
    QVERIFY(told(u"withdrawQuestion"_s).contains("so do the tokens of this person's Pages"_L1));
    click(u"withdrawNow"_s);
    QTRY_VERIFY(!only().grantedScopes.contains(u"pages_show_list"_s));
    QCOMPARE(only().grantedScopes.size(), before.size() - 1);
    QVERIFY(!granted().contains(u"pages_show_list"_s));
    QVERIFY(works());
    const Event last = accounts().events(2).value(1);
    QCOMPARE(last.kind, Event::Kind::PermissionRemoved);
    QCOMPARE(last.detail, u"pages_show_list"_s);
    m_stage->desk.restart();
    QVERIFY(!only().grantedScopes.contains(u"pages_show_list"_s));
}

void TestRevokeWindow::aPermissionThatCouldNotBeWithdrawnIsSaid()
{
    refuse();
    withdraw(u"pages_show_list"_s);
    click(u"withdrawNow"_s);
    QVERIFY(told(u"notWithdrawn"_s).contains("Assume that the token still has it"_L1));
    QVERIFY(only().grantedScopes.contains(u"pages_show_list"_s));
    QVERIFY(!accounts().pendingRevocation(only().id));
}

// A31
void TestRevokeWindow::whatIsPendingIsShownAndTriedNow()
{
    refuse();
    openMenu(u"menuRevoke"_s);
    click(u"revokeAndRemove"_s);
    QVERIFY(told(u"revocationPending"_s).contains("Assume that it still works"_L1));
    seen<QMessageBox>(u"revocationPending"_s)->close();
    QVERIFY(text(u"noticeText"_s).contains("The next try is"_L1));
    QCOMPARE(seen<QPushButton>(u"noticeAction"_s)->text(), u"Try now"_s);
    QVERIFY(seen(u"noticeOther"_s));

    click(u"noticeAction"_s);
    QTRY_COMPARE(accounts().pendingRevocation(only().id)->failures, 2);
    QTRY_VERIFY(seen<QPushButton>(u"noticeAction"_s)->isEnabled());
    QVERIFY(text(u"noticeText"_s).contains("try again"_L1, Qt::CaseInsensitive));

    m_stage->server.clearFaults();
    click(u"noticeAction"_s);
    QTRY_VERIFY(accounts().all().isEmpty());
}

void TestRevokeWindow::whatIsPendingIsGivenUpWithAWarning()
{
    refuse();
    openMenu(u"menuRevoke"_s);
    click(u"revoke"_s);
    QVERIFY(!told(u"revocationPending"_s).isEmpty());
    seen<QMessageBox>(u"revocationPending"_s)->close();
    click(u"noticeOther"_s);
    QVERIFY(told(u"giveUpQuestion"_s).contains("it works on, and so does every copy of it"_L1));
    click(u"giveUp"_s);
    QTRY_VERIFY(!accounts().pendingRevocation(only().id));
    QVERIFY(!seen(u"noticeOther"_s));
    QCOMPARE(accounts().status(only().id).status, Status::Working);
}

void TestRevokeWindow::removingWhatIsPendingIsWarnedOf()
{
    refuse();
    openMenu(u"menuRevoke"_s);
    click(u"revoke"_s);
    QVERIFY(!told(u"revocationPending"_s).isEmpty());
    seen<QMessageBox>(u"revocationPending"_s)->close();
    openMenu(u"menuRemove"_s);
    QTRY_VERIFY(text(u"removePending"_s).contains("give that up"_L1));
    click(u"remove"_s);
    QTRY_VERIFY(accounts().all().isEmpty());
}

// A31: honest words where the provider has no way.
void TestRevokeWindow::whereThereIsNoWayTheAddressIsTold()
{
    NewAccount made{.token = Secret("IGAAtoken"_ba)};
    made.account.providerId = u"instagram"_s;
    made.account.userId = u"8"_s;
    made.account.username = u"zoo"_s;
    made.account.issueToken(TokenKind::LongLived, 60 * 24h, m_stage->clock.now());
    made.account.grantPermissions({u"instagram_business_basic"_s});
    Awaited<Account> answer;
    accounts().adopt(std::move(made), &answer.context, answer.callback());
    QVERIFY(answer.wait());
    select(u"zoo"_s);
    QTRY_VERIFY(text(u"withdrawElsewhere"_s).startsWith("Instagram has no way to take a single permission back"_L1));
    QVERIFY(!seen(u"withdrawPermission"_s));
    click(u"withdrawAtProvider"_s);
    const QUrl address = m_stage->desk.catalog.description(u"instagram"_s)->withdraw;
    QCOMPARE(m_stage->opened.last(), address);
    openMenu(u"menuRevoke"_s);
    QVERIFY(told(u"noRevocation"_s).contains("can take the app's access away at Instagram"_L1));
    click(u"withdraw"_s);
    QCOMPARE(m_stage->opened.last(), address);
}

void TestRevokeWindow::whatEndsAServersTokenIsSaid_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("said");
    QTest::newRow("the app's own") << facebookAppItself << u"when the app secret is reset in the app's dashboard"_s;
    QTest::newRow("a system user's, without the app secret")
        << facebookServer << u"have an administrator remove the token in the Business settings"_s;
}

// A31: nothing claims to revoke what cannot be revoked from here.
void TestRevokeWindow::whatEndsAServersTokenIsSaid()
{
    QFETCH(QString, type);
    QFETCH(QString, said);
    NewAccount made{.token = Secret("EAAtoken"_ba)};
    made.account.providerId = u"facebook"_s;
    made.account.userId = u"8"_s;
    made.account.name = u"Backend"_s;
    made.account.accountType = type;
    made.account.issueToken(TokenKind::NoExpiry, 0s, m_stage->clock.now());
    Awaited<Account> answer;
    accounts().adopt(std::move(made), &answer.context, answer.callback());
    QVERIFY(answer.wait());
    select(u"Backend"_s);
    openMenu(u"menuRevoke"_s);
    QVERIFY(told(u"noRevocation"_s).contains(said));
    seen<QMessageBox>(u"noRevocation"_s)->close();
    openMenu(u"menuRemove"_s);
    QTRY_VERIFY(seen(u"removeDialog"_s));
    QVERIFY(!seen(u"revokeAndRemove"_s));
    QVERIFY(!seen(u"withdraw"_s)); // no person's permission, so that there is none to take back
}

void TestRevokeWindow::nothingIsOfferedOfARevokedToken()
{
    QVERIFY(seen(u"withdrawPermission"_s));
    openMenu(u"menuRevoke"_s);
    click(u"revoke"_s);
    QVERIFY(!told(u"revoked"_s).isEmpty());
    seen<QMessageBox>(u"revoked"_s)->close();
    QVERIFY(!seen(u"withdrawPermission"_s));
    openMenu(u"menuRemove"_s);
    QTRY_VERIFY(seen(u"removeDialog"_s));
    QVERIFY(!seen(u"revokeAndRemove"_s));
}

QTEST_MAIN(TestRevokeWindow)
#include "tst_revokewindow.moc"
