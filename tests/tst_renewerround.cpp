// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/renewalstage.h"

#include "practice/practiceconsents.h"
#include "practice/practicetokens.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// One look at the clock over many accounts.
class TestRenewerRound : public QObject, protected RenewalStage
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void afterALongSleepNothingStampedes()
    {
        // Practice knows three people; apps make more accounts of them.
        for (quint64 user = 0; user < 70; ++user)
            adopt(TokenKind::LongLived, user);
        m_clock->advance(50 * 24h);
        m_server->inject({.name = u"unavailable"_s, .endpoint = u"renew"_s});
        round();
        QCOMPARE(renewals(), 60); // of one app in one minute
        round();
        QVERIFY(renewals() <= 60);
        m_clock->advance(1min);
        round();
        QVERIFY(renewals() >= 70);
        QCOMPARE(accounts().all().size(), 70);
    }

    void whatIsDueIsSoHoweverLongTheLookTakes()
    {
        for (quint64 user = 1; user <= 5; ++user)
            adopt(TokenKind::LongLived, user);
        m_clock->advance(30 * 24h);
        m_clock->setStep(1ms);
        round();
        QCOMPARE(renewals(), 5);
    }

    void aThrottledAppRestsWithAllItsAccounts()
    {
        for (quint64 user = 0; user < 20; ++user)
            adopt(TokenKind::LongLived, user);
        m_clock->advance(8 * 24h);
        m_server->inject({.name = u"throttled"_s, .endpoint = u"renew"_s});
        round();
        QVERIFY2(renewals() <= 7, qPrintable(QString::number(renewals()))); // those that were out
        const int asked = renewals();
        round();
        QCOMPARE(renewals(), asked);
    }

    void anEmptyLookIsARoundAsWell()
    {
        QSignalSpy finished(m_renewer.get(), &Renewer::roundFinished);
        m_renewer->look();
        QVERIFY(finished.isEmpty());
        QVERIFY(finished.wait());
    }

    void theNetworkThatIsBackIsUsedWithinAMinute()
    {
        adopt();
        m_clock->advance(8 * 24h);
        m_server->inject({.name = u"reset"_s, .endpoint = u"renew"_s, .times = 12});
        for (int i = 0; i < 6; ++i) {
            round();
            QCOMPARE(status().status, Status::Retrying);
            m_clock->setNow(status().when);
        }
        m_server->clearFaults();
        m_clock->advance(-1min);
        m_renewer->networkIsBack();
        QVERIFY(status().when <= m_clock->now().addSecs(60));
        QVERIFY(status().when >= m_clock->now());
        m_clock->setNow(status().when);
        round();
        QCOMPARE(status().status, Status::Working);
    }

    void renewsAFewAtATime()
    {
        for (quint64 user = 1; user <= 12; ++user)
            adopt(TokenKind::LongLived, user);
        m_clock->advance(30 * 24h);
        int together = 0;
        connect(&accounts(), &Accounts::accountChanged, this, [this, &together] {
            const auto renewing
                = [this](const Account &account) { return accounts().status(account.id).status == Status::Renewing; };
            together = std::max(together, int(std::ranges::count_if(accounts().all(), renewing)));
        });
        round();
        QCOMPARE(renewals(), 12);
        QCOMPARE(together, 4);
    }

    void whatAnotherProgramRenewsMeanwhileIsNotAskedForAgain()
    {
        for (quint64 user = 1; user <= 6; ++user)
            adopt(TokenKind::LongLived, user);
        m_clock->advance(30 * 24h);
        QSignalSpy finished(m_renewer.get(), &Renewer::roundFinished);
        m_renewer->look();
        const QList<Account> all = accounts().all();
        const auto waiting = std::ranges::find_if(all, [this](const Account &account) {
            return accounts().status(account.id).status != Status::Renewing; // four at a time
        });
        QVERIFY(waiting != all.end());
        {
            const auto other = Database::open(m_desk->folder()).value();
            Account renewed = other->account(waiting->id).value().value();
            renewed.tokenKey = u"tokendesk/token/of another program"_s;
            renewed.issueToken(TokenKind::LongLived, 60 * 24h, m_clock->now());
            QVERIFY(other->save(renewed));
        }
        accounts().refresh();
        QVERIFY(finished.wait());
        QCOMPARE(renewals(), 5);
    }

    void aOneHourTokenIsExtendedAtOnceWhereTheAppSecretIsKept()
    {
        const Registration app
            = accounts().save({.providerId = u"test"_s, .clientId = PracticeServer::clientId()}).value();
        NewAccount made = fresh(TokenKind::ShortLived, 27640875392278831);
        made.account.providerId = u"test"_s;
        made.account.registrationId = app.id;
        const QString id = adopt(std::move(made)).id;
        round();
        QCOMPARE(status().detail, StatusDetail::OneHourOnly); // nobody has given the secret

        Awaited<void> kept;
        accounts().keepSecret(app.id, Secret::fromText(PracticeServer::clientSecret()), &kept.context, kept.callback());
        QVERIFY(kept.wait());
        m_server->inject({.name = u"unavailable"_s, .endpoint = u"extend"_s, .times = 1});
        round();
        QCOMPARE(status().detail, StatusDetail::OneHourOnly);
        QVERIFY(accounts().renewalDue(id) > m_clock->now()); // later, like every other try
        m_clock->setNow(accounts().renewalDue(id));
        round();
        QCOMPARE(only().tokenKind, TokenKind::LongLived);
        QCOMPARE(status().detail, StatusDetail::RenewsOn);
        QCOMPARE(count(Event::Kind::Extended), 1);
    }

    void oneOfPracticeNeedsNoSecret()
    {
        NewAccount made = fresh(TokenKind::ShortLived, 27640875392278831);
        PracticeToken own = readPracticeToken(made.token.view().toByteArray()).value();
        own.appId = PracticeConsents::appId;
        made.token = Secret(mintPracticeToken(own));
        adopt(std::move(made));
        round();
        QCOMPARE(only().tokenKind, TokenKind::LongLived);
        QCOMPARE(status().detail, StatusDetail::RenewsOn);
    }
};

QTEST_GUILESS_MAIN(TestRenewerRound)
#include "tst_renewerround.moc"
