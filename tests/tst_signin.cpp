// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/pkce.h"
#include "support/signintrial.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

class SignInTest : public QObject
{
    Q_OBJECT
private slots:
    void getsAToken_data();
    void getsAToken();
    void authorizationAddressSaysWhatIsAsked();
    void tokenRequestIsExactToTheByte_data();
    void tokenRequestIsExactToTheByte();
    void pkceIsSentWhereTheProviderTakesIt();
    void optionalParametersAreSentWhenAskedFor();
    void everyAttemptHasItsOwnState();
    void untrustworthyAddressIsRefused_data();
    void untrustworthyAddressIsRefused();
    void takenPortsAreReported();
    void failingCertificateIsReported();
    void wrongStateChangesNothing();
    void denialIsTold();
    void secondRedirectMakesNoSecondRequest();
    void pastedAddressGetsATokenToo();
    void attemptsStayApart();
    void browserIsToldTheTruth_data();
    void browserIsToldTheTruth();

private:
    QTemporaryDir m_folder{};
    ManualClock m_clock{};
    CertificateStore m_certificates{m_folder.path(), m_clock};
};

void SignInTest::getsAToken_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("http") << u"http"_s;
    QTest::newRow("https") << u"https"_s;
}

void SignInTest::getsAToken()
{
    QFETCH(QString, scheme);
    SignInTrial trial(m_certificates, scheme);
    trial.server.answer(200, SignInTrial::goodAnswer);
    trial.start();
    QVERIFY(trial.browser->isEmpty()); // later, never inside the call
    QTRY_COMPARE(trial.browser->count(), 1);
    QCOMPARE(trial.browser->first().first().toUrl(), trial.signIn->authorizationUrl());
    QCOMPARE(trial.signIn->redirectAddress(), u"%1://localhost:%2/instagram/"_s.arg(scheme).arg(trial.port));
    QCOMPARE(trial.signIn->certificateFingerprint().isEmpty(), scheme == "http"_L1);

    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.token, SignInTrial::goodToken);
    QCOMPARE(trial.code->count(), 1);
    QCOMPARE(trial.foreign->count(), 0);
    QVERIFY(browser->received().isEmpty()); // held until the token is stored
    trial.signIn->showInBrowser(BrowserPage::Connected);
    QVERIFY(browser->waitClosed());
    const auto page = trial.visit(browser->header("Location"));
    QVERIFY(page->waitClosed());
    QCOMPARE(page->element("h1"), "The account is connected");
    QTRY_COMPARE(trial.finished->count(), 1);
    QVERIFY(trial.portIsClosed());
    QCOMPARE(trial.server.requests().size(), 1);
    QCOMPARE(trial.calls, 1);
}

void SignInTest::authorizationAddressSaysWhatIsAsked()
{
    SignInTrial trial(m_certificates);
    trial.request.clientId = u"12 34&5+6"_s;
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const QByteArray url = trial.signIn->authorizationUrl().toEncoded();
    QVERIFY(url.startsWith("https://www.instagram.example/oauth/authorize?"));
    const auto parameters = trial.authorization();
    QCOMPARE(parameters.value("client_id"), "12 34&5+6");
    QCOMPARE(parameters.value("redirect_uri"), trial.signIn->redirectAddress().toUtf8());
    QCOMPARE(parameters.value("response_type"), "code");
    QCOMPARE(parameters.value("scope"), "instagram_business_basic,instagram_business_manage_insights");
    QCOMPARE(parameters.value("state").size(), 43);
    QCOMPARE(parameters.size(), 5); // no code_challenge, no client_secret, nothing of Qt's own
    QCOMPARE(url.count('&'), 4);
}

void SignInTest::tokenRequestIsExactToTheByte_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("code"); // as the server made it
    QTest::newRow("hexadecimal, as Meta makes them") << QByteArray("0123456789abcdef") << QByteArray("AQB-plain_1");
    QTest::newRow("everything that can go wrong") << QByteArray("s3cr+t/&=%41% #?") << QByteArray("4/0A+b%2Bc=&d#e f");
    QTest::newRow("not ASCII") << QByteArray("gehe\xC3\xAFm") << QByteArray("\xC3\xA4");
}

void SignInTest::tokenRequestIsExactToTheByte()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, code);
    SignInTrial trial(m_certificates);
    trial.request.clientSecret = Secret(secret);
    trial.server.answer(200, SignInTrial::goodAnswer);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const QByteArray redirect = trial.authorization().value("redirect_uri");
    const auto browser = trial.comeBack("code=" + code.toPercentEncoding());
    QTRY_COMPARE(trial.calls, 1);

    const QByteArray request = trial.server.requests().first();
    QVERIFY(request.startsWith("POST /oauth/access_token HTTP/1.1\r\n"));
    QVERIFY(request.toLower().contains("\r\ncontent-type: application/x-www-form-urlencoded\r\n"));
    QVERIFY(!request.toLower().contains("\r\nauthorization:"));
    QVERIFY(!request.toLower().contains("\r\ncookie:"));
    const QByteArray body = trial.server.body(0);
    QVERIFY(!body.contains('+')); // a form decoder would read a space
    QVERIFY(!body.contains("%25"
                           "2B")
            || code.contains("%2B")); // nothing is encoded twice
    const auto form = formOf(body);
    QCOMPARE(form.value("client_id"), "1234567890");
    QCOMPARE(form.value("client_secret"), secret);
    QCOMPARE(form.value("code"), code);
    QCOMPARE(form.value("grant_type"), "authorization_code");
    QCOMPARE(form.value("redirect_uri"), redirect);
    QCOMPARE(form.size(), 5);
    QCOMPARE(body.count('&'), 4);
}

