// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/registrationfile.h"

#include "graph/broker.h"
#include "provider/fieldreader.h"
#include "provider/loopback.h"
#include "provider/retired.h"
#include "signin/redirect.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int deepestNesting = 3;
constexpr int version = 1;
constexpr qsizetype longestName = 100;
constexpr int mostAddresses = 10;
const QRegularExpression separators(u"[ ,]"_s); ///< of scopes

bool holdsSecret(const Json &item)
{
    return item.key.toLower().contains("secret") || item.key.toLower().endsWith("token");
}

/// Turns the JSON of a registration file into a Registration.
class RegistrationReader : public FieldReader
{
public:
    explicit RegistrationReader(const Catalog &catalog)
        : FieldReader({})
        , m_catalog(catalog)
    {
    }

    Result<Registration> read(const Json &root);

private:
    void refuseRetired(const Json &root);
    void readProvider(const Json &root);
    void readAddresses(const Json &root);
    void readConfiguration(const Json &root);
    void readBroker(const Json &root);

    const Catalog &m_catalog;
    Registration m_app;
    Family m_family = Family::Standard;
};

Result<Registration> RegistrationReader::read(const Json &root)
{
    if (!root.isObject())
        fail(root.line, u"an object is expected"_s);
    for (const Json &item : root.items) {
        if (holdsSecret(item))
            fail(item.keyLine, u"a secret does not belong into a registration file"_s);
    }
    refuseRetired(root);
    allowKeys(
        root,
        {"$schema", "tokendeskApp", "provider", "name", "clientId", "redirectAddresses", "configurationId", "broker"});
    const Json *format = need(root, "tokendeskApp");
    if (format && (format->kind != Json::Kind::Number || format->raw != QByteArray::number(version)))
        fail(format->line, u"a version of the format that is not known"_s);
    optionalText(root, "$schema", u".{0,200}"_s);
    readProvider(root);
    if (root.member("name"))
        m_app.name = sentence(root, "name", longestName).simplified();
    const bool digits = m_family != Family::Standard;
    m_app.clientId = text(root, "clientId", digits ? u"[0-9]{5,20}"_s : u"[!-~]{1,256}"_s);
    readAddresses(root);
    readConfiguration(root);
    readBroker(root);
    if (const auto &wrong = fault())
        return std::unexpected(*wrong);
    return std::move(m_app);
}

/// Files for other programs name scopes and addresses as well. What has ended is told before what is only unknown.
void RegistrationReader::refuseRetired(const Json &root)
{
    for (const Json &item : root.items) {
        std::vector<const Json *> values{&item};
        for (const Json &inner : item.items)
            values.push_back(&inner);
        for (const Json *value : values) {
            for (const QString &thing : value->text().split(separators, Qt::SkipEmptyParts)) {
                const bool named = item.key.startsWith("scope") || thing.contains("://"_L1);
                const auto old = named ? retiredThing(thing) : std::nullopt;
                if (old)
                    fail(value->line, old->explanation(thing), ErrorHint::RetiredWay, thing);
            }
        }
    }
}

void RegistrationReader::readProvider(const Json &root)
{
    m_app.providerId = text(root, "provider", u"[a-z][a-z0-9-]{0,31}"_s);
    const Provider *provider = m_catalog.description(m_app.providerId);
    if (provider && !provider->practice)
        m_family = provider->family;
    else if (const Json *value = root.member("provider"))
        fail(value->line, u"a provider that is not known here"_s);
}

void RegistrationReader::readAddresses(const Json &root)
{
    const Json *list = need(root, "redirectAddresses");
    m_app.redirectAddresses = texts(root, "redirectAddresses", u"[!-~]{1,2000}"_s, mostAddresses);
    if (list && m_app.redirectAddresses.isEmpty())
        fail(list->line, u"no redirect address"_s);
    if (!list || !list->isArray())
        return;
    for (const Json &item : list->items) {
        if (!readRedirectAddress(item.text()))
            fail(item.line, u"a redirect address that is neither on this computer nor https"_s);
    }
}

/// Of Facebook Login for Business: without it a colleague's sign-in would ask for scopes that such an app cannot have.
void RegistrationReader::readConfiguration(const Json &root)
{
    const Json *value = root.member("configurationId");
    if (!value)
        return;
    m_app.configurationId = text(root, "configurationId", u"[0-9]{5,20}"_s);
    if (m_family != Family::Facebook)
        fail(value->line, u"a configuration of Facebook Login for Business, with another provider"_s);
}

void RegistrationReader::readBroker(const Json &root)
{
    const Json *value = root.member("broker");
    if (!value)
        return;
    m_app.broker = text(root, "broker", u"[!-~]{1,2000}"_s);
    if (!readBrokerAddress(m_app.broker))
        fail(value->line, u"a broker that is neither https nor on this computer"_s);
}

} // namespace

Result<Registration> readRegistrationFile(const QByteArray &json, const Catalog &catalog)
{
    if (json.size() > largestRegistrationFile)
        return std::unexpected(Error{.kind = ErrorKind::InvalidInput, .what = u"larger than 16 KiB"_s, .line = 1});
    const auto root = readJson(json, deepestNesting);
    if (!root) {
        const JsonFault &fault = root.error();
        return std::unexpected(Error{.kind = ErrorKind::InvalidInput, .what = fault.what, .line = fault.line});
    }
    return RegistrationReader(catalog).read(*root);
}

Registration overSaved(Registration file, const QList<Registration> &saved)
{
    const auto same = std::ranges::find_if(saved, [&file](const Registration &other) {
        return other.providerId == file.providerId && other.clientId == file.clientId;
    });
    if (same == saved.end())
        return file;
    Registration merged = *same;
    merged.redirectAddresses = file.redirectAddresses;
    for (QString Registration::*field : {&Registration::name, &Registration::configurationId, &Registration::broker}) {
        if (!(file.*field).isEmpty())
            merged.*field = file.*field;
    }
    return merged;
}

QByteArray registrationFile(const Registration &app)
{
    QJsonObject file{{u"tokendeskApp"_s, version},
                     {u"provider"_s, app.providerId},
                     {u"clientId"_s, app.clientId},
                     {u"redirectAddresses"_s, QJsonArray::fromStringList(app.redirectAddresses)}};
    if (!app.name.isEmpty())
        file.insert(u"name"_s, app.name);
    if (!app.configurationId.isEmpty())
        file.insert(u"configurationId"_s, app.configurationId);
    if (!app.broker.isEmpty())
        file.insert(u"broker"_s, app.broker);
    return QJsonDocument(file).toJson();
}

QStringList hostsOf(const Provider &provider, const Registration &app)
{
    const Endpoints &urls = provider.endpoints;
    QStringList hosts;
    for (const QUrl &url :
         {urls.authorize, urls.token, urls.extend, urls.renew, urls.profile, urls.permissions, urls.graph}) {
        if (!url.isEmpty() && !hosts.contains(url.host()))
            hosts.append(url.host());
    }
    for (const QString &address : app.redirectAddresses + QStringList{app.broker}) {
        const QString host = QUrl(address).host();
        if (!host.isEmpty() && !isLoopback(host) && !hosts.contains(host))
            hosts.append(host);
    }
    return hosts;
}

} // namespace tokendesk
