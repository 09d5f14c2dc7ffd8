// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/practicefacebookstage.h"

#include <QMessageAuthenticationCode>
#include <QSignalSpy>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace tokendesk {

PracticeFacebookStage::Values PracticeFacebookStage::dialog(const QString &scopes) const
{
    return {{u"client_id"_s, PracticeServer::clientId()},
            {u"redirect_uri"_s, m_practice->client.redirectUri()},
            {u"response_type"_s, u"code"_s},
            {u"scope"_s, scopes},
            {u"state"_s, u"state-1"_s}};
}

QUrl PracticeFacebookStage::signIn(const Values &query, const FakeBrowser::Person &person)
{
    FakeBrowser browser(person);
    QSignalSpy rested(&browser, &FakeBrowser::rested);
    browser.open(client().url(base + u"/dialog/oauth"_s, query));
    rested.wait(10'000);
    return browser.address();
}

PracticeFacebookStage::Answer PracticeFacebookStage::exchange(const QString &code)
{
    return client().get(tokenPath,
                        {{u"client_id"_s, PracticeServer::clientId()},
                         {u"client_secret"_s, PracticeServer::clientSecret()},
                         {u"redirect_uri"_s, client().redirectUri()},
                         {u"code"_s, code}});
}

QString PracticeFacebookStage::shortToken(const QString &scopes, const FakeBrowser::Person &person)
{
    const QString code = QUrlQuery(signIn(dialog(scopes), person)).queryItemValue(u"code"_s);
    return exchange(code).json().value("access_token"_L1).toString();
}

PracticeFacebookStage::Answer PracticeFacebookStage::extend(const QString &token, const Values &more)
{
    return client().get(tokenPath,
                        Values{{u"grant_type"_s, u"fb_exchange_token"_s},
                               {u"client_id"_s, PracticeServer::clientId()},
                               {u"client_secret"_s, PracticeServer::clientSecret()},
                               {u"fb_exchange_token"_s, token}}
                            + more);
}

QString PracticeFacebookStage::longToken(const QString &scopes, const FakeBrowser::Person &person)
{
    return extend(shortToken(scopes, person)).json().value("access_token"_L1).toString();
}

PracticeFacebookStage::Answer PracticeFacebookStage::get(const QString &path, const QString &token, Values query)
{
    query.append({u"access_token"_s, token});
    return client().get(base + path, query);
}

QJsonObject PracticeFacebookStage::inspected(const QString &token)
{
    return get(u"/debug_token"_s, appToken(), {{u"input_token"_s, token}}).json().value("data"_L1).toObject();
}

QString PracticeFacebookStage::appToken()
{
    return PracticeServer::clientId() + u'|' + PracticeServer::clientSecret();
}

QString PracticeFacebookStage::proofOf(const QString &token)
{
    return QString::fromLatin1(QMessageAuthenticationCode::hash(token.toUtf8(), PracticeServer::clientSecret().toUtf8(),
                                                                QCryptographicHash::Sha256)
                                   .toHex());
}

QJsonArray PracticeFacebookStage::dataOf(const Answer &answer)
{
    return answer.json().value("data"_L1).toArray();
}

} // namespace tokendesk
