// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/networksection.h"
#include "preferences/preferencesdialog.h"
#include "preferences/proxyprompt.h"
#include "support/connectstage.h"
#include "support/isolateddesktop.h"
#include "support/privateauthority.h"
#include "support/smallproxy.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

/// The visible widget of that name in any window; null where there is none.
template <typename T = QWidget>
T *seen(const QString &name)
{
    for (QWidget *widget : QApplication::allWidgets()) {
        if (widget->objectName() == name && widget->isVisible())
            return qobject_cast<T *>(widget);
    }
    return nullptr;
}

bool comesToSee(const QString &name)
{
    return QTest::qWaitFor([&name] { return seen(name) != nullptr; });
}

QString read(const QString &name)
{
    const auto *label = seen<QLabel>(name);
    return label ? label->text() : QString();
}

void click(const QString &name)
{
    QVERIFY2(seen(name), qPrintable(name));
    QTest::mouseClick(seen(name), Qt::LeftButton);
}

void type(const QString &name, const QString &text)
{
    auto *field = seen<QLineEdit>(name);
    QVERIFY2(field, qPrintable(name));
    field->setFocus();
    field->clear();
    QTest::keyClicks(field, text);
}

} // namespace

/// A company's network as the person at the desk meets it.
class TestNetworkPages : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_authority = std::make_unique<PrivateAuthority>("Lumen Root CA"); }
    void init();
    void cleanup();

    void theProxyIsChosenInThePreferences();
    void theWholeAddressOfAProxyMayBePasted();
    void anAuthorityIsChosenShownAndRemoved();
    void aFileThatIsNoAuthorityIsRefused();
    void theCheckAsksForTheSignInAndGoesOn();
    void aFailedSignInLeadsToTheProxysPassword();
    void aFailedSignInLeadsToTheAuthority();
    void aRenewalThatIsBarredAsksOnce();
    void whereThereAreTwoProxiesEachAsksOnce();
    void aPasswordThatIsNotKeptIsSaid();
    void everythingHasANameForScreenReaders();

private:
    void openPreferences();
    void takeProxy()
    {
        m_stage->network.useProxy(
            {.way = ProxyChoice::Way::Manual, .host = u"127.0.0.1"_s, .port = m_proxy->serverPort()});
    }
    void trustCompany() { QVERIFY(m_stage->network.trust(m_stage->network.read(m_authority->pem()).value())); }
    QString authorityFile(const QByteArray &content);
    void pasteToken();

    std::unique_ptr<PrivateAuthority> m_authority;
    std::unique_ptr<SecureServer> m_server;
    std::unique_ptr<SmallProxy> m_proxy;
    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<PreferencesDialog> m_preferences;
};

void TestNetworkPages::init()
{
    m_server = std::make_unique<SecureServer>(m_authority->vouchFor("graph.instagram.com"));
    m_server->answer(200, R"({"id":"1","user_id":"17841400000000001","username":"shop"})");
    m_proxy = std::make_unique<SmallProxy>(m_server->serverPort());
    m_proxy->setCredentials("jdoe:right");
    m_stage = std::make_unique<ConnectStage>();
}

void TestNetworkPages::cleanup()
{
    m_preferences.reset();
    m_stage.reset();
}

void TestNetworkPages::openPreferences()
{
    m_preferences = std::make_unique<PreferencesDialog>(m_stage->settings, isolatedDesktop(m_stage->desk.folder()),
                                                        m_stage->network);
    m_preferences->show();
    m_preferences->findChild<QTabWidget *>(u"preferencesTabs"_s)->setCurrentIndex(1);
    QVERIFY(QTest::qWaitForWindowActive(m_preferences.get()));
}

QString TestNetworkPages::authorityFile(const QByteArray &content)
{
    const QString path = m_stage->desk.folder() + "/company.pem"_L1;
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
}

void TestNetworkPages::pasteToken()
{
    m_stage->open();
    m_stage->dialog->askForToken(Secret("IGAA" + QByteArray(160, 'b')));
    QTRY_VERIFY(m_stage->find<QPushButton>(u"connectPrimary"_s)->isEnabled());
    click(u"connectPrimary"_s);
}

void TestNetworkPages::theProxyIsChosenInThePreferences()
{
    openPreferences();
    QVERIFY(!seen(u"proxyHost"_s));
    auto *way = seen<QComboBox>(u"proxyWay"_s);
    QCOMPARE(way->currentIndex(), 0);
    QTest::keyClick(way, Qt::Key_Down);
    emit way->activated(way->currentIndex());
    QVERIFY(seen(u"proxyHost"_s));
    type(u"proxyHost"_s, u"proxy.lumen.example"_s);
    seen<QSpinBox>(u"proxyPort"_s)->setValue(3128);
    const ProxyChoice chosen = m_stage->settings.proxy();
    QCOMPARE(chosen.way, ProxyChoice::Way::Manual);
    QCOMPARE(chosen.host, u"proxy.lumen.example"_s);
    QCOMPARE(chosen.port, 3128);
    openPreferences();
    QCOMPARE(seen<QLineEdit>(u"proxyHost"_s)->text(), u"proxy.lumen.example"_s);
}