void SignInTest::pkceIsSentWhereTheProviderTakesIt()
{
    SignInTrial trial(m_certificates);
    trial.request.provider.pkce = true;
    trial.request.provider.scopeSeparator = u" "_s;
    trial.request.clientSecret = Secret();
    trial.server.answer(200, SignInTrial::goodAnswer);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto asked = trial.authorization();
    QCOMPARE(asked.value("scope"), "instagram_business_basic instagram_business_manage_insights");
    QCOMPARE(asked.value("code_challenge_method"), "S256");
    QCOMPARE(asked.value("code_challenge").size(), 43);
    QVERIFY(!asked.contains("code_verifier"));
    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.calls, 1);
    const auto form = formOf(trial.server.body(0));
    QCOMPARE(codeChallenge(Secret(form.value("code_verifier"))), asked.value("code_challenge"));
    QVERIFY(!form.contains("client_secret"));
}

void SignInTest::optionalParametersAreSentWhenAskedFor()
{
    const QList<OptionalParameter> optional{{.name = u"enable_fb_login"_s, .value = u"0"_s, .always = true},
                                            {.name = u"force_reauth"_s, .value = u"true"_s, .always = false},
                                            {.name = u"state"_s, .value = u"evil"_s, .always = true}};
    SignInTrial plain(m_certificates);
    plain.request.provider.optionalParameters = optional;
    plain.start();
    QTRY_COMPARE(plain.browser->count(), 1);
    QCOMPARE(plain.authorization().value("enable_fb_login"), "0");
    QVERIFY(!plain.authorization().contains("force_reauth"));
    QCOMPARE(plain.state().size(), 43); // a provider file cannot override the protocol

    SignInTrial forced(m_certificates);
    forced.request.provider.optionalParameters = optional;
    forced.request.extraParameters = {u"force_reauth"_s, u"unknown"_s};
    forced.start();
    QTRY_COMPARE(forced.browser->count(), 1);
    QCOMPARE(forced.authorization().value("force_reauth"), "true");
    QVERIFY(!forced.authorization().contains("unknown"));
}

void SignInTest::everyAttemptHasItsOwnState()
{
    QSet<QByteArray> states;
    for (int i = 0; i < 30; ++i) {
        SignInTrial trial(m_certificates);
        trial.start();
        states.insert(trial.state());
    }
    QCOMPARE(states.size(), 30);
}

void SignInTest::untrustworthyAddressIsRefused_data()
{
    QTest::addColumn<QString>("authorize");
    QTest::addColumn<QString>("token");
    const QString good = u"https://provider.example/x"_s;
    for (const QString &bad :
         {u"http://provider.example/x"_s, u"javascript:alert(1)"_s, u"file:///etc/passwd"_s, u"smb://host/share"_s,
          u"ms-settings:x"_s, u"-option"_s, u"http://127.0.0.1.example/x"_s, u""_s}) {
        QTest::newRow(qPrintable(u"authorize "_s + bad)) << bad << good;
        QTest::newRow(qPrintable(u"token "_s + bad)) << good << bad;
    }
}

// A25: neither opened nor told anything.
void SignInTest::untrustworthyAddressIsRefused()
{
    QFETCH(QString, authorize);
    QFETCH(QString, token);
    SignInTrial trial(m_certificates);
    trial.request.provider.endpoints.authorize = QUrl(authorize);
    trial.request.provider.endpoints.token = QUrl(token);
    trial.start();
    QCOMPARE(trial.calls, 0); // later, never inside the call
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.error->kind, ErrorKind::Misconfigured);
    QTRY_COMPARE(trial.finished->count(), 1);
    QCOMPARE(trial.browser->count(), 0);
}

void SignInTest::takenPortsAreReported()
{
    SignInTrial trial(m_certificates);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, trial.port));
    trial.start();
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.error->kind, ErrorKind::PortTaken);
    QCOMPARE(trial.browser->count(), 0);
}

void SignInTest::failingCertificateIsReported()
{
    CertificateStore broken(u"/dev/null/nowhere"_s, m_clock);
    SignInTrial trial(broken, u"https"_s);
    trial.start();
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.error->kind, ErrorKind::Storage);
}

