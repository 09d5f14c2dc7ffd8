// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace tokendesk {

/// The certificate with which this computer answers at https://localhost.
struct LoopbackCertificate
{
    QSslCertificate certificate;
    QSslKey key;

    QString fingerprint() const; ///< SHA-256 as browsers show it: "AB:CD:…"
};

/// Keeps one self-signed certificate per user: RSA-2048, serverAuth, not a CA, localhost, 127.0.0.1 and ::1, one year.
/// Its key is a file that the user alone can read; it protects nothing but this computer's own sign-in page.
/// On macOS create the store before the first TLS connection of the process: it keeps Qt from putting the key into the
/// login keychain, which would ask the user.
class CertificateStore
{
public:
    /// Keeps "localhost.pem" (key and certificate, so that one never goes without the other) in `folder`, which is made
    /// where it is missing. The clock outlives the store.
    CertificateStore(const QString &folder, const Clock &clock);

    /// The certificate, made anew where there is none, it is damaged, others could read its key, or it ends within 30
    /// days. Making one takes about 0.1 s. Errors: Storage, also where the file is a symbolic link.
    Result<LoopbackCertificate> certificate();

    /// Where it is kept, and beside it what is noted about it.
    QString folder() const { return m_folder; }

private:
    QString m_folder;
    const Clock &m_clock;
};

} // namespace tokendesk
