// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/rows.h"

#include "accounts/hintname.h"
#include "accounts/packedrow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>
#include <optional>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

// Enumerators go by name into the database. A name that was stored once stays.
QString stored(TokenKind kind)
{
    switch (kind) {
    case TokenKind::ShortLived:
        return u"short-lived"_s;
    case TokenKind::LongLived:
        return u"long-lived"_s;
    case TokenKind::Unknown:
        return u"unknown"_s;
    case TokenKind::NoExpiry:
        return u"no-expiry"_s;
    case TokenKind::Refreshable:
        return u"refreshable"_s;
    }
    return {};
}

QString stored(Custody custody)
{
    switch (custody) {
    case Custody::Keychain:
        return u"keychain"_s;
    case Custody::MemoryOnly:
        return u"memory-only"_s;
    case Custody::Missing:
        return u"missing"_s;
    case Custody::Gone:
        return u"gone"_s;
    }
    return {};
}

QString stored(Event::Kind kind)
{
    switch (kind) {
    case Event::Kind::Connected:
        return u"connected"_s;
    case Event::Kind::Reconnected:
        return u"reconnected"_s;
    case Event::Kind::Extended:
        return u"extended"_s;
    case Event::Kind::Renewed:
        return u"renewed"_s;
    case Event::Kind::RenewalFailed:
        return u"renewal-failed"_s;
    case Event::Kind::Copied:
        return u"copied"_s;
    case Event::Kind::Shown:
        return u"shown"_s;
    case Event::Kind::Renamed:
        return u"renamed"_s;
    case Event::Kind::Removed:
        return u"removed"_s;
    case Event::Kind::NotSaved:
        return u"not-saved"_s;
    case Event::Kind::Saved:
        return u"saved"_s;
    case Event::Kind::SignInFailed:
        return u"sign-in-failed"_s;
    case Event::Kind::Recovered:
        return u"recovered"_s;
    case Event::Kind::HandedOut:
        return u"handed-out"_s;
    case Event::Kind::Replaced:
        return u"replaced"_s;
    case Event::Kind::Checked:
        return u"checked"_s;
    case Event::Kind::RevocationAsked:
        return u"revocation-asked"_s;
    case Event::Kind::Revoked:
        return u"revoked"_s;
    case Event::Kind::RevocationGivenUp:
        return u"revocation-given-up"_s;
    case Event::Kind::Noticed:
        return u"noticed"_s;
    case Event::Kind::PermissionRemoved:
        return u"permission-removed"_s;
    case Event::Kind::Asked:
        return u"asked"_s;
    }
    return {};
}

// The other way round without a second list: stored() is empty behind the last enumerator.
template <typename Enum>
std::optional<Enum> enumerator(const QString &name)
{
    for (int value = 0; !stored(Enum(value)).isEmpty(); ++value) {
        if (stored(Enum(value)) == name)
            return Enum(value);
    }
    return {};
}

// A null QString would be stored as NULL, which no column of text takes.
QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

QVariant instant(const QDateTime &at)
{
    return at.isValid() ? QVariant(at.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qint64>());
}

QDateTime instantFrom(const QVariant &value)
{
    return value.isNull() ? QDateTime() : instantAt(value.toLongLong());
}

QString list(const QStringList &values)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(values)).toJson(QJsonDocument::Compact));
}

QStringList listFrom(const QString &text)
{
    QStringList values;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    values.reserve(array.size());
    for (const auto &item : array)
        values += item.toString();
    return values;
}

std::unexpected<Error> unknownName(const QString &column, const QString &value)
{
    return failure(ErrorKind::Storage, u"%1 has no meaning for \"%2\""_s.arg(column, value));
}

// An account with no more than what it shares with others.
Result<Account> sharedFrom(PackedRow &row)
{
    Account account;
    account.providerId = row.text();
    account.registrationId = row.text();
    account.accountType = row.text();
    const QString kind = row.text();
    account.requestedScopes = listFrom(row.text());
    account.grantedScopes = listFrom(row.text());
    account.grantedKnown = row.number().value_or(0) != 0;
    const QString custody = row.text();
    account.refused = row.number().value_or(0) != 0;
    account.refusedFor = hintOfName(row.text());
    const auto knownKind = enumerator<TokenKind>(kind);
    if (!knownKind)
        return unknownName(u"token_kind"_s, kind);
    const auto knownCustody = enumerator<Custody>(custody);
    if (!knownCustody)
        return unknownName(u"custody"_s, custody);
    account.tokenKind = *knownKind;
    account.custody = *knownCustody;
    return account;
}

} // namespace

