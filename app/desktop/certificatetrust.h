// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktop.h"

#include <QObject>
#include <QSslCertificate>
#include <QStringList>
#include <functional>

namespace tokendesk {

/// What came of changing what browsers trust.
enum class TrustOutcome {
    Done,
    NoTool, ///< Linux: the program certutil, which changes the browsers' store, is not installed
    Refused, ///< the person said no in the system's own question, or the store cannot be written
};

/// How it stands.
enum class Trusted {
    No,
    Yes,
    Earlier, ///< an earlier certificate of this program is trusted: the present one is newer
};

/// Has this user's browsers trust one certificate, that of this computer's own sign-in page, and nothing it could vouch
/// for: Windows' and macOS' store of this user, on Linux the store of Chromium and its kin (NSS, trust "P,,").
/// Firefox keeps its own exceptions. What was done is noted, so that it can be undone.
class CertificateTrust
{
public:
    using Done = std::function<void(TrustOutcome)>;

    /// Notes the certificate that is trusted in `folder`, "trusted.pem".
    CertificateTrust(const Desktop &desktop, const QString &folder);

    /// By the note, which is cheap.
    Trusted state(const QSslCertificate &certificate) const;
    /// Where it is, or would be, put down, as people write it.
    QStringList places() const;

    /// Trusts this one instead of an earlier one. On Windows and macOS the system asks the person. `done` comes later,
    /// and not after `context` is gone.
    void add(const QSslCertificate &certificate, QObject *context, const Done &done);
    void remove(QObject *context, const Done &done);

private:
    QSslCertificate noted() const;

    Desktop m_desktop;
    QString m_note;
};

/// The stores of one platform: a file each.
namespace platformtrust {

QStringList places(const Desktop &desktop);
/// Puts `fresh` in the place of `old`, of which either may be null.
void replace(const Desktop &desktop, const QSslCertificate &old, const QSslCertificate &fresh, QObject *context,
             const CertificateTrust::Done &done);

} // namespace platformtrust

} // namespace tokendesk
