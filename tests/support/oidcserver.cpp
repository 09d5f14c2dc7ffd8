// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/oidcserver.h"

#include "support/standardprovider.h"

#include <QFileInfo>
#include <QNetworkReply>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr int patience = 30'000; // node starts slowly on a busy machine
} // namespace

OidcServer::OidcServer()
{
    const QString folder = QStringLiteral(TOKENDESK_OIDC_FOLDER);
    if (!QFileInfo::exists(folder + "/node_modules/oidc-provider"_L1)) {
        m_fault = u"oidc-provider is not in %1: tests/run installs it"_s.arg(folder);
        return;
    }
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(u"node"_s,
                    {QStringLiteral(TOKENDESK_SOURCE_DIR "/tests/oidc/server.mjs"), folder,
                     u"http://127.0.0.1:8941/test/"_s, u"http://127.0.0.1:8942/test/"_s,
                     u"http://127.0.0.1:8957/login/"_s, u"http://127.0.0.1:8958/login/"_s,
                     u"http://127.0.0.1:8959/login/"_s}); // as the window proposes them for "Login"
    while (m_process.waitForReadyRead(patience) && !m_process.canReadLine()) { }
    m_port = m_process.readLine().trimmed().toInt();
    if (m_port == 0)
        m_fault = u"node does not start it"_s;
}

OidcServer::~OidcServer()
{
    m_process.kill();
    m_process.waitForFinished();
}

QByteArray OidcServer::provider(const QByteArray &authentication) const
{
    QByteArray json = standardProvider(
        quint16(m_port),
        R"("issuer": ")" + issuer().toLatin1() + R"(", "namesIssuer": true,)" + R"("clientAuthentication": ")"
            + authentication
            + R"(",)"
            // oidc-provider gives a refresh token to those who are asked
            + R"("optionalParameters": [ { "name": "prompt", "value": "consent", "always": true } ],)");
    json.replace("/authorize\"", "/auth\"").replace("/revoke\"", "/token/revocation\"");
    json.replace("/introspect\"", "/token/introspection\"");
    json.replace(R"({ "id": "offline)",
                 R"({ "id": "profile", "title": "Name", "sentence": "Your name." }, { "id": "offline)");
    return json;
}

QByteArray OidcServer::get(const QNetworkRequest &request, int *status)
{
    QNetworkReply *reply = m_network.get(request);
    const bool came = QTest::qWaitFor([reply] { return reply->isFinished(); }, patience);
    if (status)
        *status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray body = came ? reply->readAll() : QByteArray();
    reply->deleteLater();
    return body;
}

QString OidcServer::visit(const QUrl &page, const QString &path)
{
    QUrl person(issuer() + u'/' + path + "/anna"_L1);
    QUrlQuery query;
    query.addQueryItem(u"page"_s, QString::fromLatin1(QUrl::toPercentEncoding(page.toString(QUrl::FullyEncoded))));
    person.setQuery(query);
    return QString::fromUtf8(get(QNetworkRequest(person)));
}

int OidcServer::open(const QString &address)
{
    int status = 0;
    get(QNetworkRequest(QUrl(address)), &status);
    return status;
}

int OidcServer::profileStatus(const QByteArray &token)
{
    QNetworkRequest request(QUrl(issuer() + "/me"_L1));
    request.setRawHeader("Authorization", "Bearer " + token);
    int status = 0;
    get(request, &status);
    return status;
}

} // namespace tokendesk
