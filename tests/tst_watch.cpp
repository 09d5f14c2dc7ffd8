// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/watch.h"
#include "activity/eventtext.h"
#include "activity/noticetext.h"
#include "mainwindow.h"
#include "support/connectfixture.h"
#include "support/pastedtoken.h"
#include "support/practiceclient.h"
#include "support/sight.h"
#include "support/windowfixture.h"

#include <QListView>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// What a careful owner would want to know is on record, once, and marked until somebody has looked.
class TestWatch : public QObject
{
    Q_OBJECT
private slots:
    void eachNoticeHasItsWords_data();
    void eachNoticeHasItsWords();
    void foreignCallsAreMoreThanOurs_data();
    void foreignCallsAreMoreThanOurs();

    void aWrongStateIsNoticed();
    void aForeignPageIsNoticed();
    void manyKnocksAreNoticedAndOneIsNot();
    void aTokenOfSomebodyElseIsNoticed();
    void aPermissionThatIsGoneIsNoticed();
    void whatThePersonTookBackIsNot();
    void oldSecretsAndTokensAreNoticed();
    void theSameIsNoticedOnce();
    void theMarkStaysUntilSomebodyLooks();
    void aMarkGoesWithItsAccount();

private:
    static QStringList noticed(const Accounts &accounts)
    {
        QStringList details;
        for (const Event &event : accounts.events(50, {.kinds = {Event::Kind::Noticed}}))
            details.append(event.detail);
        return details;
    }
    /// As a page or a program on this computer does it.
    static int visit(const QString &address, const QByteArray &origin = {})
    {
        QNetworkAccessManager network;
        QNetworkRequest request{QUrl(address)};
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        if (!origin.isEmpty())
            request.setRawHeader("Origin", origin);
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        finished.wait();
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
};

void TestWatch::eachNoticeHasItsWords_data()
{
    QTest::addColumn<Notice::Kind>("kind");
    for (int value = 0; value <= int(Notice::lastKind); ++value)
        QTest::addRow("%d", value) << Notice::Kind(value);
}

void TestWatch::eachNoticeHasItsWords()
{
    QFETCH(Notice::Kind, kind);
    const Notice notice{kind, u"1"_s, u"shop: 2"_s};
    const Event event{.accountId = u"1"_s, .kind = Event::Kind::Noticed, .ok = false, .detail = toDetail(notice)};
    QCOMPARE(noticeFrom(event), std::optional(notice));
    QVERIFY(describe(notice).happened.endsWith(u'.') && describe(notice).todo.endsWith(u'.'));
    QCOMPARE(describe(event), describe(notice).happened); // one line
    QVERIFY(!describe(event).contains(event.detail));
    QCOMPARE(lineOf(event).count(u'\t'), 5);
    QVERIFY(!noticeFrom({.kind = Event::Kind::Noticed, .detail = u"FromTheFuture"_s}));
}

void TestWatch::foreignCallsAreMoreThanOurs_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("now");
    QTest::addColumn<int>("own");
    QTest::addColumn<bool>("foreign");
    QTest::newRow("nothing") << 0 << 0 << 0 << false;
    QTest::newRow("ours") << 10 << 30 << 20 << false;
    QTest::newRow("a little more") << 10 << 20 << 0 << false;
    QTest::newRow("much more") << 10 << 40 << 5 << true;
    QTest::newRow("falling") << 80 << 10 << 0 << false;
}

void TestWatch::foreignCallsAreMoreThanOurs()
{
    QFETCH(int, before);
    QFETCH(int, now);
    QFETCH(int, own);
    QTEST(areForeignCalls(before, now, own), "foreign");
}

void TestWatch::aWrongStateIsNoticed()
{
    ConnectFixture t;
    t.person.wrongStateFirst = true;
    t.begin(t.practicePlan());
    QTRY_VERIFY(t.hasEnded());
    QVERIFY2(t.outcome, qPrintable(t.failure.value_or(Error()).what)); // the sign-in is not harmed
    QCOMPARE(noticed(t.accounts()), QStringList{u"WrongState"_s});
}

