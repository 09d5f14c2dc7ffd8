// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "support/fakebrowser.h"
#include "support/program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

/// From an empty folder to a token in the real keychain and back out of it, over sockets, with a browser at the other
/// end. Nothing is replaced but the browser and Instagram.
class TestEndToEnd : public QObject
{
    Q_OBJECT

private:
    static Connect::Plan plan(const QString &redirectAddress)
    {
        Connect::Plan plan;
        plan.providerId = u"test"_s;
        plan.registration.name = u"Shop app"_s;
        plan.registration.clientId = PracticeServer::clientId();
        plan.registration.redirectAddresses = {redirectAddress};
        plan.appSecret = Secret::fromText(PracticeServer::clientSecret());
        plan.keepAppSecret = true;
        plan.scopes = {u"instagram_business_basic"_s, u"instagram_business_manage_insights"_s};
        return plan;
    }

    static void writeProvider(const QString &folder, quint16 port)
    {
        QFile file(folder + "/test.json"_L1);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(testProvider(port)) > 0);
    }

private slots:
    void aSignInLastsBeyondARestart_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("http") << u"http"_s;
        QTest::newRow("https") << u"https"_s;
    }

    void aSignInLastsBeyondARestart()
    {
        QFETCH(QString, scheme);
        const QTemporaryDir folder;
        const SystemClock clock;
        PracticeServer server(clock);
        const Result<quint16> port = server.listen();
        QVERIFY(port);
        writeProvider(folder.path(), *port);

        QString username;
        {
            Program program(folder.path());
            FakeBrowser browser;
            browser.trust(program.certificates.certificate().value().certificate);
            Connect attempt(plan(freeRedirectAddress(scheme)), program.accounts, program.keychain, program.catalog,
                            program.graph, program.certificates, program.clock);
            std::optional<Connect::Outcome> outcome;
            std::optional<Error> failure;
            bool browserRests = false;
            connect(&attempt, &Connect::browserRequested, &browser, &FakeBrowser::open);
            connect(&attempt, &Connect::connected, this, [&outcome](const Connect::Outcome &o) { outcome = o; });
            connect(&attempt, &Connect::failed, this, [&failure](const Error &error) { failure = error; });
            connect(&browser, &FakeBrowser::rested, this, [&browserRests] { browserRests = true; });
            attempt.start();
            QTRY_VERIFY_WITH_TIMEOUT(outcome || failure, 20'000);
            QVERIFY2(outcome, failure ? qPrintable(failure->what) : "");
            QCOMPARE(outcome->account.custody, Custody::Keychain);
            QCOMPARE(program.accounts.status(outcome->account.id).status, Status::Working);
            QVERIFY(!outcome->notExtended && !outcome->noProfile && !outcome->secretNotKept);
            username = outcome->account.username;

            QTRY_VERIFY(browserRests);
            QCOMPARE(browser.status(), 200);
            QCOMPARE(browser.address().scheme(), scheme);
            QVERIFY(browser.address().query().isEmpty());
        }

        Program program(folder.path());
        QCOMPARE(program.accounts.all().size(), 1);
        const Account account = program.accounts.all().first();
        QCOMPARE(account.username, username);
        Awaited<Secret> token;
        program.accounts.token(account.id, &token.context, token.callback());
        const Result<Secret> read = token.wait();
        QVERIFY2(read, read ? "" : qPrintable(read.error().what));
        QCOMPARE(program.accounts.status(account.id).detail, StatusDetail::RenewsOn);

        Awaited<Profile> profile;
        const Provider provider = program.catalog.provider(account.providerId).value();
        program.graph.profile(provider, *read, &profile.context, profile.callback());
        QCOMPARE(profile.wait().value().username, username);

        Awaited<Secret> appSecret;
        program.accounts.appSecret(account.registrationId, &appSecret.context, appSecret.callback());
        QCOMPARE(appSecret.wait().value().toText(), PracticeServer::clientSecret());

        // Nothing stays behind in the keyring that later tests share.
        Awaited<void> removed;
        Awaited<void> forgotten;
        program.accounts.remove(account.id, &removed.context, removed.callback());
        program.accounts.forgetSecret(account.registrationId, &forgotten.context, forgotten.callback());
        QVERIFY(removed.wait());
        QVERIFY(forgotten.wait());
    }
};

QTEST_GUILESS_MAIN(TestEndToEnd)
#include "tst_endtoend.moc"
