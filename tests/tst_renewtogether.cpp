// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/renewer.h"
#include "practice/practicetokens.h"
#include "support/commandrun.h"
#include "support/desk.h"
#include "support/keyring.h"
#include "support/program.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The window's renewer and `tokendesk-cli renew --due` in the same minute, over one database and one keyring, at a
/// server that ends a token as soon as it is renewed: whoever comes second takes what the first one got.
class TestRenewTogether : public QObject
{
    Q_OBJECT

    static constexpr int people = 3; // Practice knows no more; each is there with two apps
    static constexpr int accountsDue = 2 * people;
    static constexpr int patience = 40'000; // ms

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Keyring> m_keyring;
    std::unique_ptr<PracticeServer> m_server;
    SystemClock m_clock;

    QString data() const { return m_home->path() + "/data/TokenDesk"_L1; }
    int renewals() const { return int(m_server->requests().count(u"GET /refresh_access_token"_s)); }

    /// Where the command line looks for it, and where a Program does.
    void describeProvider(quint16 port) const
    {
        for (const QString &folder : {data(), data() + "/providers"_L1}) {
            QVERIFY(QDir().mkpath(folder));
            QFile file(folder + "/test.json"_L1);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.write(testProvider(port)) > 0);
        }
    }

    /// With a token of eight days ago, which is due.
    void signIn(quint64 user, const QString &clientId) const
    {
        const QDateTime then = m_clock.now().addDays(-8);
        Program program(data());
        const Registration app = program.accounts.save({.providerId = u"test"_s, .clientId = clientId}).value();
        NewAccount fresh{.token = Secret(mintPracticeToken({.kind = PracticeToken::Kind::Long,
                                                            .appId = PracticeServer::clientId().toULongLong(),
                                                            .userId = user,
                                                            .scopes = practiceScopes(),
                                                            .issuedAt = then,
                                                            .expiresAt = then.addDays(60)}))};
        fresh.account.providerId = u"test"_s;
        fresh.account.registrationId = app.id;
        fresh.account.userId = QString::number(user);
        fresh.account.issueToken(TokenKind::LongLived, 60 * 24h, then);
        Awaited<Account> adopted;
        program.accounts.adopt(std::move(fresh), &adopted.context, adopted.callback());
        QCOMPARE(adopted.wait().value().custody, Custody::Keychain);
    }

    /// All of them work with tokens of this minute, each in the only item that the keyring has of its account.
    void everybodyIsRenewed(Program &program)
    {
        QCOMPARE(program.accounts.all().size(), accountsDue);
        for (const Account &account : QList(program.accounts.all())) {
            QCOMPARE(program.accounts.status(account.id).status, Status::Working);
            Awaited<Secret> token;
            program.accounts.token(account.id, &token.context, token.callback());
            const auto said = readPracticeToken(token.wait().value().view().toByteArray());
            QVERIFY(said && said->issuedAt.secsTo(m_clock.now()) < 120);
        }
        program.accounts.reconcile();
        QTRY_VERIFY_WITH_TIMEOUT(program.database->leftovers()->isEmpty(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_keyring->count(u"tokendesk/token/"_s), accountsDue, patience);
        QVERIFY(program.database->intents()->isEmpty());
    }

private slots:
    void init()
    {
        if (!Keyring::isPossible())
            QSKIP("needs a keyring of its own");
        m_home = std::make_unique<QTemporaryDir>();
        m_keyring = std::make_unique<Keyring>();
        QVERIFY(m_keyring->start());
        m_server = std::make_unique<PracticeServer>(m_clock);
        m_server->endRenewedTokensAfter(0s);
        describeProvider(m_server->listen().value());
        for (int i = 0; i < accountsDue; ++i)
            signIn(27640875392278831 + quint64(i % people), QString::number(1 + i / people));
    }

    void cleanup()
    {
        // The next test has a keyring without these.
        if (m_home) {
            Program program(data());
            for (const Account &account : QList(program.accounts.all())) {
                Awaited<void> removed;
                program.accounts.remove(account.id, &removed.context, removed.callback());
                QVERIFY(removed.wait());
            }
            program.accounts.reconcile();
            QTRY_VERIFY_WITH_TIMEOUT(program.database->leftovers()->isEmpty(), patience);
        }
        m_server.reset();
        m_keyring.reset();
        m_home.reset();
    }

    void eachAccountIsAskedForOnce_data()
    {
        QTest::addColumn<int>("lookAfter"); // requests of the command line that have come before the window looks
        QTest::newRow("the window looks first") << 0;
        QTest::newRow("the command line is at the first accounts") << 1;
        QTest::newRow("the command line is half through") << accountsDue / 2;
    }

    void eachAccountIsAskedForOnce()
    {
        QFETCH(int, lookAfter);
        Program window(data()); // has read the accounts before the other changes them
        Renewer renewer(window.accounts, m_clock);
        QSignalSpy finished(&renewer, &Renewer::roundFinished);
        CommandLine commandLine(m_home->path(), {u"renew"_s, u"--due"_s});
        QTRY_VERIFY_WITH_TIMEOUT(renewals() >= lookAfter, patience);
        renewer.look();
        const Ending ending = commandLine.wait(patience);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);

        QVERIFY2(ending.code == 0, qPrintable(ending.output + ending.complaint));
        QCOMPARE(renewals(), accountsDue);
        window.accounts.refresh();
        everybodyIsRenewed(window);
        const auto renewed = window.accounts.events(100, {.kinds = {Event::Kind::Renewed}});
        QCOMPARE(renewed.size(), accountsDue);
        QVERIFY(window.accounts.events(1, {.kinds = {Event::Kind::RenewalFailed}}).isEmpty());
        Program later(data());
        everybodyIsRenewed(later);
    }
};

QTEST_GUILESS_MAIN(TestRenewTogether)
#include "tst_renewtogether.moc"
