// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/faultpoint.h"
#include "practice/practicetokens.h"
#include "support/desk.h"
#include "support/keyring.h"
#include "support/program.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000; // ms

Result<Account> renew(Program &program)
{
    Awaited<Account> renewed;
    program.accounts.renew(program.accounts.all().constFirst().id, &renewed.context, renewed.callback());
    if (!QTest::qWaitFor([&renewed] { return renewed.result.has_value(); }, patience))
        return failure(ErrorKind::TimedOut, u"no answer in the test"_s);
    return *renewed.result;
}

/// What this program does when it is started again: a second TokenDesk that renews the account and ends.
int renewAndEnd(const QString &folder)
{
    Program program(folder);
    const Result<Account> renewed = renew(program);
    // The old item goes behind the answer.
    const bool tidy = QTest::qWaitFor([&program] { return program.database->leftovers()->isEmpty(); });
    return renewed && tidy ? 0 : 1;
}

} // namespace

/// A rotation that is killed between any two steps, or meets another program's, over a real keyring.
class TestRotation : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<PracticeServer> m_server;

    /// An account with a token of a day and an hour ago in the keychain.
    void signIn()
    {
        const QDateTime then = m_clock.now().addSecs(-25 * 3600);
        const PracticeToken token{.kind = PracticeToken::Kind::Long,
                                  .appId = PracticeServer::clientId().toULongLong(),
                                  .userId = 27640875392278831,
                                  .scopes = practiceScopes(),
                                  .issuedAt = then,
                                  .expiresAt = then.addDays(60)};
        Program program(m_folder.path());
        const Registration app = program.accounts.save({.providerId = u"test"_s, .clientId = u"1"_s}).value();
        NewAccount fresh{.token = Secret(mintPracticeToken(token))};
        fresh.account.providerId = u"test"_s;
        fresh.account.registrationId = app.id;
        fresh.account.userId = QString::number(token.userId);
        fresh.account.issueToken(TokenKind::LongLived, 60 * 24h, then);
        fresh.account.issuedAt = then;
        Awaited<Account> adopted;
        program.accounts.adopt(std::move(fresh), &adopted.context, adopted.callback());
        QCOMPARE(adopted.wait().value().custody, Custody::Keychain);
    }

    std::unique_ptr<QProcess> startRenewal(int faultAt = 0) const
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"FAULT_AT"_s, QString::number(faultAt));
        process->setProcessEnvironment(environment);
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QCoreApplication::applicationFilePath(), {u"--renew"_s, m_folder.path()});
        return process;
    }

    /// While the server, which lives in this program, goes on.
    static bool ends(QProcess &process)
    {
        return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, patience);
    }

    /// Does the provider take the token that the account has now?
    static bool works(Program &program)
    {
        const Account account = program.accounts.all().constFirst();
        Awaited<Secret> token;
        program.accounts.token(account.id, &token.context, token.callback());
        const Result<Secret> read = token.wait();
        if (!read)
            return false;
        Awaited<Profile> profile;
        program.graph.profile(program.catalog.provider(u"test"_s).value(), *read, &profile.context, profile.callback());
        return profile.wait().has_value();
    }

    int renewals() const { return int(m_server->requests().count(u"GET /refresh_access_token"_s)); }

