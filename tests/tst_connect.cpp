// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connectfixture.h"
#include "support/rawclient.h"

#include <QTcpServer>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Mood = MemoryKeychain::Mood;
using Stage = Connect::Stage;

/// The whole way to an account against Practice, over sockets, with a person at the browser.
class TestConnect : public QObject
{
    Q_OBJECT

private slots:
    void connectsAnAccount()
    {
        ConnectFixture t;
        t.begin(t.practicePlan());
        QTRY_VERIFY(t.hasEnded());
        QVERIFY2(t.outcome, t.failure ? qPrintable(t.failure->what) : "");
        const Account account = t.outcome->account;
        QCOMPARE(account.providerId, u"practice"_s);
        QVERIFY(!account.username.isEmpty());
        QVERIFY(!account.professionalId.isEmpty());
        QVERIFY(account.professionalId != account.userId);
        QCOMPARE(account.tokenKind, TokenKind::LongLived);
        QCOMPARE(account.expiresAt, t.clock.now().addDays(60));
        QCOMPARE(account.custody, Custody::Keychain);
        QCOMPARE(account.requestedScopes, t.practicePlan().scopes);
        QCOMPARE(account.grantedScopes, t.practicePlan().scopes);
        QVERIFY(account.grantedKnown);
        QVERIFY(!t.outcome->replaced);
        QVERIFY(!t.outcome->notExtended && !t.outcome->noProfile && !t.outcome->secretNotKept);
        QVERIFY(t.accounts().picture(account.id).startsWith("\x89PNG"));
        QCOMPARE(t.accounts().status(account.id).status, Status::Working);
        QCOMPARE(t.kinds(), {Event::Kind::Connected});
        QVERIFY(t.accounts().registrations().isEmpty());
        QCOMPARE(t.keychain.keys(), QStringList(account.tokenKey));
        QVERIFY(t.token().startsWith("PRACTICE"));
        QCOMPARE(t.stages,
                 (QList{Stage::WaitingForBrowser, Stage::ExchangingCode, Stage::Extending, Stage::ReadingProfile,
                        Stage::Saving, Stage::Finished}));
    }

    void theBrowserIsToldOnlyOnceTheTokenIsSafe()
    {
        ConnectFixture t;
        t.at(Stage::WaitingForBrowser, [&t] { t.keychain.setMood(Mood::Silent); });
        t.begin(t.practicePlan());
        QTRY_COMPARE(t.attempt->stage(), Stage::Saving);
        const QUrl address(t.address);
        RawClient early(Wire::Http, quint16(address.port())); // looks for the page that the browser is to be sent to
        early.send("GET /test/connected HTTP/1.1\r\nHost: " + address.authority().toLatin1() + "\r\n\r\n");
        QVERIFY(early.waitClosed());
        QCOMPARE(early.status(), 404);
        QVERIFY(!t.browserRests);
        t.keychain.setMood(Mood::Open);
        QTRY_VERIFY(t.outcome);
        QTRY_VERIFY(t.browserRests);
        QCOMPARE(t.browser->status(), 200);
        QVERIFY(t.browser->address().query().isEmpty());
    }

    void connectingTheSameAccountAgainReplacesItInPlace()
    {
        ConnectFixture t;
        t.begin(t.practicePlan());
        QTRY_VERIFY(t.outcome);
        const QString id = t.only().id;
        const QByteArray first = t.token();
        QVERIFY(t.accounts().rename(id, u"Shop"_s));

        t.begin(t.practicePlan());
        QTRY_VERIFY(t.outcome);
        QVERIFY(t.outcome->replaced);
        QCOMPARE(t.outcome->account.id, id);
        QCOMPARE(t.only().displayName(), u"Shop"_s);
        QCOMPARE(t.accounts().all().size(), 1);
        QVERIFY(t.token() != first);
        QTRY_COMPARE(t.keychain.keys(), QStringList(t.only().tokenKey));
        QCOMPARE(t.kinds().last(), Event::Kind::Reconnected);
    }

    void whatWasNotGrantedIsNotClaimed()
    {
        ConnectFixture t;
        t.person.unticks = {u"instagram_business_manage_comments"_s};
        t.begin(t.practicePlan());
        QTRY_VERIFY(t.outcome);
        QCOMPARE(t.only().requestedScopes.size(), 2);
        QCOMPARE(t.only().grantedScopes, QStringList(u"instagram_business_basic"_s));
    }

    void anAppIsSavedAfterTheSignInAndItsSecretServesTheNext()
    {
        ConnectFixture t;
        t.begin(t.registeredPlan());
        QTRY_VERIFY(t.hasEnded());
        QVERIFY(t.outcome);
        QVERIFY(!t.outcome->secretNotKept);
        QCOMPARE(t.accounts().registrations().size(), 1);
        const Registration saved = t.accounts().registrations().first();
        QVERIFY(saved.secretKept);
        QCOMPARE(t.only().registrationId, saved.id);

        Connect::Plan again = t.registeredPlan();
        again.registration = saved;
        again.appSecret = {};
        t.begin(std::move(again));
        QTRY_VERIFY(t.outcome);
        QVERIFY(t.outcome->replaced);
    }

