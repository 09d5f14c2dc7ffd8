// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/manifest.h"

#include "accounts/hintname.h"
#include "base/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int version = 1;
constexpr int deepest = 4;
constexpr int mostPages = 1'000'000;
constexpr qsizetype frame = 80; // braces, version and number
constexpr qsizetype longestRecord = (longestManifestPage - frame) / manifestPlaces;
constexpr qsizetype longestText = 512; // of a field that is read

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Without half a character at the end.
QString shortened(const QString &text, qsizetype length)
{
    const QString left = text.left(length);
    return !left.isEmpty() && left.back().isHighSurrogate() ? left.chopped(1) : left;
}

/// Halves the fields that may be short, in that order, until the record fits.
QJsonObject fitting(QJsonObject record, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        while (compact(record).size() > longestRecord && !record[name].toString().isEmpty())
            record[name] = shortened(record[name].toString(), record[name].toString().size() / 2);
    }
    return record;
}

qint64 secondsOf(const QDateTime &instant)
{
    return instant.isValid() ? instant.toSecsSinceEpoch() : 0;
}

QDateTime instantOf(qint64 seconds)
{
    return seconds > 0 ? QDateTime::fromSecsSinceEpoch(seconds).toUTC() : QDateTime();
}

// A name that was stored once stays.
constexpr std::pair<TokenKind, QLatin1StringView> kinds[] = {{TokenKind::ShortLived, "short"_L1},
                                                             {TokenKind::LongLived, "long"_L1},
                                                             {TokenKind::Unknown, "unknown"_L1},
                                                             {TokenKind::NoExpiry, "none"_L1},
                                                             {TokenKind::Refreshable, "refresh"_L1}};

QLatin1StringView nameOf(TokenKind kind)
{
    return std::ranges::find_if(kinds, [kind](const auto &known) { return known.first == kind; })->second;
}

const QString removes = QStringLiteral("remove"); // any other word keeps the account
const QString keeps = QStringLiteral("keep");

QJsonObject recordOf(const Account &account, const QList<Revocation> &revocations)
{
    QJsonObject record{{"id"_L1, account.id},
                       {"provider"_L1, account.providerId},
                       {"app"_L1, account.registrationId},
                       {"user"_L1, account.userId},
                       {"professional"_L1, account.professionalId},
                       {"username"_L1, account.username},
                       {"label"_L1, account.label},
                       {"kind"_L1, nameOf(account.tokenKind)},
                       {"issued"_L1, secondsOf(account.issuedAt)},
                       {"expires"_L1, secondsOf(account.expiresAt)},
                       {"token"_L1, account.tokenKey}};
    if (account.dataAccessExpiresAt.isValid())
        record["access"_L1] = secondsOf(account.dataAccessExpiresAt);
    if (!account.accountType.isEmpty())
        record["type"_L1] = account.accountType;
    if (account.refused)
        record["refused"_L1] = nameOfHint(account.refusedFor);
    const auto revocation = std::ranges::find(revocations, account.id, &Revocation::accountId);
    if (revocation != revocations.end())
        record["revoke"_L1] = revocation->afterwards == Afterwards::Remove ? removes : keeps;
    return fitting(record, {"label"_L1, "username"_L1, "professional"_L1, "type"_L1});
}

QJsonObject recordOf(const Registration &registration)
{
    QJsonObject whole{{"id"_L1, registration.id},
                      {"provider"_L1, registration.providerId},
                      {"name"_L1, registration.name},
                      {"client"_L1, registration.clientId},
                      {"secret"_L1, registration.secretKept}};
    if (!registration.configurationId.isEmpty())
        whole["configuration"_L1] = registration.configurationId;
    if (!registration.broker.isEmpty())
        whole["broker"_L1] = registration.broker;
    if (registration.clientTokenKept)
        whole["clientToken"_L1] = true;
    QJsonObject record = fitting(whole, {"name"_L1});
    if (compact(record).size() > longestRecord)
        record.remove("broker"_L1); // half an address is none
    QJsonArray redirects;
    for (const QString &address : registration.redirectAddresses) {
        redirects.append(address);
        QJsonObject longer = record;
        longer["redirects"_L1] = redirects;
        if (compact(longer).size() > longestRecord)
            break;
        record = longer;
    }
    return record;
}

/// Reads fields one after the other; the first that is wrong is remembered.
class Fields
{
public:
    explicit Fields(const Json &object)
        : m_object(object)
        , m_good(object.isObject())
    {
    }

    QString text(QByteArrayView name)
    {
        const Json *value = m_object.member(name);
        if (!value)
            return {};
        const QString text = value->text();
        m_good = m_good && value->isText() && text.size() <= longestText;
        return text;
    }

    QString needed(QByteArrayView name)
    {
        const QString value = text(name);
        m_good = m_good && !value.isEmpty();
        return value;
    }

    qint64 number(QByteArrayView name, qint64 most)
    {
        const Json *value = m_object.member(name);
        bool isNumber = value && value->kind == Json::Kind::Number;
        const qint64 number = isNumber ? value->raw.toByteArray().toLongLong(&isNumber) : 0;
        m_good = m_good && isNumber && number >= 0 && number <= most;
        return number;
    }

