// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/manifest.h"
#include "accounts/network.h"
#include "accounts/storing.h"
#include "desktop/certificatetrust.h"
#include "desktop/schedule.h"
#include "desktop/scheduleplan.h"
#include "forget/forgetting.h"
#include "signin/certificate.h"
#include "support/accountsfixture.h"
#include "support/faketool.h"
#include "support/isolateddesktop.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

/// "Forget everything" where the keychain cannot be searched, as KWallet: each kind of item is known by its key. And
/// what lies outside the program's own folder.
class TestForgetItems : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void everyKindOfItemIsKnown();
    void everyKindOfItemIsKnownAfterARestart();
    void theBrowsersTrustGoesToo();

private:
    void live();
    void put(const QString &key);
    void allAreKnown();
    Accounts &accounts() { return m_fixture->accounts(); }
    Desktop desktop() const;

    std::unique_ptr<AccountsFixture> m_fixture;
    std::unique_ptr<Settings> m_settings;
};

void TestForgetItems::init()
{
    m_fixture = std::make_unique<AccountsFixture>();
    const QString folder = m_fixture->desk.folder();
    m_settings = std::make_unique<Settings>(Paths{folder, folder});
}

void TestForgetItems::put(const QString &key)
{
    Awaited<void> written;
    m_fixture->keychain.write(key, Secret("IGAA-item"), &written.context, written.callback());
    QVERIFY(written.wait());
}

/// An item of every kind that any part of the program writes.
void TestForgetItems::live()
{
    QVERIFY(m_fixture->adopt(m_fixture->fresh("IGAA-one", u"01"_s)));
    NewAccount refreshable = m_fixture->fresh("access", u"02"_s);
    refreshable.account.issueToken(TokenKind::Refreshable, 1h, m_fixture->clock.now());
    refreshable.refreshToken = Secret("refresh");
    const Result<Account> account = m_fixture->adopt(std::move(refreshable));
    QVERIFY(account);
    Awaited<void> secret, clientToken, password;
    accounts().keepSecret(u"r"_s, Secret("0123456789abcdef"), &secret.context, secret.callback());
    accounts().keepClientToken(u"r2"_s, Secret("fedcba9876543210"), &clientToken.context, clientToken.callback());
    QVERIFY(secret.wait() && clientToken.wait());
    Network network(*m_settings, m_fixture->desk.folder(), m_fixture->keychain, m_fixture->clock);
    network.signIn(u"proxy.lumen.example"_s, u"jdoe"_s, Secret("right"), &password.context, password.callback());
    QVERIFY(password.wait());
    // A rotation under way, and what an earlier one has left: each with a companion.
    for (const bool intended : {false, true}) {
        const QString key = newTokenKey(TokenKind::Refreshable);
        put(key);
        put(refreshKeyOf(key));
        QVERIFY(intended ? m_fixture->desk.database().begin(
                               {.accountId = account->id, .tokenKey = key, .at = m_fixture->clock.now()})
                         : m_fixture->desk.database().addLeftover(key));
    }
    QTRY_VERIFY(!m_fixture->desk.database().stalePage().value());
    QVERIFY(!m_fixture->keychain.value(manifestKey(0)).isEmpty());
}

void TestForgetItems::allAreKnown()
{
    const QStringList known = accounts().keychainItems() + QStringList{proxyPasswordKey};
    const QStringList there = m_fixture->keychain.keys();
    QCOMPARE(there.size(), 10);
    for (const QString &key : there)
        QVERIFY2(known.contains(key), qPrintable(key));
    QVERIFY(known.contains(manifestKey(0)) && known.contains(manifestKey(1)));
    QVERIFY(!known.contains(QString()));
}

// A64, orphans aside, which only a search finds.
void TestForgetItems::everyKindOfItemIsKnown()
{
    live();
    allAreKnown();
}

void TestForgetItems::everyKindOfItemIsKnownAfterARestart()
{
    live();
    m_fixture->desk.restart();
    allAreKnown();
}

Desktop TestForgetItems::desktop() const
{
    Desktop own = isolatedDesktop(m_fixture->desk.folder() + "/desktop"_L1);
    FakeTool(own, schedulePlan(own)).work();
    return own;
}

/// From a browser's real store.
void TestForgetItems::theBrowsersTrustGoesToo()
{
#ifndef Q_OS_LINUX
    QSKIP("Windows and macOS ask the person");
#endif
    const QString certutil = QStandardPaths::findExecutable(u"certutil"_s);
    QVERIFY2(!certutil.isEmpty(), "certutil is not installed (Debian: libnss3-tools)");
    const Desktop own = desktop();
    QVERIFY(QFile::link(certutil, own.tools + "/certutil"_L1));
    const QString data = m_fixture->desk.folder();
    const auto listed = [&own, &certutil] {
        QProcess list;
        list.start(certutil, {u"-L"_s, u"-d"_s, u"sql:"_s + own.home + "/.pki/nssdb"_L1});
        list.waitForFinished();
        return list.readAllStandardOutput();
    };
    std::optional<TrustOutcome> outcome;
    QObject context;
    CertificateTrust(own, data).add(CertificateStore(data, m_fixture->clock).certificate().value().certificate,
                                    &context, [&outcome](TrustOutcome came) { outcome = came; });
    QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 30'000);
    QVERIFY(listed().contains("TokenDesk"));

    Forgetting forgetting({.accounts = &accounts(),
                           .keychain = m_fixture->keychain,
                           .settings = *m_settings,
                           .clock = m_fixture->clock,
                           .desktop = own,
                           .data = data});
    QSignalSpy finished(&forgetting, &Forgetting::finished);
    forgetting.start();
    QVERIFY(finished.wait(60'000));
    QCOMPARE(finished.first().first().value<QList<Remnant>>(), QList<Remnant>());
    QVERIFY(!listed().contains("TokenDesk"));
    for (const QString &file : {u"trusted.pem"_s, u"localhost.pem"_s, u"tokendesk.sqlite"_s})
        QVERIFY2(!QFile::exists(data + u'/' + file), qPrintable(file));
    QVERIFY(m_fixture->keychain.keys().isEmpty());
}

QTEST_GUILESS_MAIN(TestForgetItems)
#include "tst_forgetitems.moc"