    void anAppWhoseSignInFailsIsNotSaved()
    {
        ConnectFixture t;
        t.person.presses = FakeBrowser::Button::Cancel;
        t.begin(t.registeredPlan());
        QTRY_VERIFY(t.failure);
        QVERIFY(t.accounts().registrations().isEmpty());
        QVERIFY(t.keychain.keys().isEmpty());
    }

    void aSecretThatWasNotWantedIsNotKept()
    {
        ConnectFixture t;
        Connect::Plan plan = t.registeredPlan();
        plan.keepAppSecret = false;
        t.begin(std::move(plan));
        QTRY_VERIFY(t.outcome);
        QCOMPARE(t.keychain.keys(), QStringList(t.only().tokenKey));
        QVERIFY(!t.accounts().registrations().first().secretKept);
    }

    void aTokenThatCannotBeExtendedIsKeptForItsHourAndExtendedLater()
    {
        ConnectFixture t;
        t.server.inject({.name = u"unknown-failure"_s, .endpoint = u"extend"_s});
        t.begin(t.practicePlan());
        QTRY_VERIFY(t.outcome);
        QVERIFY(t.outcome->notExtended);
        QCOMPARE(t.only().tokenKind, TokenKind::ShortLived);
        QCOMPARE(t.only().expiresAt, t.clock.now().addSecs(3600));
        QCOMPARE(t.accounts().status(t.only().id).detail, StatusDetail::OneHourOnly);
        QVERIFY(!t.only().username.isEmpty());

        t.server.clearFaults();
        Awaited<Account> extended;
        t.accounts().extend(t.only().id, Secret::fromText(PracticeServer::clientSecret()), &extended.context,
                            extended.callback());
        QCOMPARE(extended.wait().value().tokenKind, TokenKind::LongLived);
        QCOMPARE(t.accounts().status(t.only().id).detail, StatusDetail::RenewsOn);
    }

    void anAccountWithoutAProfileIsKeptUnderItsId()
    {
        ConnectFixture t;
        t.server.inject({.name = u"unknown-failure"_s, .endpoint = u"me"_s, .times = 1});
        t.begin(t.practicePlan());
        QTRY_VERIFY(t.outcome);
        QVERIFY(t.outcome->noProfile);
        QVERIFY(t.only().username.isEmpty());
        QVERIFY(!t.only().userId.isEmpty());
        QCOMPARE(t.only().displayName(), t.only().userId);

        const QString id = t.only().id;
        t.begin(t.practicePlan()); // with a profile it is the same account
        QTRY_VERIFY(t.outcome);
        QCOMPARE(t.only().id, id);
        QVERIFY(!t.only().username.isEmpty());
    }

    void aWrongAppSecretIsTheAppsTrouble()
    {
        ConnectFixture t;
        Connect::Plan plan = t.practicePlan();
        plan.appSecret = Secret("ffffffffffffffffffffffffffffffff");
        t.begin(std::move(plan));
        QTRY_VERIFY(t.failure);
        QCOMPARE(t.failure->kind, ErrorKind::Misconfigured);
        QVERIFY(t.nothingIsStored());
        const Event event = t.accounts().events(1).value(0);
        QCOMPARE(event.kind, Event::Kind::SignInFailed);
        QVERIFY(event.detail.contains(u"HTTP 400"_s));
    }

    void sayingNoOnTheConsentPageIsRespected()
    {
        ConnectFixture t;
        t.person.presses = FakeBrowser::Button::Cancel;
        t.begin(t.practicePlan());
        QTRY_VERIFY(t.failure);
        QCOMPARE(t.failure->kind, ErrorKind::Denied);
        QCOMPARE(t.attempt->stage(), Stage::Finished);
        QVERIFY(t.nothingIsStored());
        QTRY_VERIFY(t.browserRests);
        QCOMPARE(t.browser->status(), 200);
    }

    void aGuessedStateChangesNothing()
    {
        ConnectFixture t;
        t.person.wrongStateFirst = true;
        t.begin(t.practicePlan());
        QTRY_VERIFY(t.outcome);
    }

    void aBrowserThatNeverReturnsEndsTheAttemptInTime()
    {
        ConnectFixture t;
        t.person.presses = FakeBrowser::Button::None;
        t.begin(t.practicePlan());
        QTRY_VERIFY(t.browserRests); // on the page that asks
        t.clock.advance(4min);
        t.attempt->signIn()->keepWaiting();
        t.clock.advance(4min);
        QVERIFY(t.clock.waitForLook());
        QVERIFY(!t.hasEnded());
        t.clock.advance(1min);
        QTRY_VERIFY(t.failure);
        QCOMPARE(t.failure->kind, ErrorKind::TimedOut);
        QVERIFY(t.nothingIsStored());
    }

    void aTakenPortIsPassedOver()
    {
        ConnectFixture t;
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, quint16(QUrl(t.address).port())));
        t.begin(t.practicePlan());
        QTRY_VERIFY(t.failure);
        QCOMPARE(t.failure->kind, ErrorKind::PortTaken);

        Connect::Plan plan = t.practicePlan();
        plan.registration.redirectAddresses.append(freeRedirectAddress());
        t.begin(std::move(plan));
        QTRY_VERIFY(t.outcome);
    }
};

QTEST_GUILESS_MAIN(TestConnect)
#include "tst_connect.moc"