private slots:
    void init()
    {
        if (!Keyring::isPossible())
            QSKIP("needs a keyring of its own");
        m_server = std::make_unique<PracticeServer>(m_clock);
        QFile file(m_folder.filePath(u"test.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(testProvider(m_server->listen().value())) > 0);
        file.close();
        signIn();
    }

    void cleanup()
    {
        Program program(m_folder.path());
        for (const Account &account : QList(program.accounts.all())) {
            Awaited<void> removed;
            program.accounts.remove(account.id, &removed.context, removed.callback());
            QVERIFY(removed.wait());
        }
        program.accounts.reconcile();
        QTRY_VERIFY_WITH_TIMEOUT(program.database->leftovers()->isEmpty(), patience);
    }

    void killedAnywhereItGoesOnAfterARestart_data()
    {
        QTest::addColumn<int>("point");
        QTest::addColumn<int>("grace"); // s; -1: the old token lives on, as at Instagram
        for (int point = 1; point <= lastFaultPoint; ++point) {
            QTest::addRow("at %d", point) << point << -1;
            QTest::addRow("at %d, the server ends the old token", point) << point << 0;
        }
        for (const int point :
             {int(FaultPoint::IntentWritten), int(FaultPoint::Answered), int(FaultPoint::ItemWritten)})
            QTest::addRow("at %d, the server ends the old token after a minute", point) << point << 60;
    }

    void killedAnywhereItGoesOnAfterARestart()
    {
        QFETCH(int, point);
        QFETCH(int, grace);
        if (grace >= 0)
            m_server->endRenewedTokensAfter(std::chrono::seconds(grace));

        const auto process = startRenewal(point);
        QVERIFY(ends(*process));
        QCOMPARE(process->exitStatus(), QProcess::CrashExit); // it was killed, and there

        Program program(m_folder.path());
        QCOMPARE(program.accounts.all().size(), 1);
        const QString id = program.accounts.all().constFirst().id;
        program.accounts.reconcile();
        QTRY_VERIFY_WITH_TIMEOUT(program.database->intents()->isEmpty(), patience);

        // What was not yet in the keychain is lost where the server has ended the old token: then the next renewal
        // finds that out, and a person is asked.
        const bool lost = grace == 0 && FaultPoint(point) == FaultPoint::Answered;
        QCOMPARE(works(program), !lost);
        m_server->advance(25h);
        QCOMPARE(renew(program).has_value(), !lost && grace != 60 ? true : works(program));
        QCOMPARE(program.accounts.status(id).status, works(program) ? Status::Working : Status::NeedsYou);
        QVERIFY(program.accounts.find(id));
        program.accounts.reconcile();
        QTRY_VERIFY_WITH_TIMEOUT(program.database->leftovers()->isEmpty(), patience); // nothing is left in the keychain
    }

    void twoProgramsRenewOnce()
    {
        m_server->endRenewedTokensAfter(0s); // a second renewal of the same token would be refused
        const auto first = startRenewal();
        const auto second = startRenewal();
        QVERIFY(ends(*first) && ends(*second));
        Program program(m_folder.path());
        QVERIFY(works(program));
        QCOMPARE(program.accounts.status(program.accounts.all().constFirst().id).status, Status::Working);
    }

    void aRenewalThatComesSecondTakesTheFirstOnesToken()
    {
        Program window(m_folder.path()); // has read the account before the other changes it
        const auto process = startRenewal();
        QVERIFY(ends(*process));
        QCOMPARE(process->exitCode(), 0);
        const Result<Account> renewed = renew(window);
        QVERIFY(renewed);
        QCOMPARE(renewals(), 1);
        QCOMPARE(renewed->tokenKey, window.database->account(renewed->id).value()->tokenKey);
        QVERIFY(works(window));
    }

    void theWindowSeesWhatTheCommandLineDid()
    {
        Program window(m_folder.path());
        const Account before = window.accounts.all().constFirst();
        QList<Event::Kind> told;
        connect(&window.accounts, &Accounts::eventAppended, this, [&told](const Event &event) { told += event.kind; });
        int changes = 0;
        connect(&window.accounts, &Accounts::accountChanged, this, [&changes] { ++changes; });
        window.accounts.refresh();
        QCOMPARE(changes, 0);

        const auto process = startRenewal();
        QVERIFY(ends(*process));
        window.accounts.refresh();
        QCOMPARE(changes, 1);
        QCOMPARE(told, QList{Event::Kind::Renewed});
        const Account after = window.accounts.all().constFirst();
        QVERIFY(after.tokenKey != before.tokenKey && after.issuedAt > before.issuedAt);
        QVERIFY(works(window));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 2 && QByteArrayView(argv[1]) == "--renew")
        return renewAndEnd(QString::fromLocal8Bit(argv[2]));
    TestRotation test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_rotation.moc"
