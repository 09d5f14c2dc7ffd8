// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account.h"

#include "accounts/renewal.h"

#include <QStringBuilder>
#include <optional>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int daysToConfirm = 14;

bool hasEnded(const Account &account, const QDateTime &now)
{
    return account.expiresAt.isValid() && now >= account.expiresAt;
}

/// What is to be said before that it works; nothing where it works.
std::optional<AccountStatus> notWorking(const Account &account, const QDateTime &now, const RenewalProgress &progress)
{
    if (hasEnded(account, now) && account.tokenKind != TokenKind::Refreshable)
        return AccountStatus{Status::Expired, StatusDetail::SignInAgain, account.expiresAt};
    if (account.refused && account.refusedFor == ErrorHint::AppRemoved)
        return AccountStatus{Status::Revoked, StatusDetail::SignInAgain, {}, account.refusedFor};
    if (account.refused)
        return AccountStatus{Status::NeedsYou, StatusDetail::SignInAgain, {}, account.refusedFor};
    if (progress.revokeAt.isValid())
        return AccountStatus{Status::Retrying, StatusDetail::RevocationPending, progress.revokeAt};
    if (account.dataAccessExpiresAt.isValid() && now >= account.dataAccessExpiresAt)
        return AccountStatus{Status::NeedsYou, StatusDetail::SignInAgain, {}, ErrorHint::AccessEnded};
    switch (account.custody) {
    case Custody::Keychain:
        break;
    case Custody::MemoryOnly:
        return AccountStatus{Status::NotSaved,
                             progress.unwritable ? StatusDetail::AccountsUnwritable : StatusDetail::None,
                             account.expiresAt};
    case Custody::Missing:
        return AccountStatus{Status::NeedsYou, StatusDetail::UnlockKeychain};
    case Custody::Gone:
        return AccountStatus{Status::NeedsYou, StatusDetail::SignInAgain};
    }
    if (progress.running)
        return AccountStatus{Status::Renewing};
    if (progress.unknown >= mostUnknown)
        return AccountStatus{Status::NeedsYou, StatusDetail::RenewalFails, progress.retryAt};
    if (progress.retryAt.isValid() && account.tokenKind != TokenKind::ShortLived)
        return AccountStatus{Status::Retrying, StatusDetail::None, progress.retryAt};
    if (hasEnded(account, now))
        return AccountStatus{Status::Renewing}; // its refresh token has not: it is due
    return {};
}

/// What keeps a token working that nothing is wrong with.
AccountStatus working(const Account &account, const Provider &provider, const QDateTime &now, SecretState secret)
{
    const QDateTime access = account.dataAccessExpiresAt;
    if (account.tokenKind == TokenKind::NoExpiry && access.isValid() && now.addDays(daysToConfirm) >= access)
        return {Status::Working, StatusDetail::AccessUntil, access};
    if (account.tokenKind == TokenKind::NoExpiry)
        return {Status::Working, StatusDetail::NoExpiryDate};
    if (!account.expiresAt.isValid())
        return {Status::Working, StatusDetail::ExpiryUnknown};
    if (account.tokenKind == TokenKind::ShortLived)
        return {Status::Working, StatusDetail::OneHourOnly, account.expiresAt};
    const QDateTime next = nextRenewal(account, provider, now, secret);
    if (next.isValid())
        return {Status::Working, StatusDetail::RenewsOn, next};
    return {Status::Working, StatusDetail::Until, account.expiresAt};
}

} // namespace

QString Account::displayName() const
{
    if (!label.isEmpty())
        return label;
    if (username.contains(u'@'))
        return username; // an e-mail address
    if (!username.isEmpty())
        return QString(u'@' % username);
    return name.isEmpty() ? userId : name;
}

void Account::issueToken(TokenKind kind, std::chrono::seconds lifetime, const QDateTime &now)
{
    tokenKind = kind;
    issuedAt = now;
    expiresAt = lifetime.count() > 0 ? now.addSecs(lifetime.count()) : QDateTime();
    refused = false;
    refusedFor = ErrorHint::None;
}

void Account::takeInspection(const QDateTime &end, const QDateTime &dataAccessEnd)
{
    tokenKind = end.isValid() ? TokenKind::LongLived : TokenKind::NoExpiry;
    expiresAt = end;
    dataAccessExpiresAt = dataAccessEnd;
}

QDateTime Account::neededBy() const
{
    if (!expiresAt.isValid() || !dataAccessExpiresAt.isValid())
        return expiresAt.isValid() ? expiresAt : dataAccessExpiresAt;
    return std::min(expiresAt, dataAccessExpiresAt);
}

void Account::grantPermissions(const QStringList &scopes)
{
    grantedScopes = scopes;
    grantedKnown = true;
}

bool needsSomebody(Status status)
{
    switch (status) {
    case Status::Working:
    case Status::Renewing:
    case Status::Retrying:
        return false;
    case Status::NeedsYou:
    case Status::Expired:
    case Status::Revoked:
    case Status::NotSaved:
        return true;
    }
    Q_UNREACHABLE();
}

AccountStatus statusOf(const Account &account, const Provider &provider, const QDateTime &now,
                       const RenewalProgress &progress)
{
    const std::optional<AccountStatus> before = notWorking(account, now, progress);
    return before ? *before : working(account, provider, now, progress.secret);
}

Status statusWordOf(const Account &account, const QDateTime &now, const RenewalProgress &progress)
{
    const std::optional<AccountStatus> before = notWorking(account, now, progress);
    return before ? before->status : Status::Working;
}

bool EventFilter::accepts(const Event &event) const
{
    return (accountId.isEmpty() || event.accountId == accountId) && (kinds.isEmpty() || kinds.contains(event.kind))
        && (outcome == Outcome::Any || !event.ok);
}

QString eventDetail(const Error &error)
{
    QStringList parts{nameOf(error.kind)};
    if (error.httpStatus != 0)
        parts.append("HTTP "_L1 + QString::number(error.httpStatus));
    if (error.code != 0)
        parts.append("code "_L1 + QString::number(error.code));
    if (error.subcode != 0)
        parts.append("subcode "_L1 + QString::number(error.subcode));
    if (!error.traceId.isEmpty())
        parts.append("trace "_L1 + error.traceId);
    return parts.join(", "_L1);
}

} // namespace tokendesk
