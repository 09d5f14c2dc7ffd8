// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <expected>

namespace tokendesk {

/// Why a file is not one with the certificate of an authority.
enum class AuthorityFault {
    TooLarge,
    NoCertificate, ///< no certificate in it, neither PEM nor DER
    NoAuthority, ///< one in it may vouch for no other (RFC 5280 4.2.1.9)
    Ended, ///< one in it has ended, or has not begun
};

/// Reads the authorities in a file as IT staff hand it out: one or several certificates in PEM, or one in DER. All of
/// them or none.
std::expected<QList<QSslCertificate>, AuthorityFault> readAuthorities(const QByteArray &file, const QDateTime &now);

/// From now on every Transport trusts these besides the system's own; those of an earlier call no more.
void trustAlso(const QList<QSslCertificate> &authorities);

/// Who that certificate is of, fit to be shown.
QString subjectOf(const QSslCertificate &certificate);
/// Who vouches for it, likewise.
QString issuerOf(const QSslCertificate &certificate);

/// The largest file that is read, bytes.
constexpr qsizetype largestAuthorityFile = 256 * 1024;

} // namespace tokendesk
