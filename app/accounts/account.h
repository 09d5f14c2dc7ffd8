// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "provider/provider.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <chrono>

namespace tokendesk {

/// How long a token of this kind lives.
enum class TokenKind {
    ShortLived, ///< one hour
    LongLived, ///< 60 days, renewable
    Unknown, ///< pasted: its expiry is learned at the first renewal
    NoExpiry, ///< Page and system user tokens
    Refreshable, ///< a refresh token is kept beside it, which outlives it (RFC 6749 6)
};

/// Where the newest token is.
enum class Custody {
    Keychain, ///< written and read back
    MemoryOnly, ///< the keychain refused: gone when the program ends
    Missing, ///< the keychain does not show it now: locked, or another keychain
    Gone, ///< the keychain is open and has no such item, or it was in the memory of a program that has ended
};

/// What Account::accountType is of an account at Facebook: for whom or what its token speaks.
inline const QString facebookPage = QStringLiteral("page");
inline const QString facebookPerson = QStringLiteral("user");
inline const QString facebookServer = QStringLiteral("system_user");
inline const QString facebookAppItself = QStringLiteral("app"); ///< the app itself; the user id is the app's
/// Facebook wants access to data to be confirmed so long after the last consent (Meta, data access renewal).
inline constexpr std::chrono::seconds dataAccessLifetime = std::chrono::hours(90 * 24);

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
    /// UTC: at Facebook, when the person has to confirm the app's access to data; invalid where unknown or never.
    QDateTime dataAccessExpiresAt;
    QStringList requestedScopes;
    QStringList grantedScopes;
    bool grantedKnown = false; ///< false: the provider did not say what was granted
    Custody custody = Custody::Keychain;
    QString tokenKey; ///< keychain item of the newest token that was stored; empty where none ever was
    bool refused = false; ///< the provider refused this token for good: only a new sign-in helps
    ErrorHint refusedFor = ErrorHint::None; ///< what the refusal came down to, where that is known

    /// The label, or "@username" (an e-mail address as it is), or the name, or the user id.
    QString displayName() const;

    bool operator==(const Account &other) const = default;

    /// Notes a token of that kind, issued now, good for that long; 0 where its end is unknown or never comes.
    void issueToken(TokenKind kind, std::chrono::seconds lifetime, const QDateTime &now);
    /// Notes what Facebook says of a token: an invalid end means that there is none.
    void takeInspection(const QDateTime &end, const QDateTime &dataAccessEnd);
    /// When a person has to act at the latest: the token's end or that of data access. Invalid for never.
    QDateTime neededBy() const;
    /// Is it access to data that ends then, rather than the token?
    bool endsByAccess() const { return dataAccessExpiresAt.isValid() && neededBy() == dataAccessExpiresAt; }
    /// Is it a token for a server: of a system user, or of an app itself?
    bool isForServer() const { return accountType == facebookServer || accountType == facebookAppItself; }
    /// Notes what the provider said it granted.
    void grantPermissions(const QStringList &scopes);
};

} // namespace tokendesk

// A list of thousands grows in place.
Q_DECLARE_TYPEINFO(tokendesk::Account, Q_RELOCATABLE_TYPE);

