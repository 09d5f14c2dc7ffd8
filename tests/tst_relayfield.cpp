// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/appsdialog.h"
#include "support/connectstage.h"

#include <QFileDialog>
#include <QTest>
#include <QUrlQuery>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

const QString relay = u"https://relay.lumen.example/tokendesk/relay.html"_s;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// An organisation's relay page in the window: its address at a saved app and at a new one, the page to host, and a
/// sign-in that uses it.
class TestRelayField : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_stage = std::make_unique<ConnectStage>(); }
    void cleanup()
    {
        m_apps.reset();
        m_stage.reset();
    }

    void aSavedAppIsGivenOne();
    void withoutItTheOtherAddressesAreLeft();
    void theOnlyAddressIsReplacedByTheProvidersOwn();
    void whatIsNoRelayIsRefused_data();
    void whatIsNoRelayIsRefused();
    void thePageIsSavedToBeHosted();
    void aPageThatCannotBeSavedIsSaid();
    void aNewAppIsConnectedThroughIt();
    void aNewAppsRelayIsCheckedWhileTyping();
    void theWindowMayGoWhileItIsTyped();

private:
    ConnectStage &stage() { return *m_stage; }
    Accounts &accounts() { return m_stage->desk.accounts(); }
    void openApps()
    {
        m_apps = std::make_unique<AppsDialog>(stage().services);
        m_apps->open();
        QVERIFY(QTest::qWaitForWindowActive(m_apps.get()));
    }
    template <typename T = QLineEdit>
    T *at(const QString &name)
    {
        return m_apps->findChild<T *>(name);
    }
    void enter(const QString &address)
    {
        at(u"relayAddress"_s)->setFocus();
        at(u"relayAddress"_s)->selectAll();
        QTest::keyClicks(at(u"relayAddress"_s), address.isEmpty() ? u" "_s : address);
        QTest::keyClick(at(u"relayAddress"_s), Qt::Key_Tab);
    }
    QStringList addresses() { return accounts().registrations().value(0).redirectAddresses; }

    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<AppsDialog> m_apps;
};

// -- at a saved app

void TestRelayField::aSavedAppIsGivenOne()
{
    stage().saveApp(true);
    openApps();
    enter(relay);
    QCOMPARE(addresses(), QStringList({relay, stage().redirectAddress})); // it is what is registered: first
    QStringList shown;
    for (const QLabel *label : m_apps->findChildren<QLabel *>(u"redirectAddress"_s))
        shown.append(label->text());
    QVERIFY(shown.contains(relay)); // to be copied
    enter(u"https://login.example.org/relay.html"_s); // it has moved
    QCOMPARE(addresses(), QStringList({u"https://login.example.org/relay.html"_s, stage().redirectAddress}));
    m_apps.reset();
    stage().desk.restart();
    QCOMPARE(addresses().value(0), u"https://login.example.org/relay.html"_s);
}

void TestRelayField::withoutItTheOtherAddressesAreLeft()
{
    Registration app = stage().saveApp(true);
    app.redirectAddresses.append(relay);
    QVERIFY(accounts().save(app));
    openApps();
    QCOMPARE(at(u"relayAddress"_s)->text(), relay);
    enter({});
    QCOMPARE(addresses(), QStringList(stage().redirectAddress));
}

void TestRelayField::theOnlyAddressIsReplacedByTheProvidersOwn()
{
    Registration app = stage().saveApp(true);
    app.redirectAddresses = {relay};
    QVERIFY(accounts().save(app));
    openApps();
    enter({});
    QCOMPARE(addresses(), stage().desk.catalog.description(u"test"_s)->redirectAddresses);
}

void TestRelayField::whatIsNoRelayIsRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("not https") << u"http://relay.lumen.example/"_s;
    QTest::newRow("this computer") << u"https://localhost:8917/"_s;
    QTest::newRow("a query") << relay + u"?to=x"_s;
    QTest::newRow("no address") << u"relay"_s;
}