void SignInTest::wrongStateChangesNothing()
{
    SignInTrial trial(m_certificates);
    trial.server.answer(200, SignInTrial::goodAnswer);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    for (const QByteArray target : {"/instagram/?code=EVIL&state=wrong", "/instagram/?error=access_denied",
                                    "/instagram/?error=access_denied&state=wrong", "/favicon.ico"}) {
        const auto stranger = trial.visit(target);
        QVERIFY(stranger->waitClosed());
        QVERIFY(stranger->status() >= 400);
        QCOMPARE(stranger->element("h1"), "This is not what TokenDesk waits for");
    }
    QTRY_COMPARE(trial.foreign->count(), 4);
    QCOMPARE(trial.calls, 0);
    QCOMPARE(trial.server.requests().size(), 0);
    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.token, SignInTrial::goodToken);
}

void SignInTest::denialIsTold()
{
    SignInTrial trial(m_certificates);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto browser = trial.comeBack("error=access_denied&error_reason=user_denied"
                                        "&error_description=The+user+denied+your+request");
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.error->kind, ErrorKind::Denied);
    QCOMPARE(trial.code->count(), 0);
    QVERIFY(browser->waitClosed());
    QCOMPARE(browser->header("Location"), "/instagram/cancelled");
    QCOMPARE(trial.server.requests().size(), 0);
}

void SignInTest::secondRedirectMakesNoSecondRequest()
{
    SignInTrial trial(m_certificates);
    trial.server.script({.end = ScriptedServer::End::Hang});
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto first = trial.comeBack();
    const auto twin = trial.comeBack(); // a double click
    QTRY_COMPARE(trial.server.requests().size(), 1);
    const auto late = trial.comeBack("code=OTHER");
    QVERIFY(late->waitClosed());
    QCOMPARE(late->status(), 410);
    const auto refusal = trial.comeBack("error=access_denied");
    QVERIFY(refusal->waitClosed());
    QCOMPARE(refusal->status(), 410);
    QVERIFY(trial.signIn->useAddress(trial.answer("code=PASTED")));
    QCOMPARE(trial.calls, 0);
    trial.server.hangUp(); // on the first request; a second one was sent before
    QTRY_COMPARE(trial.calls, 1);
    QVERIFY(trial.error);
    QVERIFY(trial.server.catchUp());
    QCOMPARE(trial.server.requests().size(), 1);
    QCOMPARE(formOf(trial.server.body(0)).value("code"), "AQB-1_x");
}

void SignInTest::pastedAddressGetsATokenToo()
{
    SignInTrial trial(m_certificates, u"https"_s);
    trial.server.answer(200, SignInTrial::goodAnswer);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    QCOMPARE(trial.signIn->useAddress(u"https://www.instagram.com/"_s).error(), RedirectRefusal::NotOurs);
    QCOMPARE(trial.signIn->useAddress(trial.signIn->redirectAddress() + u"?code=A&state=old"_s).error(),
             RedirectRefusal::WrongState);
    QVERIFY(trial.signIn->useAddress(u"  "_s + trial.answer("code=PASTED") + u"#_\n"_s));
    QTRY_COMPARE(trial.token, SignInTrial::goodToken);
    QCOMPARE(formOf(trial.server.body(0)).value("code"), "PASTED");
    QVERIFY(trial.portIsClosed());
    QTRY_COMPARE(trial.finished->count(), 1);
    trial.signIn->showInBrowser(BrowserPage::Connected); // harmless
    QCOMPARE(trial.code->count(), 1);
}

void SignInTest::attemptsStayApart()
{
    SignInTrial one(m_certificates);
    SignInTrial other(m_certificates);
    one.server.answer(200, SignInTrial::goodAnswer);
    one.start();
    other.start();
    QTRY_COMPARE(one.browser->count(), 1);
    QTRY_COMPARE(other.browser->count(), 1);
    QVERIFY(one.state() != other.state());
    const auto mixed = other.visit("/instagram/?code=AQB&state=" + one.state());
    QVERIFY(mixed->waitClosed());
    QCOMPARE(mixed->status(), 400);
    QCOMPARE(other.server.requests().size(), 0);
    const auto browser = one.comeBack();
    QTRY_COMPARE(one.calls, 1);
    QCOMPARE(other.calls, 0);
}

void SignInTest::browserIsToldTheTruth_data()
{
    QTest::addColumn<BrowserPage>("page");
    QTest::addColumn<QByteArray>("heading");
    QTest::newRow("connected") << BrowserPage::Connected << QByteArray("The account is connected");
    QTest::newRow("cancelled") << BrowserPage::Cancelled << QByteArray("The sign-in was cancelled");
    QTest::newRow("failed") << BrowserPage::Failed << QByteArray("The sign-in did not work");
}

void SignInTest::browserIsToldTheTruth()
{
    QFETCH(BrowserPage, page);
    SignInTrial trial(m_certificates);
    trial.server.answer(200, SignInTrial::goodAnswer);
    trial.start();
    QTRY_COMPARE(trial.browser->count(), 1);
    const auto browser = trial.comeBack();
    QTRY_COMPARE(trial.calls, 1);
    trial.signIn->showInBrowser(page);
    QVERIFY(browser->waitClosed());
    const auto next = trial.visit(browser->header("Location"));
    QVERIFY(next->waitClosed());
    QTEST(next->element("h1"), "heading");
}

QTEST_GUILESS_MAIN(SignInTest)
#include "tst_signin.moc"