QString accountColumns()
{
    return u"id, provider_id, registration_id, user_id, professional_id, username, name, label, account_type, "
           "token_kind, issued_at, expires_at, data_access_expires_at, requested_scopes, granted_scopes, "
           "granted_known, custody, token_key, "
           "refused, refused_for"_s;
}

QVariantList toRow(const Account &account)
{
    const QVariant registration = account.registrationId.isEmpty() ? QVariant() : account.registrationId;
    return {account.id,
            text(account.providerId),
            registration,
            text(account.userId),
            text(account.professionalId),
            text(account.username),
            text(account.name),
            text(account.label),
            text(account.accountType),
            stored(account.tokenKind),
            instant(account.issuedAt),
            instant(account.expiresAt),
            instant(account.dataAccessExpiresAt),
            list(account.requestedScopes),
            list(account.grantedScopes),
            account.grantedKnown,
            stored(account.custody),
            text(account.tokenKey),
            account.refused,
            text(nameOfHint(account.refusedFor))};
}

QString AccountReader::columns()
{
    return u"packed"_s;
}

Result<Account> AccountReader::operator()(const QSqlQuery &row)
{
    QList<Account> list;
    if (const Result<void> read = append(row, list); !read)
        return std::unexpected(read.error());
    return list.takeFirst();
}

Result<void> AccountReader::append(const QSqlQuery &row, QList<Account> &list)
{
    const QByteArray bytes = row.value(0).toByteArray();
    const Result<qsizetype> place = known(bytes);
    if (!place)
        return std::unexpected(place.error());
    const Shared &shared = m_known.at(*place);
    Account &account = list.emplaceBack(shared.account);
    PackedRow values(bytes, shared.bytes.size());
    account.id = values.text();
    account.userId = values.text();
    account.professionalId = values.text();
    account.username = values.text();
    account.name = values.text();
    account.label = values.text();
    account.issuedAt = values.instant();
    account.expiresAt = values.instant();
    account.dataAccessExpiresAt = values.instant();
    account.tokenKey = values.text();
    return {};
}

/// Where in m_known the beginning of this row is.
Result<qsizetype> AccountReader::known(const QByteArray &row)
{
    for (qsizetype place = 0; place < m_known.size(); ++place) {
        if (row.startsWith(m_known.at(place).bytes))
            return place;
    }
    PackedRow values(row);
    Result<Account> account = sharedFrom(values);
    if (!account)
        return std::unexpected(account.error());
    if (m_known.size() == mostKnown)
        m_known.removeLast();
    m_known.prepend({.bytes = row.first(values.position()), .account = *std::move(account)});
    return 0;
}

QString registrationColumns()
{
    return u"id, provider_id, name, client_id, redirect_addresses, secret_kept, configuration_id, broker, "
           "client_token_kept"_s;
}

QVariantList toRow(const Registration &registration)
{
    return {registration.id,
            text(registration.providerId),
            text(registration.name),
            text(registration.clientId),
            list(registration.redirectAddresses),
            registration.secretKept,
            text(registration.configurationId),
            text(registration.broker),
            registration.clientTokenKept};
}

Result<Registration> registrationFrom(const QSqlQuery &row)
{
    return Registration{.id = row.value(0).toString(),
                        .providerId = row.value(1).toString(),
                        .name = row.value(2).toString(),
                        .clientId = row.value(3).toString(),
                        .redirectAddresses = listFrom(row.value(4).toString()),
                        .configurationId = row.value(6).toString(),
                        .secretKept = row.value(5).toBool(),
                        .clientTokenKept = row.value(8).toBool(),
                        .broker = row.value(7).toString()};
}

QVariantList toRow(const Warning &warning)
{
    return {warning.accountId, instant(warning.until), warning.days};
}

Result<Warning> warningFrom(const QSqlQuery &row)
{
    return Warning{
        .accountId = row.value(0).toString(), .until = instantFrom(row.value(1)), .days = row.value(2).toInt()};
}

QString eventColumns()
{
    return u"at, account_id, account_name, kind, ok, detail"_s;
}

QString nameInDatabase(Event::Kind kind)
{
    return stored(kind);
}

QVariantList toRow(const Event &event)
{
    return {instant(event.at), text(event.accountId), text(event.accountName), stored(event.kind),
            event.ok,          text(event.detail)};
}

Result<Event> eventFrom(const QSqlQuery &row)
{
    const auto kind = enumerator<Event::Kind>(row.value(3).toString());
    if (!kind)
        return unknownName(u"kind"_s, row.value(3).toString());
    return Event{.id = row.value(6).toLongLong(),
                 .at = instantFrom(row.value(0)),
                 .accountId = row.value(1).toString(),
                 .accountName = row.value(2).toString(),
                 .kind = *kind,
                 .ok = row.value(4).toBool(),
                 .detail = row.value(5).toString()};
}

} // namespace tokendesk
