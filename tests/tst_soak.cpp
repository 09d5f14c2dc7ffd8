// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs a few accounts through 70 days in the suite. For the long run:
// TOKENDESK_SOAK_ACCOUNTS=500 TOKENDESK_SOAK_SEED=7 tst_soak
#include "accounts/renewer.h"
#include "practice/practiceserver.h"
#include "practice/practicetokens.h"
#include "support/desk.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Mood = MemoryKeychain::Mood;

namespace {

constexpr quint64 people[] = {27640875392278831, 27640875392278832, 27640875392278833};
constexpr int days = 70;
constexpr int looksADay = 8;

int fromEnvironment(const char *name, int otherwise)
{
    const int value = qEnvironmentVariableIntValue(name);
    return value > 0 ? value : otherwise;
}

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6 : 0;
}

} // namespace

/// Seventy days of many accounts in virtual time: the real accounts, renewer, database and requests, with a server, a
/// keychain and a power switch that behave badly at random. Nothing may be lost.
class TestSoak : public QObject
{
    Q_OBJECT

private:
    const int m_count = fromEnvironment("TOKENDESK_SOAK_ACCOUNTS", 24);
    QRandomGenerator m_random{quint32(fromEnvironment("TOKENDESK_SOAK_SEED", 20261124))};
    ManualClock m_clock;
    MemoryKeychain m_keychain;
    PracticeServer m_server{m_clock};
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Renewer> m_renewer;
    int m_kills = 0;
    int m_troubles = 0;

    Accounts &accounts() { return m_desk->accounts(); }

    bool happens(int oneIn) { return m_random.bounded(oneIn) == 0; }

    void signIn(int number)
    {
        const Registration app
            = accounts().save({.providerId = u"test"_s, .clientId = QString::number(1000 + number / 3)}).value();
        const quint64 user = people[number % 3];
        const PracticeToken token{.kind = PracticeToken::Kind::Long,
                                  .appId = app.clientId.toULongLong(),
                                  .userId = user,
                                  .scopes = practiceScopes(),
                                  .issuedAt = m_clock.now(),
                                  .expiresAt = m_clock.now().addDays(60)};
        NewAccount fresh{.token = Secret(mintPracticeToken(token))};
        fresh.account.providerId = u"test"_s;
        fresh.account.registrationId = app.id;
        fresh.account.userId = QString::number(user);
        fresh.account.issueToken(TokenKind::LongLived, 60 * 24h, m_clock.now());
        Awaited<Account> adopted;
        accounts().adopt(std::move(fresh), &adopted.context, adopted.callback());
        QCOMPARE(adopted.wait().value().custody, Custody::Keychain);
    }

    void start()
    {
        m_renewer = std::make_unique<Renewer>(accounts(), m_clock);
        accounts().checkCustody();
        accounts().reconcile();
    }

    /// As a power failure does: nobody is told, nothing is brought to its end.
    void kill()
    {
        ++m_kills;
        m_renewer.reset();
        m_desk->restart();
        start();
    }

    void makeTrouble()
    {
        static const QStringList faults{u"unavailable"_s, u"reset"_s,     u"reset-after-request"_s, u"throttled"_s,
                                        u"html200"_s,     u"truncated"_s, u"unknown-failure"_s};
        m_server.clearFaults();
        m_keychain.setMood(Mood::Open);
        if (happens(4)) {
            ++m_troubles;
            const QStringList known = PracticeServer::faultNames();
            const QString name = faults.at(m_random.bounded(int(faults.size())));
            QVERIFY2(known.contains(name), qPrintable(name));
            m_server.inject({.name = name, .endpoint = u"renew"_s, .times = 1 + m_random.bounded(20)});
        }
        if (happens(6)) {
            ++m_troubles;
            m_keychain.setMood(happens(2) ? Mood::Locked : Mood::Unavailable);
        }
    }

    /// A look at the clock, in the middle of which the power may fail.
    void look()
    {
        QSignalSpy finished(m_renewer.get(), &Renewer::roundFinished);
        m_renewer->look();
        if (happens(10)) {
            for (int turns = m_random.bounded(200); turns > 0 && finished.isEmpty(); --turns)
                QCoreApplication::processEvents();
            return kill();
        }
        QVERIFY(!finished.isEmpty() || finished.wait(30'000));
    }

    /// Nobody may think that an account works whose newest token is nowhere: that is what lost means.
    void nothingIsLost()
    {
        QCOMPARE(accounts().all().size(), m_count);
        for (const Account &account : accounts().all()) {
            const AccountStatus status = accounts().status(account.id);
            if (status.status != Status::Working && status.status != Status::Retrying)
                continue;
            const auto token = readPracticeToken(m_keychain.value(account.tokenKey).view().toByteArray());
            QVERIFY2(token, qPrintable(account.tokenKey));
            QVERIFY(token->expiresAt > m_clock.now());
        }
    }

private slots:
    void initTestCase()
    {
        m_desk = std::make_unique<Desk>(m_keychain, m_clock, testProvider(m_server.listen().value()));
        for (int i = 0; i < m_count; ++i)
            signIn(i);
        start();
    }

    void seventyDaysLoseNothing()
    {
        double early = 0;
        for (int day = 0; day < days; ++day) {
            for (int i = 0; i < looksADay; ++i) {
                m_clock.advance(std::chrono::hours(24 / looksADay));
                makeTrouble();
                look();
                if (QTest::currentTestFailed())
                    return;
            }
            m_keychain.setMood(Mood::Open);
            nothingIsLost();
            if (day == days / 3)
                early = residentMegabytes();
        }
        QVERIFY(m_kills > 10 && m_troubles > 50);
        const QList<Event> events = accounts().events(1'000'000);
        QVERIFY(std::ranges::count(events, Event::Kind::Renewed, &Event::kind) > m_count * 6);
        if (m_count >= 100)
            QVERIFY2(residentMegabytes() < early * 1.2, qPrintable(QString::number(residentMegabytes() / early)));
    }

    /// Once the trouble is over everything works again, without a restart and without a person.
    void thenEverythingIsWellAgain()
    {
        m_server.clearFaults();
        m_keychain.setMood(Mood::Open);
        accounts().checkCustody();
        for (int i = 0; i < 4; ++i) {
            m_clock.advance(26h);
            QSignalSpy finished(m_renewer.get(), &Renewer::roundFinished);
            m_renewer->look();
            QVERIFY(!finished.isEmpty() || finished.wait(30'000));
        }
        const Provider provider = m_desk->catalog.provider(u"test"_s).value();
        for (const Account &account : QList(accounts().all())) {
            Awaited<Secret> token;
            accounts().token(account.id, &token.context, token.callback());
            const Result<Secret> read = token.wait();
            QVERIFY(read);
            QCOMPARE(accounts().status(account.id).status, Status::Working);
            Awaited<Profile> profile;
            m_desk->graph.profile(provider, *read, &profile.context, profile.callback());
            QVERIFY(profile.wait());
        }
        // No item was left behind, and none was removed that is needed.
        accounts().reconcile();
        QTRY_COMPARE(m_keychain.keys().filter(u"tokendesk/token/"_s).size(), m_count);
        QTRY_VERIFY(m_desk->database().leftovers()->isEmpty());
        QVERIFY(m_desk->database().intents()->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSoak)
#include "tst_soak.moc"
