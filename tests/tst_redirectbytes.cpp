// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connectstage.h"
#include "support/signintrial.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tokendesk;

/// The redirect address is the same, to the byte, wherever it stands: where the person copies it from into the
/// dashboard, where the consent page is asked for, and where the code is exchanged. Providers compare bytes.
class TestRedirectBytes : public QObject
{
    Q_OBJECT
private slots:
    void bothRequestsNameItAsItIsRegistered_data();
    void bothRequestsNameItAsItIsRegistered();
    void whatIsCopiedIsWhatIsSent_data();
    void whatIsCopiedIsWhatIsSent();
};

void TestRedirectBytes::bothRequestsNameItAsItIsRegistered_data()
{
    QTest::addColumn<QString>("address"); // with PORT
    QTest::newRow("with a slash at the end") << u"http://localhost:PORT/instagram/"_s;
    QTest::newRow("without one") << u"http://localhost:PORT/instagram"_s;
    QTest::newRow("at the root") << u"http://localhost:PORT/"_s;
    QTest::newRow("no path at all") << u"http://localhost:PORT"_s;
    QTest::newRow("by number") << u"http://127.0.0.1:PORT/instagram/"_s;
    QTest::newRow("capitals in the path") << u"http://localhost:PORT/Instagram/CallBack"_s;
    QTest::newRow("escapes in the path") << u"http://localhost:PORT/a%20b%2Fc/"_s;
    QTest::newRow("more than letters") << u"http://localhost:PORT/~shop/cb-1_2.3/"_s;
}

// A23: the authorization request and the token request.
void TestRedirectBytes::bothRequestsNameItAsItIsRegistered()
{
    QFETCH(QString, address);
    const QTemporaryDir folder;
    const ManualClock clock;
    CertificateStore certificates(folder.path(), clock);
    SignInTrial trial(certificates);
    address.replace("PORT"_L1, QString::number(trial.port));
    trial.request.redirectAddresses = {address};
    trial.server.answer(200, SignInTrial::goodAnswer);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    QCOMPARE(trial.signIn->redirectAddress(), address);
    QCOMPARE(trial.authorization().value("redirect_uri"), address.toUtf8());

    // As the provider's server does: to these bytes, with the code behind them.
    const QByteArray target = address.toUtf8().sliced(address.toUtf8().indexOf(QByteArray::number(trial.port)) + 5);
    const QByteArray path = target.startsWith('/') ? target : '/' + target;
    RawClient browser(trial.wire, trial.port);
    browser.send("GET " + path + "?code=AQB&state=" + trial.state()
                 + " HTTP/1.1\r\nHost: " + QUrl(address).authority().toUtf8() + "\r\n\r\n");
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.token, SignInTrial::goodToken);
    QCOMPARE(formOf(trial.server.body(0)).value("redirect_uri"), address.toUtf8());
}

void TestRedirectBytes::whatIsCopiedIsWhatIsSent_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("http") << u"http"_s;
    QTest::newRow("https") << u"https"_s;
}

// A23: what the window shows for the dashboard. Practice, like Meta, takes no code with another address.
void TestRedirectBytes::whatIsCopiedIsWhatIsSent()
{
    QFETCH(QString, scheme);
    ConnectStage stage(scheme);
    stage.open();
    stage.dialog->chooseProvider(u"test"_s);
    const QString shown = stage.read(u"redirectAddress"_s);
    QVERIFY(!shown.isEmpty());
    stage.type(u"appId"_s, ConnectStage::appId());
    stage.type(u"appSecret"_s, ConnectStage::appSecret());
    QVERIFY(stage.click(u"connectPrimary"_s));
    QVERIFY(stage.click(u"connectPrimary"_s));
    stage.answer();
    QVERIFY(stage.comesToSee(u"doneTitle"_s));
    const QByteArray query = stage.opened.last().query(QUrl::FullyEncoded).toLatin1();
    QCOMPARE(formOf(query).value("redirect_uri"), shown.toUtf8());
    QCOMPARE(stage.desk.accounts().registrations().value(0).redirectAddresses, QStringList(shown));
}

QTEST_MAIN(TestRedirectBytes)
#include "tst_redirectbytes.moc"
