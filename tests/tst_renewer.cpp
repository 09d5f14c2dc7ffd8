// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/renewalstage.h"
#include "support/settle.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Mood = MemoryKeychain::Mood;

/// Renewing and extending against Practice, by hand and by the clock.
class TestRenewer : public QObject, protected RenewalStage
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void renewsWhatIsDueAndNothingElse()
    {
        const Account before = adopt();
        const Secret old = token(before.id);
        m_clock->advance(7 * 24h - 1s);
        round();
        QCOMPARE(renewals(), 0);

        m_clock->setNow(status().when); // a little later for each account
        QVERIFY(m_clock->now() <= before.issuedAt.addDays(7).addSecs(6 * 3600));
        round();
        QCOMPARE(renewals(), 1);
        QCOMPARE(only().issuedAt, m_clock->now());
        QCOMPARE(only().expiresAt, m_clock->now().addDays(60));
        QVERIFY(token(before.id) != old);
        QTRY_COMPARE(m_keychain->keys(), QStringList(only().tokenKey));
        QCOMPARE(status().detail, StatusDetail::RenewsOn);
        QCOMPARE(count(Event::Kind::Renewed), 1);

        m_desk->restart();
        QCOMPARE(only().expiresAt, m_clock->now().addDays(60));
    }

    void looksByItselfOnceStarted()
    {
        adopt();
        m_clock->advance(8 * 24h);
        m_renewer->start(10ms);
        QTRY_COMPARE(count(Event::Kind::Renewed), 1);
    }

    void twoWhoRenewAtOnceShareOneRequest()
    {
        const QString id = adopt().id;
        m_clock->advance(2 * 24h);
        Awaited<Account> first;
        Awaited<Account> second;
        accounts().renew(id, &first.context, first.callback());
        accounts().renew(id, &second.context, second.callback());
        QCOMPARE(status().status, Status::Renewing);
        QVERIFY(first.wait());
        QVERIFY(second.wait());
        QCOMPARE(renewals(), 1);
        QCOMPARE(status().status, Status::Working);
    }

    void temporaryTroubleIsRetriedLaterAndLaterAndSaysSo_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("reset") << u"reset"_s;
        QTest::newRow("garbage") << u"garbage"_s;
        QTest::newRow("throttled") << u"throttled"_s;
        QTest::newRow("unknown failure") << u"unknown-failure"_s;
        QTest::newRow("a hotel's web page") << u"html200"_s;
    }

    void temporaryTroubleIsRetriedLaterAndLaterAndSaysSo()
    {
        QFETCH(QString, fault);
        QVERIFY2(PracticeServer::faultNames().contains(fault), qPrintable(PracticeServer::faultNames().join(u' ')));
        const QString id = adopt().id;
        m_clock->advance(8 * 24h);
        m_server->inject({.name = fault, .endpoint = u"renew"_s});
        const Secret old = token(id);
        round();
        QCOMPARE(status().status, Status::Retrying);
        QVERIFY(status().when > m_clock->now());
        QVERIFY(token(id) == old);

        const int before = renewals();
        round(); // too early
        QCOMPARE(renewals(), before);

        m_clock->setNow(status().when);
        round();
        QCOMPARE(status().status, Status::Retrying);
        QCOMPARE(count(Event::Kind::RenewalFailed), 1); // told once, not at every try

        m_server->clearFaults();
        m_clock->setNow(status().when);
        round();
        QCOMPARE(status().status, Status::Working);
        QCOMPARE(count(Event::Kind::Renewed), 1);
    }

    void aRefusalNeedsThePersonAndDeletesNothing_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<Status>("status");
        QTest::addColumn<ErrorHint>("why");
        QTest::newRow("password changed") << u"password-changed"_s << Status::NeedsYou << ErrorHint::PasswordChanged;
        QTest::newRow("checkpoint") << u"checkpoint"_s << Status::NeedsYou << ErrorHint::Checkpoint;
        QTest::newRow("app removed") << u"app-removed"_s << Status::Revoked << ErrorHint::AppRemoved;
    }

    void aRefusalNeedsThePersonAndDeletesNothing()
    {
        QFETCH(QString, fault);
        const QString id = adopt().id;
        const Secret old = token(id);
        m_clock->advance(8 * 24h);
        m_server->inject({.name = fault, .endpoint = u"renew"_s});
        round();
        QTEST(status().status, "status");
        QTEST(status().why, "why");
        QCOMPARE(status().detail, StatusDetail::SignInAgain);
        QVERIFY(token(id) == old);
        QCOMPARE(count(Event::Kind::RenewalFailed), 1);
        QVERIFY(accounts().events(1).first().detail.contains(u"190"_s));

        round(); // not asked again
        QCOMPARE(renewals(), 1);
        m_desk->restart();
        m_renewer = std::make_unique<Renewer>(accounts(), *m_clock);
        QCOMPARE(status().detail, StatusDetail::SignInAgain);

        QCOMPARE(adopt().id, id);
        QCOMPARE(status().status, Status::Working);
    }

    void anExpiredTokenIsNotTried()
    {
        adopt();
        m_clock->advance(60 * 24h);
        round();
        QCOMPARE(renewals(), 0);
        QCOMPARE(status().status, Status::Expired);
    }

    void aRenewedTokenTheKeychainRefusesStaysInMemoryBesideTheOldItem()
    {
        const QString id = adopt().id;
        m_clock->advance(8 * 24h);
        const QStringList before = m_keychain->keys();
        Awaited<Account> answer;
        beginRenewal(id, answer);
        m_keychain->setMood(Mood::Unavailable);
        QCOMPARE(answer.wait().value().custody, Custody::MemoryOnly);
        QCOMPARE(status().status, Status::NotSaved);
        QCOMPARE(m_keychain->keys(), before);
    }

    void aLockedKeychainStopsTheRenewalAndIsAskedLater()
    {
        adopt();
        m_clock->advance(8 * 24h);
        m_keychain->setMood(Mood::Locked);
        round();
        QCOMPARE(status().detail, StatusDetail::UnlockKeychain);
        const int reads = m_keychain->reads();
        round();
        QCOMPARE(m_keychain->reads(), reads);

        m_keychain->setMood(Mood::Open);
        m_clock->advance(1min);
        round();
        QCOMPARE(status().status, Status::Working);
        QCOMPARE(renewals(), 1);
    }

    void aRenewalGoesOnWhenItsCallerIsGone()
    {
        const QString id = adopt().id;
        m_clock->advance(8 * 24h);
        auto caller = std::make_unique<Awaited<Account>>();
        int heard = 0;
        beginRenewal(id, *caller);
        accounts().renew(id, &caller->context, [&heard](const Result<Account> &) { ++heard; });
        caller.reset();
        QTRY_COMPARE(count(Event::Kind::Renewed), 1);
        QCOMPARE(only().issuedAt, m_clock->now());
        QCOMPARE(heard, 0);
    }

    void anAccountRemovedBeforeTheProviderIsAskedIsNotSpokenOf()
    {
        const QString id = adopt().id;
        m_clock->advance(8 * 24h);
        Awaited<Account> renewed;
        Awaited<void> removed;
        accounts().renew(id, &renewed.context, renewed.callback());
        accounts().remove(id, &removed.context, removed.callback());
        QVERIFY(removed.wait());
        QCOMPARE(renewed.wait().error().kind, ErrorKind::InvalidInput);
        QCOMPARE(renewals(), 0);
        QCOMPARE(count(Event::Kind::RenewalFailed), 0);
        QTRY_VERIFY(m_keychain->keys().isEmpty());
    }

    void anAccountRemovedWhileARequestIsOutLeavesNothing()
    {
        const QString id = adopt().id;
        m_clock->advance(8 * 24h);
        Awaited<Account> renewed;
        Awaited<void> removed;
        beginRenewal(id, renewed);
        accounts().remove(id, &removed.context, removed.callback());
        QVERIFY(removed.wait());
        QCOMPARE(renewed.wait().error().kind, ErrorKind::InvalidInput);
        QTRY_VERIFY(m_keychain->keys().isEmpty());
        QVERIFY(accounts().all().isEmpty());
    }

    void aSignInDuringARenewalWins_data()
    {
        QTest::addColumn<bool>("alreadyAsked");
        QTest::newRow("before the provider is asked") << false;
        QTest::newRow("while the provider is asked") << true;
    }

    void aSignInDuringARenewalWins()
    {
        QFETCH(bool, alreadyAsked);
        const QString id = adopt().id;
        m_clock->advance(8 * 24h);
        Awaited<Account> renewed;
        Awaited<Account> adopted;
        NewAccount second = fresh(TokenKind::LongLived, 27640875392278831);
        const Secret expected = second.token.clone();
        if (alreadyAsked)
            beginRenewal(id, renewed);
        else
            accounts().renew(id, &renewed.context, renewed.callback());
        accounts().adopt(std::move(second), &adopted.context, adopted.callback());
        QVERIFY(adopted.wait());
        QVERIFY(renewed.wait());
        QVERIFY(token(id) == expected);
        QTRY_COMPARE(m_keychain->keys(), QStringList(only().tokenKey));
    }

    void theProgramMayEndWhileARequestIsOut()
    {
        const QString id = adopt().id;
        m_clock->advance(8 * 24h);
        Awaited<Account> renewed;
        beginRenewal(id, renewed);
        m_renewer.reset();
        m_desk.reset();
        settle();
        QCOMPARE(renewed.times, 0);
    }

    void aOneHourTokenIsExtendedOnRequest()
    {
        const QString id = adopt(TokenKind::ShortLived).id;
        QCOMPARE(status().detail, StatusDetail::OneHourOnly);
        Awaited<Account> refused;
        accounts().extend(id, Secret("not the secret"), &refused.context, refused.callback());
        QCOMPARE(refused.wait().error().kind, ErrorKind::Misconfigured);
        QCOMPARE(status().detail, StatusDetail::OneHourOnly);

        Awaited<Account> extended;
        accounts().extend(id, Secret::fromText(PracticeServer::clientSecret()), &extended.context, extended.callback());
        QCOMPARE(extended.wait().value().tokenKind, TokenKind::LongLived);
        QCOMPARE(only().expiresAt, m_clock->now().addDays(60));
        QCOMPARE(status().detail, StatusDetail::RenewsOn);
        QCOMPARE(count(Event::Kind::Extended), 1);
    }
};

QTEST_GUILESS_MAIN(TestRenewer)
#include "tst_renewer.moc"
