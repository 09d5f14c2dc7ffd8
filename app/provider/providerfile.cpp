// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/providerfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int longestId = 32;

void set(QJsonObject &object, const QString &key, const QString &value)
{
    if (value.isEmpty())
        object.remove(key);
    else
        object.insert(key, value);
}

QJsonObject endpointsOf(const Endpoints &urls, QJsonObject object)
{
    const auto put
        = [&object](const QString &key, const QUrl &url) { set(object, key, url.toString(QUrl::FullyEncoded)); };
    put(u"authorize"_s, urls.authorize);
    put(u"token"_s, urls.token);
    put(u"profile"_s, urls.profile);
    put(u"revoke"_s, urls.revoke);
    put(u"introspect"_s, urls.introspect);
    put(u"deviceAuthorization"_s, urls.deviceAuthorization);
    return object;
}

QString familyOf(Family family)
{
    switch (family) {
    case Family::Instagram:
        return u"instagram"_s;
    case Family::Facebook:
        return u"facebook"_s;
    case Family::Standard:
        return u"standard"_s;
    }
    return {};
}

QJsonArray parametersOf(const Provider &provider)
{
    QJsonArray parameters;
    for (const OptionalParameter &one : provider.optionalParameters) {
        QJsonObject object{{u"name"_s, one.name}, {u"value"_s, one.value}};
        if (one.always)
            object.insert(u"always"_s, true);
        parameters.append(object);
    }
    return parameters;
}

QString authenticationOf(ClientAuthentication way)
{
    switch (way) {
    case ClientAuthentication::Body:
        return u"body"_s;
    case ClientAuthentication::Header:
        return u"header"_s;
    case ClientAuthentication::None:
        return u"none"_s;
    }
    return {};
}

/// What stands in the file for that scope already, where it is there.
QJsonObject objectOf(const QString &scopeId, const QJsonArray &before)
{
    for (const QJsonValue &one : before) {
        if (one.toObject().value("id"_L1).toString() == scopeId)
            return one.toObject();
    }
    return {};
}

QJsonArray scopesOf(const Provider &provider, const QJsonArray &before)
{
    QJsonArray scopes;
    for (const Scope &scope : provider.scopes) {
        QJsonObject object = objectOf(scope.id, before);
        if (object.isEmpty()) {
            object = {{u"id"_s, scope.id}, {u"title"_s, scope.title}, {u"sentence"_s, scope.sentence}};
            if (scope.required)
                object.insert(u"required"_s, true);
        }
        scopes.append(object);
    }
    return scopes;
}

} // namespace

QByteArray providerFile(const Provider &provider, const QByteArray &before, const QString &language)
{
    QJsonObject file = QJsonDocument::fromJson(before).object();
    const Result<Provider> old = readProvider(before, language);
    if (!old || old->name != provider.name)
        file.insert(u"name"_s, provider.name);
    file.insert(u"id"_s, provider.id);
    file.insert(u"family"_s, familyOf(provider.family));
    file.insert(u"endpoints"_s, endpointsOf(provider.endpoints, file.value("endpoints"_L1).toObject()));
    set(file, u"issuer"_s, provider.issuer);
    if (provider.namesIssuer)
        file.insert(u"namesIssuer"_s, true);
    else
        file.remove("namesIssuer"_L1);
    if (provider.family == Family::Standard)
        file.insert(u"clientAuthentication"_s, authenticationOf(provider.clientAuthentication));
    if (provider.optionalParameters.isEmpty())
        file.remove("optionalParameters"_L1);
    else
        file.insert(u"optionalParameters"_s, parametersOf(provider));
    file.insert(u"scopeSeparator"_s, provider.scopeSeparator);
    file.insert(u"pkce"_s, provider.pkce);
    file.insert(u"redirectAddresses"_s, QJsonArray::fromStringList(provider.redirectAddresses));
    file.insert(u"scopes"_s, scopesOf(provider, file.value("scopes"_L1).toArray()));
    return QJsonDocument(file).toJson();
}

QString providerIdFrom(const QString &name, const QStringList &taken)
{
    QString id;
    const QString plain = name.normalized(QString::NormalizationForm_KD).toLower(); // "é" is "e" and an accent
    for (const QChar c : plain) {
        const bool letter = c >= u'a' && c <= u'z';
        const bool digit = c >= u'0' && c <= u'9';
        if (letter || (digit && !id.isEmpty()))
            id.append(c);
        else if (!c.isMark() && !id.isEmpty() && !id.endsWith(u'-'))
            id.append(u'-');
    }
    id = id.left(longestId - 3); // room for a number
    while (id.endsWith(u'-'))
        id.chop(1);
    if (id.isEmpty())
        id = u"provider"_s;
    QString free = id;
    for (int i = 2; taken.contains(free); ++i)
        free = u"%1-%2"_s.arg(id).arg(i);
    return free;
}

QStringList usualRedirectAddresses(const QString &providerId)
{
    QStringList addresses;
    for (const int port : {8957, 8958, 8959})
        addresses.append(u"http://127.0.0.1:%1/%2/"_s.arg(port).arg(providerId));
    return addresses;
}

QStringList hostsOf(const Provider &provider)
{
    const Endpoints &urls = provider.endpoints;
    QStringList hosts;
    for (const QUrl &url : {urls.authorize, urls.token, urls.extend, urls.renew, urls.profile, urls.permissions,
                            urls.graph, urls.revoke, urls.introspect, urls.deviceAuthorization, urls.deviceStatus}) {
        if (!url.host().isEmpty() && !hosts.contains(url.host()))
            hosts.append(url.host());
    }
    return hosts;
}

QString keyOnLine(const QByteArray &file, int line)
{
    const QByteArray text = file.split('\n').value(line - 1).trimmed();
    const qsizetype end = text.indexOf("\":");
    return text.startsWith('"') && end > 0 ? QString::fromUtf8(text.sliced(1, end - 1)) : QString();
}

} // namespace tokendesk
