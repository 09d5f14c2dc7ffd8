// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/provider.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace tokendesk {

/// How long a token of this kind lives.
enum class TokenKind {
    ShortLived, ///< one hour
    LongLived, ///< 60 days, renewable
    Unknown, ///< pasted: its expiry is learned at the first renewal
    NoExpiry, ///< Page and system user tokens
};

/// Where the newest token is.
enum class Custody {
    Keychain, ///< written and read back
    MemoryOnly, ///< the keychain refused: gone when the program ends
    Missing, ///< the keychain does not show it now: locked, another keychain, or deleted by somebody
};

/// One identity at a provider with the token that speaks for it. Neither the token nor the picture is in here: the one
/// is in the keychain, the other is read when it is painted (Accounts::picture), so that thousands of accounts are
/// light.
struct Account
{
    QString id; ///< ours, a UUID without braces
    QString providerId;
    QString registrationId; ///< empty for Practice
    QString userId; ///< app-scoped id; with providerId and registrationId it tells accounts apart
    QString professionalId; ///< Instagram professional account id, where known
    QString username; ///< without "@"
    QString name;
    QString label; ///< the person's own name for it; empty unless renamed
    QString accountType;
    TokenKind tokenKind = TokenKind::Unknown;
    QDateTime issuedAt; ///< UTC: when this token was obtained or last renewed
    QDateTime expiresAt; ///< UTC; invalid where unknown or never
    QStringList requestedScopes;
    QStringList grantedScopes;
    bool grantedKnown = false; ///< false: the provider did not say what was granted
    Custody custody = Custody::Keychain;

    /// The label, or "@username", or the user id.
    QString displayName() const;
};

/// PRODUCT's words for an account, exactly these.
enum class Status { Working, Renewing, Retrying, NeedsYou, Expired, Revoked, NotSaved };

/// What stands behind the word.
enum class StatusDetail {
    None,
    RenewsOn, ///< AccountStatus::when: the next silent renewal
    OneHourOnly, ///< when: its end
    ExpiryUnknown,
    Until, ///< when: its end; no silent renewal exists
    NoExpiryDate,
    UnlockKeychain, ///< NeedsYou: the keychain does not give the token
    SignInAgain, ///< NeedsYou, Expired: only a new sign-in helps
};

struct AccountStatus
{
    Status status = Status::Working;
    StatusDetail detail = StatusDetail::None;
    QDateTime when{}; ///< UTC
};

/// The status at that time. Pure.
AccountStatus statusOf(const Account &account, const Provider &provider, const QDateTime &now);

/// When the token is renewed by itself: weekly, daily below 14 days, every 6 h below 3 days, never before the
/// provider's minimum age. Invalid where it cannot be. Pure.
QDateTime nextRenewal(const Account &account, const Provider &provider, const QDateTime &now);

/// The customer's own app at the provider.
struct Registration
{
    QString id; ///< ours, a UUID without braces
    QString providerId;
    QString name; ///< the person's name for it; "App 1234…" unless given
    QString clientId; ///< Instagram app id: digits
    QStringList redirectAddresses; ///< exactly as registered there
    bool secretKept = false; ///< the app secret is in the keychain; otherwise it is asked for each time
};

/// Something that happened to a token. Never holds one.
struct Event
{
    qint64 id = 0;
    QDateTime at; ///< UTC
    QString accountId; ///< empty where it concerns none
    QString accountName; ///< as it was called then
    enum class Kind {
        Connected,
        Reconnected,
        Extended,
        Renewed,
        RenewalFailed,
        Copied,
        Shown,
        Renamed,
        Removed,
        NotSaved,
        Saved,
        SignInFailed
    };
    Kind kind = Kind::Connected;
    bool ok = true;
    QString detail{}; ///< the provider's code and trace id, or plain data such as a new name; never a secret
};

} // namespace tokendesk