void TestWatch::aForeignPageIsNoticed()
{
    ConnectFixture t;
    t.person.presses = FakeBrowser::Button::None;
    QVERIFY(t.reach(Connect::Stage::WaitingForBrowser));
    QCOMPARE(visit(t.address + u"?code=x&state=y"_s, "https://evil.example"), 403);
    QTRY_COMPARE(noticed(t.accounts()), QStringList{u"ForeignPage"_s});
    QCOMPARE(t.attempt->stage(), Connect::Stage::WaitingForBrowser);
}

void TestWatch::manyKnocksAreNoticedAndOneIsNot()
{
    ConnectFixture t;
    t.person.presses = FakeBrowser::Button::None;
    QVERIFY(t.reach(Connect::Stage::WaitingForBrowser));
    const QString elsewhere = QUrl(t.address).resolved(QUrl(u"/elsewhere"_s)).toString();
    for (int i = 1; i < manyKnocks; ++i)
        QCOMPARE(visit(elsewhere), 404);
    QTest::qWait(0);
    QVERIFY(noticed(t.accounts()).isEmpty());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(visit(elsewhere), 404);
    QTRY_COMPARE(noticed(t.accounts()), QStringList{u"Knocks"_s});
}

void TestWatch::aTokenOfSomebodyElseIsNoticed()
{
    ConnectFixture t;
    const auto adopt = [&t](qsizetype whose, qsizetype of) {
        NewAccount fresh;
        fresh.account.providerId = u"practice"_s;
        fresh.account.userId = QString::number(practiceAccounts().at(whose).userId);
        fresh.account.username = practiceAccounts().at(whose).username;
        fresh.account.issueToken(TokenKind::LongLived, 58 * 24h, t.clock.now());
        fresh.token = Secret(mintPracticeToken(givenToken(t.clock.now(), of)));
        Awaited<Account> adopted;
        t.accounts().adopt(std::move(fresh), &adopted.context, adopted.callback());
        const QString id = adopted.wait().value().id;
        Awaited<void> checked;
        t.accounts().check(id, &checked.context, checked.callback());
        QVERIFY(checked.wait());
    };
    adopt(0, 0);
    QVERIFY(noticed(t.accounts()).isEmpty());
    adopt(1, 0);
    QCOMPARE(noticed(t.accounts()), QStringList{u"OtherUser: "_s + practiceAccounts().at(0).username});
}

/// Another program of ours, or the provider's answer to it, says so.
void TestWatch::aPermissionThatIsGoneIsNoticed()
{
    WindowFixture t;
    t.add(u"shop"_s, [](Account &account) {
        account.grantPermissions({u"instagram_business_basic"_s, u"instagram_business_manage_comments"_s});
    });
    Services &services = t.start();
    Watch watch(services.accounts, services.settings, services.clock);
    Account account = services.accounts.all().value(0);
    account.grantPermissions({u"instagram_business_basic"_s});
    const auto other = Database::open(t.desk.folder());
    QVERIFY(other && (*other)->save(account));
    services.accounts.refresh();
    QCOMPARE(noticed(services.accounts), QStringList{u"PermissionGone: instagram_business_manage_comments"_s});
    QVERIFY(services.accounts.isMarked(account.id));
    services.accounts.refresh();
    QCOMPARE(noticed(services.accounts).size(), 1);
}

void TestWatch::whatThePersonTookBackIsNot()
{
    WindowFixture t;
    t.add(u"shop"_s, [](Account &account) {
        account.grantPermissions({u"instagram_business_basic"_s, u"instagram_business_manage_comments"_s});
    });
    Services &services = t.start();
    Watch watch(services.accounts, services.settings, services.clock);
    Account account = services.accounts.all().value(0);
    QVERIFY(services.accounts.note(Event::Kind::PermissionRemoved, account.id, true,
                                   u"instagram_business_manage_comments"_s));
    account.grantPermissions({u"instagram_business_basic"_s});
    const auto other = Database::open(t.desk.folder());
    QVERIFY(other && (*other)->save(account));
    services.accounts.refresh();
    QVERIFY(noticed(services.accounts).isEmpty());
}