    /// 0 where there is none.
    qint64 optionalNumber(QByteArrayView name, qint64 most) { return m_object.member(name) ? number(name, most) : 0; }

    bool isTrue(QByteArrayView name) const
    {
        const Json *value = m_object.member(name);
        return value && value->isTrue();
    }

    QStringList texts(QByteArrayView name)
    {
        QStringList list;
        for (const Json &item : itemsOf(m_object.member(name))) {
            m_good = m_good && item.isText();
            list.append(item.text());
        }
        return list;
    }

    const std::vector<Json> &items(QByteArrayView name)
    {
        const Json *value = m_object.member(name);
        m_good = m_good && value && value->isArray() && value->items.size() <= manifestPlaces;
        return itemsOf(value);
    }

    bool areGood() const { return m_good; }

private:
    static const std::vector<Json> &itemsOf(const Json *value)
    {
        static const std::vector<Json> none;
        return value ? value->items : none;
    }

    const Json &m_object;
    bool m_good;
};

constexpr qint64 latest = 253'402'300'799; // the end of the year 9999

std::optional<Account> accountFrom(const Json &record)
{
    Fields fields(record);
    Account account;
    account.id = fields.needed("id");
    account.providerId = fields.needed("provider");
    account.registrationId = fields.text("app");
    account.userId = fields.text("user");
    account.professionalId = fields.text("professional");
    account.username = fields.text("username");
    account.label = fields.text("label");
    account.accountType = fields.text("type");
    account.issuedAt = instantOf(fields.number("issued", latest));
    account.expiresAt = instantOf(fields.number("expires", latest));
    account.dataAccessExpiresAt = instantOf(fields.optionalNumber("access", latest));
    account.tokenKey = fields.text("token");
    account.refused = record.member("refused");
    account.refusedFor = hintOfName(fields.text("refused"));
    const QString kind = fields.needed("kind");
    const auto known = std::ranges::find_if(kinds, [&kind](const auto &one) { return one.second == kind; });
    if (!fields.areGood() || known == std::end(kinds))
        return {};
    account.tokenKind = known->first;
    return account;
}

std::optional<Registration> registrationFrom(const Json &record)
{
    Fields fields(record);
    Registration registration{.id = fields.needed("id"),
                              .providerId = fields.needed("provider"),
                              .name = fields.text("name"),
                              .clientId = fields.text("client"),
                              .redirectAddresses = fields.texts("redirects"),
                              .configurationId = fields.text("configuration"),
                              .secretKept = fields.isTrue("secret"),
                              .clientTokenKept = fields.isTrue("clientToken"),
                              .broker = fields.text("broker")};
    return fields.areGood() ? std::optional(registration) : std::nullopt;
}

/// Nothing where the account's token is not to be ended.
std::optional<Revocation> revocationFrom(const Json &record)
{
    Fields fields(record);
    const QString word = fields.text("revoke");
    if (word.isEmpty())
        return {};
    return Revocation{.accountId = fields.text("id"),
                      .afterwards = word == removes ? Afterwards::Remove : Afterwards::Keep};
}

template <typename T>
bool takeAll(const std::vector<Json> &items, std::optional<T> (*read)(const Json &), QList<T> &list)
{
    for (const Json &item : items) {
        std::optional<T> one = read(item);
        if (!one)
            return false;
        list.append(*std::move(one));
    }
    return true;
}

} // namespace

QString manifestKey(int page)
{
    return u"tokendesk/manifest/%1"_s.arg(page);
}

QByteArray manifestText(const ManifestPage &page)
{
    QJsonArray accounts;
    for (const Account &account : page.accounts)
        accounts.append(recordOf(account, page.revocations));
    QJsonArray registrations;
    for (const Registration &registration : page.registrations)
        registrations.append(recordOf(registration));
    return compact(
        {{"manifest"_L1, version}, {"last"_L1, page.last}, {"accounts"_L1, accounts}, {"apps"_L1, registrations}});
}

Result<ManifestPage> readManifest(QByteArrayView text)
{
    const auto bad = [] { return failure(ErrorKind::Malformed, u"an item of the keychain is no list of accounts"_s); };
    if (text.size() > longestManifestPage)
        return bad();
    const auto root = readJson(text, deepest);
    if (!root)
        return bad();
    Fields fields(*root);
    ManifestPage page;
    const bool known = fields.number("manifest", version) == version;
    page.last = int(fields.number("last", mostPages));
    const std::vector<Json> &accounts = fields.items("accounts");
    const bool whole = takeAll(accounts, &accountFrom, page.accounts)
        && takeAll(fields.items("apps"), &registrationFrom, page.registrations);
    if (!known || !whole || !fields.areGood())
        return bad();
    for (const Json &record : accounts) {
        if (const std::optional<Revocation> revocation = revocationFrom(record))
            page.revocations.append(*revocation);
    }
    return page;
}

} // namespace tokendesk
