// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/practiceclient.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr int patience = 10000;
}

QByteArray encoded(const PracticeClient::Values &values)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : values)
        pairs << QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    return pairs.join('&');
}

QJsonObject PracticeClient::Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray PracticeClient::Answer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QUrl PracticeClient::url(const QString &path, const Values &query) const
{
    const QString start = path.startsWith("http"_L1) ? QString() : u"http://127.0.0.1:%1"_s.arg(m_port);
    QUrl url(start + path);
    if (!query.isEmpty())
        url.setQuery(QString::fromLatin1(encoded(query)));
    return url;
}

std::unique_ptr<QNetworkReply> PracticeClient::start(const QByteArray &method, const QUrl &url,
                                                     const QByteArray &contentType, const QByteArray &body)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!contentType.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, contentType);
    return std::unique_ptr<QNetworkReply>(m_network.sendCustomRequest(request, method, body));
}

PracticeClient::Answer PracticeClient::wait(std::unique_ptr<QNetworkReply> reply)
{
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(patience))
        return {.error = QNetworkReply::TimeoutError, .body = {}, .headers = {}};
    return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .error = reply->error(),
            .body = reply->readAll(),
            .headers = reply->rawHeaderPairs()};
}

PracticeClient::Answer PracticeClient::post(const QString &path, const Values &form)
{
    return post(path, "application/x-www-form-urlencoded", encoded(form));
}

PracticeClient::Answer PracticeClient::post(const QString &path, const QByteArray &contentType, const QByteArray &body)
{
    return wait(start("POST", url(path), contentType, body));
}

QString PracticeClient::redirectUri() const
{
    return u"http://127.0.0.1:%1/callback"_s.arg(m_port);
}

PracticeClient::Values PracticeClient::authorization(const QStringList &scopes) const
{
    return {{u"client_id"_s, PracticeServer::clientId()},
            {u"redirect_uri"_s, redirectUri()},
            {u"response_type"_s, u"code"_s},
            {u"scope"_s, scopes.join(u',')},
            {u"state"_s, u"state-1"_s}};
}

QUrl PracticeClient::signIn(const Values &query, const FakeBrowser::Person &person)
{
    FakeBrowser browser(person);
    QSignalSpy rested(&browser, &FakeBrowser::rested);
    browser.open(url(u"/oauth/authorize"_s, query));
    rested.wait(patience);
    return browser.address();
}

QString PracticeClient::code(const FakeBrowser::Person &person)
{
    const QStringList scopes{u"instagram_business_basic"_s, u"instagram_business_manage_insights"_s};
    return QUrlQuery(signIn(authorization(scopes), person)).queryItemValue(u"code"_s);
}

PracticeClient::Values PracticeClient::exchange(const QString &code) const
{
    return {{u"client_id"_s, PracticeServer::clientId()},
            {u"client_secret"_s, PracticeServer::clientSecret()},
            {u"grant_type"_s, u"authorization_code"_s},
            {u"redirect_uri"_s, redirectUri()},
            {u"code"_s, code}};
}

QString PracticeClient::shortToken(const FakeBrowser::Person &person)
{
    return post(u"/oauth/access_token"_s, exchange(code(person))).json().value("access_token"_L1).toString();
}

QString PracticeClient::longToken(const FakeBrowser::Person &person)
{
    return extend(shortToken(person)).json().value("access_token"_L1).toString();
}

PracticeClient::Answer PracticeClient::extend(const QString &token)
{
    return get(u"/access_token"_s,
               {{u"grant_type"_s, u"ig_exchange_token"_s},
                {u"client_secret"_s, PracticeServer::clientSecret()},
                {u"access_token"_s, token}});
}

PracticeClient::Answer PracticeClient::renew(const QString &token)
{
    return get(u"/refresh_access_token"_s, {{u"grant_type"_s, u"ig_refresh_token"_s}, {u"access_token"_s, token}});
}

PracticeClient::Answer PracticeClient::me(const QString &token)
{
    return get(u"/v25.0/me"_s, {{u"fields"_s, u"id,user_id,username"_s}, {u"access_token"_s, token}});
}

} // namespace tokendesk