namespace tokendesk {

/// PRODUCT's words for an account, exactly these.
enum class Status { Working, Renewing, Retrying, NeedsYou, Expired, Revoked, NotSaved };

/// Does it wait for a person?
bool needsSomebody(Status status);

/// What stands behind the word.
enum class StatusDetail {
    None,
    RenewsOn, ///< AccountStatus::when: the next silent renewal
    OneHourOnly, ///< when: its end
    ExpiryUnknown,
    Until, ///< when: its end; no silent renewal exists before it
    NoExpiryDate,
    AccessUntil, ///< when: no expiry date, but access to data has to be confirmed within two weeks
    UnlockKeychain, ///< NeedsYou: the keychain does not show the token
    SignInAgain, ///< NeedsYou, Expired: only a new sign-in helps
    RenewalFails, ///< NeedsYou: renewing has failed ten times for a reason that nobody knows; when: the next try
    AccountsUnwritable, ///< NotSaved: not the keychain refused, the database did; when: the token's end
    RevocationPending, ///< Retrying: the provider is to end the token and could not be asked; when: the next try
};

/// Is the secret at hand of the app that a token belongs to, or a broker that has it? A system user's token is renewed
/// with it; no other is.
enum class SecretState { Missing, AtHand };

/// How the renewal of an account is going; known to the running program only.
struct RenewalProgress
{
    bool running = false;
    int failures = 0; ///< temporary ones since the last success
    QDateTime retryAt{}; ///< UTC: the next try after a temporary failure; invalid where there was none
    bool unreachable = false; ///< the last failure was that nobody could be reached
    int unknown = 0; ///< answers in a row that cannot be understood
    QDateTime doubtedAt{}; ///< UTC: a refusal that a second one has yet to confirm; invalid where there was none
    bool unwritable = false; ///< the newest token is in memory because the database did not take it
    QDateTime revokeAt{}; ///< UTC: the next try to have it revoked; invalid where it is not to be
    SecretState secret = SecretState::Missing; ///< of a system user's token
};

struct AccountStatus
{
    Status status = Status::Working;
    StatusDetail detail = StatusDetail::None;
    QDateTime when{}; ///< UTC; for Retrying the next try, for Expired the end
    ErrorHint why = ErrorHint::None; ///< NeedsYou, Revoked: what the provider's refusal came down to
};

/// So many answers that cannot be understood are for a person to look at.
inline constexpr int mostUnknown = 10;

/// The status at that time. Pure. The worst that is true is said: expired, refused, missing, not saved; then how the
/// renewal is going; then what keeps it working.
AccountStatus statusOf(const Account &account, const Provider &provider, const QDateTime &now,
                       const RenewalProgress &progress = {});

/// Its word alone. Cheap: the next renewal, which most of the time goes into, is not worked out.
Status statusWordOf(const Account &account, const QDateTime &now, const RenewalProgress &progress = {});

/// The customer's own app at the provider.
struct Registration
{
    QString id{}; ///< ours, a UUID without braces
    QString providerId{};
    QString name{}; ///< the person's name for it; "App 1234…" unless given
    QString clientId{}; ///< Instagram app id: digits
    QStringList redirectAddresses{}; ///< exactly as registered there
    QString configurationId{}; ///< of Facebook Login for Business; empty where scopes are asked for
    bool secretKept = false; ///< the app secret is in the keychain; otherwise it is asked for each time
    bool clientTokenKept = false; ///< likewise Facebook's client token, for a sign-in on another device
    QString broker{}; ///< https address of who keeps the app secret for all seats; empty where nobody does

    /// Can calls be made as the app without asking a person for its secret?
    bool needsNoSecret() const { return secretKept || !broker.isEmpty(); }
};

/// Something that happened to a token. Never holds one.
struct Event
{
    qint64 id = 0;
    QDateTime at{}; ///< UTC
    QString accountId{}; ///< empty where it concerns none
    QString accountName{}; ///< as it was called then
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
        SignInFailed,
        Recovered, ///< a token that an interrupted rotation had brought into the keychain
        HandedOut, ///< to the command line
        Replaced, ///< the database was damaged; accounts went into a new one
        Checked, ///< the provider was asked whether the token works
        RevocationAsked, ///< the provider is about to be asked to end the token
        Revoked, ///< what came of that
        RevocationGivenUp, ///< it is not tried any more, and the token was not ended
        PermissionRemoved, ///< what came of asking the provider to take one permission back
        Asked, ///< a person asked the provider's API something with the token; the detail is the path
        Noticed, ///< something that a careful owner would want to know: see Notice
    };
    static constexpr Kind lastKind = Kind::Noticed;
    Kind kind = Kind::Connected;
    bool ok = true;
    QString detail{}; ///< the provider's code and trace id, or plain data such as a new name; never a secret
};

/// Which events are meant: those for which all of it is true. As it is made, every event.
struct EventFilter
{
    enum class Outcome { Any, Failed };

    QString accountId{}; ///< empty for all accounts
    QList<Event::Kind> kinds{}; ///< empty for every kind
    Outcome outcome = Outcome::Any;

    bool accepts(const Event &event) const;
    bool operator==(const EventFilter &other) const = default;
};

/// What an event says of a failure: its kind, the provider's codes and its trace id; nothing the provider worded.
QString eventDetail(const Error &error);

} // namespace tokendesk
