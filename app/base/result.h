// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <expected>
#include <functional>

namespace tokendesk {

/// What went wrong, as far as the program has to act on it. Code branches on the kind, never on a text.
enum class ErrorKind {
    Cancelled, ///< the person stopped it in this program
    Denied, ///< the person, or the provider on their behalf, said no on the consent page
    TimedOut, ///< nothing came back in time
    Offline, ///< no connection could be made: no network, DNS, proxy, refused, reset
    Insecure, ///< the server's TLS certificate could not be trusted
    ServerTrouble, ///< the provider says it has a temporary failure
    RateLimited, ///< too many calls; see Error::retryAfter
    Rejected, ///< the provider refused this code or token for good
    Misconfigured, ///< the provider refused the app: its id, secret, redirect address or scopes
    Malformed, ///< an answer that cannot be understood
    InvalidInput, ///< something typed, pasted or read from a file cannot be used
    PortTaken, ///< none of the redirect addresses could be listened on
    KeychainUnavailable, ///< no keychain answers, or it refused
    KeychainLocked, ///< the keychain is there but locked
    Storage, ///< the database or a file could not be read or written
    SchedulerUnavailable, ///< the system's own scheduler is missing, does not serve this user, or refused
};

/// The last part of an enumerator's name, for logs and the Details fold: "RateLimited".
QString nameOf(ErrorKind kind);

/// What in particular is wrong, where graph/errorcatalogue can tell. Refines the kind for the one who phrases it.
enum class ErrorHint {
    None,
    AppId, ///< Misconfigured: the app id is unknown there ("Invalid platform app")
    AppSecret, ///< Misconfigured: the secret does not fit the app
    RedirectAddress, ///< Misconfigured: the redirect address is not registered exactly like that
    Scopes, ///< Misconfigured: a scope does not exist or the app may not ask for it
    Role, ///< Denied or Misconfigured: the account is no accepted tester of the app
    CodeUsed, ///< Rejected: the code was used before or is too old
    Expired, ///< Rejected: the token ran out
    PasswordChanged, ///< Rejected: ended by a new password or a security reset
    AppRemoved, ///< Rejected: the account's owner removed the app
    Checkpoint, ///< Rejected: the provider wants the owner to sign in there and pass a check
    WrongHost, ///< Rejected: a token of another kind, or cut off
    Permission, ///< Rejected: the token lacks a permission for this
    Damaged, ///< Storage: the database cannot be read any more
    NewerVersion, ///< Storage: the database was written by a later version of this program
    DiskFull, ///< Storage
    AccessEnded, ///< Rejected: Facebook wants the person to confirm the app's access to data
    PageMissing, ///< Denied: the Page to be connected again was not allowed; Error::message is who signed in
    OtherIssuer, ///< Misconfigured: another server answered than the one that was asked, or it does not say which
    Proxy, ///< Offline or TimedOut: the way led through a proxy, Error::message
    ProxySignIn, ///< Offline: that proxy wants a user and a password
    ProxyPassword, ///< Offline: that proxy did not take the ones it was given
    Authority, ///< Insecure: an authority vouches that this computer does not know, Error::message
    Portal, ///< an answer of somebody else, such as the sign-in page of a hotel's network
    OtherUser, ///< Denied: somebody else signed in than the account to be connected again; Error::message is who
    ClientToken, ///< Misconfigured: app id and client token do not fit, or the app has no device login switched on
    ForeignHost, ///< InvalidInput: shows the consent page of the provider Error::message and names hosts not its own
    OtherProvider, ///< InvalidInput: the id or a redirect address's path is that of the provider Error::message
    RetiredWay, ///< InvalidInput: Error::message is a scope or an address that its provider has closed
    /// Misconfigured: it takes the app secret, which is not kept here. Only the broker Error::broker has it, so that
    /// nobody was asked; or, where none is named, nobody has it.
    SecretElsewhere,
};

/// One failure. The core classifies it; the window (ui/errortext) and the command line phrase it. Never holds a secret.
struct Error
{
    ErrorKind kind = ErrorKind::Malformed;
    QString what; ///< plain English for the log and the Details fold: which step failed and how
    QString message{}; ///< the provider's own words, redacted, at most 500 characters
    QString type{}; ///< the provider's error type, such as "OAuthException" or "access_denied"
    QString traceId{}; ///< Meta's fbtrace_id, for its support
    int httpStatus = 0; ///< 0 where no answer came
    int code = 0; ///< Meta's error code, 0 where it gave none
    int subcode = 0; ///< Meta's error_subcode, 0 where it gave none
    int retryAfter = 0; ///< seconds the provider asked to wait, 0 where it did not say
    ErrorHint hint = ErrorHint::None;
    int line = 0; ///< the line of the file that is wrong, 0 where that says nothing
    QString broker{}; ///< host of the organisation's broker, where it answered or should have; empty for the provider
    QString known{}; ///< which of graph/errorcatalogue's it is; empty where nothing but the kind is known
};

/// A value or the reason there is none.
template <typename T>
using Result = std::expected<T, Error>;

/// How a leaf operation ends: called exactly once, later (never inside the call that started it), on the main thread,
/// and never after the context object given beside it is gone. A Secret is a member of the step, never captured.
template <typename T>
using Callback = std::function<void(Result<T>)>;

/// Shorthand for returning a failure that has nothing but a kind and an explanation.
inline std::unexpected<Error> failure(ErrorKind kind, const QString &what)
{
    return std::unexpected(Error{.kind = kind, .what = what});
}

} // namespace tokendesk