void TestNetworkPages::theWholeAddressOfAProxyMayBePasted()
{
    takeProxy();
    openPreferences();
    type(u"proxyHost"_s, u" http://proxy.lumen.example:3128/ "_s);
    QTest::keyClick(seen(u"proxyHost"_s), Qt::Key_Return);
    QCOMPARE(m_stage->network.proxy().host, u"proxy.lumen.example"_s);
    QCOMPARE(m_stage->network.proxy().port, 3128);
    QCOMPARE(seen<QSpinBox>(u"proxyPort"_s)->value(), 3128);
}

void TestNetworkPages::anAuthorityIsChosenShownAndRemoved()
{
    takeProxy();
    openPreferences();
    QVERIFY(!seen(u"authorityRemove"_s));
    click(u"networkCheck"_s);
    QVERIFY(comesToSee(u"networkChecked"_s));
    QVERIFY2(read(u"networkChecked"_s).contains(u"“Lumen Root CA”"_s), qPrintable(read(u"networkChecked"_s)));
    m_preferences->findChild<NetworkSection *>()->useFile(authorityFile(m_authority->pem()));
    QVERIFY(read(u"authority"_s).startsWith("Lumen Root CA, until"_L1));
    QVERIFY(read(u"authority"_s).contains("SHA-256"_L1));
    click(u"networkCheck"_s);
    QTRY_VERIFY2(read(u"networkChecked"_s).contains(m_proxy->name()), qPrintable(read(u"networkChecked"_s)));
    click(u"authorityRemove"_s);
    QCOMPARE(read(u"authority"_s), u"None."_s);
    QVERIFY(m_stage->network.authorities().isEmpty());
}

void TestNetworkPages::aFileThatIsNoAuthorityIsRefused()
{
    openPreferences();
    auto *section = m_preferences->findChild<NetworkSection *>();
    section->useFile(authorityFile(m_authority->vouchFor("x").certificate));
    QVERIFY(read(u"authorityNotice"_s).contains("not of an authority"_L1));
    section->useFile(authorityFile("words"));
    QVERIFY(read(u"authorityNotice"_s).contains("no certificate"_L1));
    section->useFile(u"/nowhere/at/all.pem"_s);
    QVERIFY(read(u"authorityNotice"_s).contains("could not be read"_L1));
    QVERIFY(m_stage->network.authorities().isEmpty());
}

void TestNetworkPages::theCheckAsksForTheSignInAndGoesOn()
{
    takeProxy();
    trustCompany();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    openPreferences();
    click(u"networkCheck"_s);
    QVERIFY(comesToSee(u"proxyUser"_s));
    QVERIFY(read(u"networkChecked"_s).contains("wants you to sign in"_L1));
    type(u"proxyUser"_s, u"jdoe"_s);
    type(u"proxyPassword"_s, u"wrong"_s);
    click(u"proxySignIn"_s);
    QTRY_VERIFY(read(u"proxyHint"_s).contains("did not take"_L1));
    QCOMPARE(seen<QLineEdit>(u"proxyUser"_s)->text(), u"jdoe"_s);
    type(u"proxyPassword"_s, u"right"_s);
    click(u"proxySignIn"_s);
    QTRY_VERIFY2(read(u"networkChecked"_s).contains(u"✓"_s), qPrintable(read(u"networkChecked"_s)));
    QVERIFY(read(u"proxySignedIn"_s).contains("jdoe"_L1));
    QCOMPARE(m_stage->keychain.value(u"tokendesk/proxy"_s).view().toByteArray(), QByteArray("right"));
    click(u"proxySignOut"_s);
    QTRY_VERIFY(m_stage->keychain.value(u"tokendesk/proxy"_s).isEmpty());
    QVERIFY(!seen(u"proxySignOut"_s));
}

void TestNetworkPages::aFailedSignInLeadsToTheProxysPassword()
{
    takeProxy();
    trustCompany();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    pasteToken();
    QVERIFY(comesToSee(u"openNetwork"_s));
    QVERIFY(read(u"errorHappened"_s).contains(m_proxy->name()));
    QVERIFY(m_stage->desk.accounts().all().isEmpty());
    click(u"openNetwork"_s);
    QVERIFY(comesToSee(u"proxyPassword"_s));
    type(u"proxyUser"_s, u"jdoe"_s);
    type(u"proxyPassword"_s, u"right"_s);
    click(u"proxySignIn"_s);
    QVERIFY(comesToSee(u"doneTitle"_s));
    QCOMPARE(m_stage->desk.accounts().all().value(0).username, u"shop"_s);
}