void TestWatch::oldSecretsAndTokensAreNoticed()
{
    WindowFixture t;
    t.add(u"robot"_s, [&t](Account &account) { account.issueToken(TokenKind::NoExpiry, 0s, t.clock.now()); });
    t.add(u"shop"_s); // renewed by itself
    Services &services = t.start();
    Awaited<void> kept;
    services.accounts.keepSecret(u"publisher"_s, Secret("0123456789abcdef0123456789abcdef"), &kept.context,
                                 kept.callback());
    QVERIFY(kept.wait());
    QCOMPARE(services.accounts.secretKeptSince(u"publisher"_s), t.clock.now());
    Watch watch(services.accounts, services.settings, services.clock);
    t.clock.advance(24h * 61);
    watch.look();
    QVERIFY(noticed(services.accounts).isEmpty()); // nobody asked for it
    services.settings.setRotationDays(90);
    watch.look();
    QVERIFY(noticed(services.accounts).isEmpty());
    services.settings.setRotationDays(60);
    watch.look();
    QStringList found = noticed(services.accounts);
    found.sort();
    QCOMPARE(found, (QStringList{u"SecretOld: Lumen Publisher"_s, u"TokenOld"_s}));
    watch.look();
    QCOMPARE(noticed(services.accounts).size(), 2);
    QVERIFY(services.accounts.isMarked(u"robot"_s));
    QVERIFY(!services.accounts.isMarked(u"shop"_s));

    // A new one begins anew.
    Awaited<void> replaced;
    services.accounts.keepSecret(u"publisher"_s, Secret("fedcba9876543210fedcba9876543210"), &replaced.context,
                                 replaced.callback());
    QVERIFY(replaced.wait());
    t.clock.advance(24h * 59);
    watch.look();
    QCOMPARE(noticed(services.accounts).count(u"SecretOld: Lumen Publisher"_s), 1);
    for (const int odd : {-1, 7, 365, 1'000'000}) {
        services.settings.setRotationDays(odd);
        QCOMPARE(services.settings.rotationDays(), 0);
    }
}

void TestWatch::theSameIsNoticedOnce()
{
    WindowFixture t;
    t.add(u"shop"_s);
    Services &services = t.start();
    const Notice notice{Notice::Kind::WrongState, u"shop"_s, {}};
    services.accounts.raise(notice);
    services.accounts.raise(notice);
    services.accounts.raise({Notice::Kind::WrongState, {}, {}});
    QCOMPARE(noticed(services.accounts).size(), 2);
    t.clock.advance(25h);
    services.accounts.raise(notice);
    QCOMPARE(noticed(services.accounts).size(), 3);
}

void TestWatch::theMarkStaysUntilSomebodyLooks()
{
    WindowFixture t;
    t.add(u"shop"_s);
    t.start().accounts.raise({Notice::Kind::OtherUser, u"shop"_s, u"studio"_s});
    MainWindow window(t.start()); // another start: the mark is still there
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto said = [] {
        auto *list = seen<QListView>(u"accountList"_s);
        return list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY2(said().contains("worth a look"_L1), qPrintable(said()));
    QVERIFY(!QApplication::activeModalWidget()); // calm
    auto *rows = seen<QTreeView>(u"activityRows"_s);
    rows->setFocus();
    rows->setCurrentIndex(rows->model()->index(0, 0));
    QTest::keyClick(rows, Qt::Key_Return);
    QTRY_VERIFY(seen(u"timelineDialog"_s));
    QVERIFY(textOf(u"timelineTitle"_s).contains("studio"_L1));
    click(u"timelineClose"_s);
    QVERIFY(!said().contains("worth a look"_L1));
    QVERIFY(t.desk.database().marked()->isEmpty());
}

void TestWatch::aMarkGoesWithItsAccount()
{
    WindowFixture t;
    t.add(u"shop"_s);
    Services &services = t.start();
    services.accounts.raise({Notice::Kind::TokenOld, u"shop"_s, {}});
    Awaited<void> removed;
    services.accounts.remove(u"shop"_s, &removed.context, removed.callback());
    QVERIFY(removed.wait());
    QVERIFY(t.desk.database().marked()->isEmpty());
    services.accounts.raise({Notice::Kind::TokenOld, u"shop"_s, {}}); // whoever is late does no harm
    QVERIFY(!services.accounts.isMarked(u"shop"_s));
}

QTEST_MAIN(TestWatch)
#include "tst_watch.moc"
