// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/statustable.h"

#include "handout/accountcsv.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// The same words as in the window, and the same translation.
class StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(tokendesk::StatusWords)
};

class Text
{
    Q_DECLARE_TR_FUNCTIONS(StatusTable)
};

struct Word
{
    QString shown; ///< translated
    QString code; ///< for programs
};

Word wordOf(Status status)
{
    switch (status) {
    case Status::Working:
        return {StatusWords::tr("Working"), u"working"_s};
    case Status::Renewing:
        return {StatusWords::tr("Renewing"), u"renewing"_s};
    case Status::Retrying:
        return {StatusWords::tr("Retrying"), u"retrying"_s};
    case Status::NeedsYou:
        return {StatusWords::tr("Needs you"), u"needs-you"_s};
    case Status::Expired:
        return {StatusWords::tr("Expired"), u"expired"_s};
    case Status::Revoked:
        return {StatusWords::tr("Revoked"), u"revoked"_s};
    case Status::NotSaved:
        return {StatusWords::tr("Not saved"), u"not-saved"_s};
    }
    Q_UNREACHABLE();
}

QString dateOf(const QDateTime &when)
{
    return QLocale().toString(when.toLocalTime().date(), QLocale::ShortFormat);
}

Word wordOf(StatusDetail detail, const QDateTime &when)
{
    switch (detail) {
    case StatusDetail::None:
        return {};
    case StatusDetail::RenewsOn:
        return {StatusWords::tr("renews on %1").arg(dateOf(when)), u"renews-on"_s};
    case StatusDetail::OneHourOnly:
        return {StatusWords::tr("one hour only"), u"one-hour-only"_s};
    case StatusDetail::ExpiryUnknown:
        return {StatusWords::tr("expiry unknown"), u"expiry-unknown"_s};
    case StatusDetail::Until:
        return {StatusWords::tr("until %1").arg(dateOf(when)), u"until"_s};
    case StatusDetail::NoExpiryDate:
        return {StatusWords::tr("no expiry date"), u"no-expiry-date"_s};
    case StatusDetail::AccessUntil:
        return {StatusWords::tr("confirm access by %1").arg(dateOf(when)), u"access-until"_s};
    case StatusDetail::UnlockKeychain:
        return {StatusWords::tr("unlock your keychain"), u"unlock-keychain"_s};
    case StatusDetail::SignInAgain:
        return {StatusWords::tr("sign in again"), u"sign-in-again"_s};
    case StatusDetail::RenewalFails:
        return {StatusWords::tr("renewing keeps failing"), u"renewal-fails"_s};
    case StatusDetail::AccountsUnwritable:
        return {StatusWords::tr("the accounts cannot be written"), u"accounts-unwritable"_s};
    case StatusDetail::RevocationPending:
        return {StatusWords::tr("not revoked yet"), u"revocation-pending"_s};
    }
    Q_UNREACHABLE();
}

QString sentenceOf(const AccountStatus &status)
{
    const QString word = wordOf(status.status).shown;
    const QString detail = wordOf(status.detail, status.when).shown;
    return detail.isEmpty() ? word : StatusWords::tr("%1, %2").arg(word, detail);
}

QString endOf(const Account &account, const QDateTime &now)
{
    if (!account.expiresAt.isValid())
        return {};
    const QString end = QLocale().toString(account.expiresAt.toLocalTime(), QLocale::ShortFormat);
    const qint64 minutes = now.secsTo(account.expiresAt) / 60;
    if (minutes <= 0)
        return Text::tr("ended %1").arg(end);
    const int hours = int(minutes / 60);
    const QString left = hours >= 48 ? Text::tr("%n day(s) left", nullptr, hours / 24)
        : hours >= 2                 ? Text::tr("%n hour(s) left", nullptr, hours)
                                     : Text::tr("%n minute(s) left", nullptr, int(minutes));
    return Text::tr("ends %1, %2", "date and time, such as 9 days left").arg(end, left);
}

QJsonValue timeOf(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject objectOf(const StatusRow &row)
{
    const QString detail = wordOf(row.status.detail, row.status.when).code;
    return {
        {u"id"_s, row.account.id},
        {u"name"_s, row.account.displayName()},
        {u"provider"_s, row.provider.id},
        {u"practice"_s, row.provider.practice},
        {u"username"_s, row.account.username},
        {u"userId"_s, row.account.userId},
        {u"status"_s, wordOf(row.status.status).code},
        {u"detail"_s, detail.isEmpty() ? QJsonValue() : QJsonValue(detail)},
        {u"when"_s, timeOf(row.status.when)},
        {u"issuedAt"_s, timeOf(row.account.issuedAt)},
        {u"expiresAt"_s, timeOf(row.account.expiresAt)},
        {u"grantedScopes"_s, QJsonArray::fromStringList(row.account.grantedScopes)},
    };
}

} // namespace

StatusRow rowOf(const Account &account, const Catalog &catalog, const AccountStatus *known, const QDateTime &now)
{
    Provider provider;
    if (const Provider *described = catalog.description(account.providerId))
        provider = *described;
    else
        provider.id = provider.name = account.providerId; // its file is gone: what is known is told all the same
    return {account, provider, known ? *known : statusOf(account, provider, now)};
}

bool needSomebody(const QList<StatusRow> &rows)
{
    return std::ranges::any_of(rows, [](const StatusRow &row) { return needsSomebody(row.status.status); });
}

QString statusTable(const QList<StatusRow> &rows, const QDateTime &now)
{
    QList<QStringList> lines;
    for (const StatusRow &row : rows)
        lines << QStringList{row.account.displayName(), row.provider.name, sentenceOf(row.status),
                             endOf(row.account, now)};
    QList<qsizetype> widths(4, 0);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = qMax(widths[i], line.at(i).size());
    }
    QStringList table;
    for (QStringList line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            line[i] = line.at(i).leftJustified(widths.at(i));
        table << line.join("  "_L1).trimmed();
    }
    return table.join(u'\n');
}

QString statusJson(const QList<StatusRow> &rows)
{
    QJsonArray accounts;
    for (const StatusRow &row : rows)
        accounts.append(objectOf(row));
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"accounts"_s, accounts}}).toJson()).trimmed();
}

QByteArray statusCsv(const QList<StatusRow> &rows)
{
    QList<AccountCsvRow> table;
    for (const StatusRow &row : rows) {
        table.append({.account = row.account,
                      .provider = row.provider.name,
                      .word = wordOf(row.status.status).shown,
                      .detail = wordOf(row.status.detail, row.status.when).shown,
                      .needsYou = needsSomebody(row.status.status)});
    }
    return accountCsv(table);
}

} // namespace tokendesk
