// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QString>

namespace tokendesk {

/// A redirect address, taken apart: where on this computer its answer arrives.
struct RedirectAddress
{
    bool secure = false; ///< https, right here
    bool relayed = false; ///< registered is an https page elsewhere that brings the answer on to us
    QString host{}; ///< "localhost", "127.0.0.1" or "::1"
    quint16 port = 0;
    QByteArray path{}; ///< as it stands in a request line, percent-encoded; at least "/"
    QByteArray authority{}; ///< as it stands in the Host header: without the port where that is the scheme's own
    QByteArray origin{}; ///< scheme and authority
};

/// Takes apart an address such as "https://localhost:8917/instagram/". One that is https on another host is the relay
/// page of an organisation (resources/pages/relay.html): what it brings arrives at relayTarget. Errors: Misconfigured
/// where it is neither, or has a user, query or fragment.
Result<RedirectAddress> readRedirectAddress(const QString &address);

/// Why an address is not the answer we wait for. The attempt waits on in each case.
enum class RedirectRefusal {
    NotOurs, ///< another host, port or path, or no address at all
    Repeated, ///< a parameter that must not repeat does (RFC 6749 3.1)
    WrongState, ///< no state or another one: a foreign page, or an earlier attempt
    NothingInIt, ///< our state, but neither a code nor an error
    TooLong, ///< over 8 KiB
};

/// What came back with our state: the code, or the provider's refusal.
struct Redirect
{
    Secret code; ///< empty where `error` is set; "#_" stripped, percent-decoded once
    QByteArray issuer{}; ///< who says that it answered (RFC 9207); empty where it does not
    QString error{}; ///< RFC 6749 4.1.2.1, such as "access_denied"
    QString errorReason{};
    QString errorDescription{};
};

/// Reads a request target such as "/instagram/?code=…&state=…" or a whole pasted address. Pure; state is compared first
/// and in constant time, before code or error are looked at. `address` is the redirect address exactly as registered.
/// Around a pasted address, spaces and quotes are tolerated, and line breaks anywhere in it.
std::expected<Redirect, RedirectRefusal> readRedirectTarget(QByteArrayView target, const QString &address,
                                                            const Secret &state);
std::expected<Redirect, RedirectRefusal> readPastedAddress(const QString &text, const QString &address,
                                                           const Secret &state);

/// The one address to which a relay page leads, fixed so that it can lead nowhere else.
inline constexpr QLatin1StringView relayTarget("http://127.0.0.1:8931/relay/");

/// Largest request target or pasted address that is read, bytes.
constexpr qsizetype largestRedirect = 8 * 1024;

} // namespace tokendesk