void TestNetworkPages::aFailedSignInLeadsToTheAuthority()
{
    takeProxy();
    pasteToken();
    QVERIFY(comesToSee(u"openNetwork"_s));
    QVERIFY(read(u"errorHappened"_s).contains(u"“Lumen Root CA”"_s));
    click(u"openNetwork"_s);
    QVERIFY(comesToSee(u"networkDialog"_s));
    seen(u"networkDialog"_s)->findChild<NetworkSection *>()->useFile(authorityFile(m_authority->pem()));
    click(u"networkClose"_s);
    click(u"connectPrimary"_s);
    QVERIFY(comesToSee(u"doneTitle"_s));
}

void TestNetworkPages::aRenewalThatIsBarredAsksOnce()
{
    takeProxy();
    trustCompany();
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    QWidget window;
    window.show();
    ProxyPrompt prompt(m_stage->network, m_stage->desk.transport, window);
    QSignalSpy signedIn(&prompt, &ProxyPrompt::signedIn);
    const auto callOut = [this] {
        Awaited<Answer> answer;
        m_stage->desk.transport.get(QUrl(u"https://graph.instagram.com/me"_s), largestAnswer, &answer.context,
                                    answer.callback());
        return answer.wait().has_value();
    };
    QVERIFY(!callOut());
    QVERIFY(comesToSee(u"proxyDialog"_s));
    click(u"proxyCancel"_s);
    QTRY_VERIFY(!seen(u"proxyDialog"_s));
    QVERIFY(!callOut());
    QVERIFY(!seen(u"proxyDialog"_s)); // asked and answered
    Awaited<void> kept;
    m_stage->network.signIn(u"127.0.0.1"_s, u"jdoe"_s, Secret("wrong"), &kept.context, kept.callback());
    QVERIFY(kept.wait());
    QVERIFY(!callOut());
    QVERIFY(comesToSee(u"proxyDialog"_s)); // a password that is wrong is another matter
    type(u"proxyPassword"_s, u"right"_s);
    click(u"proxySignIn"_s);
    QTRY_COMPARE(signedIn.size(), 1);
    QVERIFY(callOut());
}

/// As a PAC file has them, each for some of the addresses.
void TestNetworkPages::whereThereAreTwoProxiesEachAsksOnce()
{
    m_proxy->setMood(SmallProxy::Mood::WantsSignIn);
    QWidget window;
    window.show();
    ProxyPrompt prompt(m_stage->network, m_stage->desk.transport, window);
    int dialogs = 0;
    for (int round = 0; round < 3; ++round) {
        for (const QString &host : {u"127.0.0.1"_s, u"localhost"_s}) {
            m_stage->network.useProxy({.way = ProxyChoice::Way::Manual, .host = host, .port = m_proxy->serverPort()});
            Awaited<Answer> answer;
            m_stage->desk.transport.get(QUrl(u"https://graph.instagram.com/me"_s), largestAnswer, &answer.context,
                                        answer.callback());
            QVERIFY(!answer.wait());
            if (!seen(u"proxyDialog"_s))
                continue;
            ++dialogs;
            click(u"proxyCancel"_s);
            QTRY_VERIFY(!seen(u"proxyDialog"_s));
        }
    }
    QCOMPARE(dialogs, 2);
}

void TestNetworkPages::aPasswordThatIsNotKeptIsSaid()
{
    m_stage->keychain.setMood(MemoryKeychain::Mood::Locked);
    auto *dialog
        = new ProxyDialog(m_stage->network, u"proxy.lumen.example:8080"_s, ProxyDialog::Reason::Wanted, nullptr);
    QSignalSpy accepted(dialog, &QDialog::accepted);
    dialog->open();
    QVERIFY(!seen(u"proxySignIn"_s)->isEnabled());
    type(u"proxyUser"_s, u"jdoe"_s);
    type(u"proxyPassword"_s, u"right"_s);
    click(u"proxySignIn"_s);
    QTRY_VERIFY(read(u"proxyHint"_s).contains("did not keep"_L1));
    QCOMPARE(accepted.size(), 0);
    click(u"proxySignIn"_s);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(m_stage->network.proxy().userAt, QStringList(u"proxy.lumen.example"_s));
}

void TestNetworkPages::everythingHasANameForScreenReaders()
{
    takeProxy();
    trustCompany();
    openPreferences();
    for (const QString &name : {u"proxyWay"_s, u"proxyKind"_s, u"proxyHost"_s, u"proxyPort"_s, u"proxySignInAs"_s,
                                u"authorityFile"_s, u"authorityRemove"_s, u"networkCheck"_s})
        QVERIFY2(seen(name) && !seen(name)->accessibleName().isEmpty(), qPrintable(name));
}

QTEST_MAIN(TestNetworkPages)
#include "tst_networkpages.moc"
