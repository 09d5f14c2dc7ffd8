// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/signintrial.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

const QString SignInTrial::goodToken = u"IGAAsignintest0123456789"_s;
const QByteArray SignInTrial::goodAnswer = "{\"access_token\":\"" + goodToken.toLatin1()
    + R"(","user_id":27640875392278831,"permissions":["instagram_business_basic"]})";

SignInTrial::SignInTrial(CertificateStore &store, const QString &scheme)
    : certificates(store)
    , port(freePort())
    , wire(scheme == "https"_L1 ? Wire::Https : Wire::Http)
{
    request.provider.id = u"trial"_s;
    request.provider.family = Family::Instagram;
    request.provider.endpoints.authorize = QUrl(u"https://www.instagram.example/oauth/authorize"_s);
    request.provider.endpoints.token = QUrl(server.url(u"/oauth/access_token"_s));
    request.provider.scopeSeparator = u","_s;
    request.clientId = u"1234567890"_s;
    request.clientSecret = Secret("0123456789abcdef");
    request.scopes = {u"instagram_business_basic"_s, u"instagram_business_manage_insights"_s};
    request.redirectAddresses = {u"%1://localhost:%2/instagram/"_s.arg(scheme).arg(port)};
}

void SignInTrial::make()
{
    signIn = std::make_unique<SignIn>(std::move(request), certificates, clock,
                                      [this](Result<Grant> result) { take(std::move(result)); });
    browser = std::make_unique<QSignalSpy>(signIn.get(), &SignIn::browserRequested);
    code = std::make_unique<QSignalSpy>(signIn.get(), &SignIn::codeReceived);
    foreign = std::make_unique<QSignalSpy>(signIn.get(), &SignIn::foreignRequest);
    finished = std::make_unique<QSignalSpy>(signIn.get(), &SignIn::finished);
}

void SignInTrial::start()
{
    make();
    signIn->start();
}

void SignInTrial::take(Result<Grant> result)
{
    ++calls;
    if (result)
        token = result->token.toText();
    else
        error = result.error();
    if (atDone)
        atDone();
}

QMap<QByteArray, QByteArray> SignInTrial::authorization() const
{
    return formOf(signIn->authorizationUrl().query(QUrl::FullyEncoded).toLatin1());
}

QString SignInTrial::answer(const QByteArray &query) const
{
    return signIn->redirectAddress() + u'?' + QString::fromLatin1(query + "&state=" + state());
}

std::unique_ptr<RawClient> SignInTrial::visit(const QByteArray &target) const
{
    auto client = std::make_unique<RawClient>(wire, port);
    client->send("GET " + target + " HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port) + "\r\n\r\n");
    return client;
}

std::unique_ptr<RawClient> SignInTrial::comeBack(const QByteArray &query) const
{
    return visit("/instagram/?" + query + "&state=" + state());
}

bool SignInTrial::portIsClosed() const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return !socket.waitForConnected(1000) && socket.error() == QAbstractSocket::ConnectionRefusedError;
}

QMap<QByteArray, QByteArray> formOf(const QByteArray &encoded)
{
    QMap<QByteArray, QByteArray> form;
    for (const QByteArray &pair : encoded.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        QByteArray value = pair.sliced(equals + 1);
        value.replace('+', ' ');
        form.insert(pair.first(equals), QByteArray::fromPercentEncoding(value));
    }
    return form;
}

} // namespace tokendesk