void TestRelayField::whatIsNoRelayIsRefused()
{
    QFETCH(const QString, typed);
    stage().saveApp(true);
    openApps();
    enter(typed);
    QCOMPARE(addresses(), QStringList(stage().redirectAddress));
    QVERIFY2(at<QLabel>(u"relayHint"_s)->text().contains("begin with https://"_L1),
             qPrintable(at<QLabel>(u"relayHint"_s)->text()));
    QCOMPARE(at(u"relayAddress"_s)->text(), typed); // to be corrected
}

// -- the page itself

void TestRelayField::thePageIsSavedToBeHosted()
{
    stage().saveApp(true);
    openApps();
    at<QAbstractButton>(u"saveRelayPage"_s)->click();
    auto *saver = m_apps->findChild<QFileDialog *>(u"relayPageSaver"_s);
    QVERIFY(saver);
    const QString path = stage().desk.folder() + "/relay.html"_L1;
    emit saver->fileSelected(path);
    QCOMPARE(contentOf(path), contentOf(QStringLiteral(TOKENDESK_SOURCE_DIR "/resources/pages/relay.html")));
    QVERIFY(!contentOf(path).isEmpty());
    QVERIFY(at<QLabel>(u"relayHint"_s)->text().contains("The page is saved"_L1));
}

void TestRelayField::aPageThatCannotBeSavedIsSaid()
{
    stage().saveApp(true);
    openApps();
    at<QAbstractButton>(u"saveRelayPage"_s)->click();
    emit m_apps->findChild<QFileDialog *>(u"relayPageSaver"_s)->fileSelected(u"/dev/null/no/relay.html"_s);
    QVERIFY(at<QLabel>(u"relayHint"_s)->text().contains("you may write"_L1));
}

// -- at a new app

/// From nothing to a token, where the organisation has registered the relay page alone.
void TestRelayField::aNewAppIsConnectedThroughIt()
{
    stage().open();
    QVERIFY(stage().click(u"testCard"_s));
    stage().type(u"appId"_s, ConnectStage::appId());
    stage().type(u"appSecret"_s, ConnectStage::appSecret());
    QVERIFY(!stage().sees(u"relayAddress"_s)); // folded away
    stage().find<QAbstractButton>(u"relayFoldHeading"_s)->click();
    stage().find<QLineEdit>(u"relayAddress"_s)->setText(relay);
    QTRY_COMPARE(stage().read(u"redirectAddress"_s), relay); // the first to be copied
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"waitingHeading"_s));
    const QUrlQuery asked(stage().opened.last());
    QCOMPARE(asked.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded), relay);
    QVERIFY(stage().read(u"waitingAddress"_s).contains(relay));
}

void TestRelayField::aNewAppsRelayIsCheckedWhileTyping()
{
    stage().open();
    QVERIFY(stage().click(u"testCard"_s));
    stage().type(u"appId"_s, ConnectStage::appId());
    stage().type(u"appSecret"_s, ConnectStage::appSecret());
    stage().find<QAbstractButton>(u"relayFoldHeading"_s)->click();
    stage().find<QLineEdit>(u"relayAddress"_s)->setText(u"http://relay.lumen.example/"_s);
    QVERIFY(!stage().find<QAbstractButton>(u"connectPrimary"_s)->isEnabled());
    QTRY_COMPARE(stage().read(u"redirectAddress"_s), stage().redirectAddress); // as before
    stage().find<QLineEdit>(u"relayAddress"_s)->clear();
    QVERIFY(stage().find<QAbstractButton>(u"connectPrimary"_s)->isEnabled());
}

/// The field that has the keyboard says that typing is over when its window goes.
void TestRelayField::theWindowMayGoWhileItIsTyped()
{
    stage().open();
    QVERIFY(stage().click(u"testCard"_s));
    stage().find<QAbstractButton>(u"relayFoldHeading"_s)->click();
    QTRY_VERIFY(stage().sees(u"relayAddress"_s));
    stage().type(u"relayAddress"_s, u"https://relay"_s);
    stage().dialog.reset();
    QVERIFY(accounts().registrations().isEmpty());
}

QTEST_MAIN(TestRelayField)
#include "tst_relayfield.moc"
