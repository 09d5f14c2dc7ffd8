// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/networkstage.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

/// A company's proxy that wants to know who asks: its password is used, kept and forgotten.
class TestNetworkPassword : public QObject, protected NetworkStage
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void aProxyThatWantsASignInIsTold();
    void aWrongPasswordIsTold();
    void theRightPasswordLeadsThroughAndIsKept();
    void theKeychainsRefusalIsToldAndThePasswordUsed();
    void signingOutForgetsThePassword();
    void noOtherProxyIsToldThePassword();
    void theSettingsFileHoldsNoPassword();
};

// A51: proxies.
void TestNetworkPassword::aProxyThatWantsASignInIsTold()
{
    useSmallProxy();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    m_proxy->setCredentials("jdoe:right");
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Offline);
    QCOMPARE(answer.error().hint, ErrorHint::ProxySignIn);
    QCOMPARE(answer.error().message, m_proxy->name());
}

void TestNetworkPassword::aWrongPasswordIsTold()
{
    useSmallProxy();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    m_proxy->setCredentials("jdoe:right");
    QVERIFY(signIn("wrong"));
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().hint, ErrorHint::ProxyPassword);
    QVERIFY(m_proxy->connected().isEmpty());
}

void TestNetworkPassword::theRightPasswordLeadsThroughAndIsKept()
{
    useSmallProxy();
    trustCompany();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    m_proxy->setCredentials("jdoe:right & proper");
    QVERIFY(signIn("wrong"));
    QVERIFY(!check());
    QVERIFY(signIn("right & proper"));
    QCOMPARE(textOf(check()), u"answers by way of "_s + m_proxy->name());
    openAgain();
    QTest::qWait(0);
    QTRY_COMPARE(textOf(check()), u"answers by way of "_s + m_proxy->name());
    QCOMPARE(m_network->proxy().user, u"jdoe"_s);
}

void TestNetworkPassword::theKeychainsRefusalIsToldAndThePasswordUsed()
{
    useSmallProxy();
    trustCompany();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    m_proxy->setCredentials("jdoe:right");
    m_keychain->setMood(MemoryKeychain::Mood::Locked);
    const Result<void> kept = signIn("right");
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, ErrorKind::KeychainLocked);
    QVERIFY(check());
}

void TestNetworkPassword::signingOutForgetsThePassword()
{
    useSmallProxy();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    m_proxy->setCredentials("jdoe:right");
    QVERIFY(signIn("right"));
    Awaited<void> removed;
    m_network->signOut(&removed.context, removed.callback());
    QVERIFY(removed.wait());
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().hint, ErrorHint::ProxySignIn);
    QVERIFY(m_network->proxy().user.isEmpty());
    Awaited<Secret> gone;
    m_keychain->read(u"tokendesk/proxy"_s, &gone.context, gone.callback());
    QVERIFY(!gone.wait());
}

void TestNetworkPassword::noOtherProxyIsToldThePassword()
{
    useSmallProxy();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    QVERIFY(signIn("right", u"proxy.lumen.example"_s));
    const Result<QString> answer = check();
    QVERIFY(!answer);
    QCOMPARE(answer.error().hint, ErrorHint::ProxySignIn);
    for (const QByteArray &head : m_proxy->asked())
        QVERIFY(!head.toLower().contains("proxy-authorization"));
}

void TestNetworkPassword::theSettingsFileHoldsNoPassword()
{
    useSmallProxy();
    QVERIFY(signIn("canary-of-the-proxy"));
    QFile file(m_folder->filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("jdoe"));
    QVERIFY(!content.contains("canary-of-the-proxy"));
}

QTEST_GUILESS_MAIN(TestNetworkPassword)
#include "tst_networkpassword.moc"
