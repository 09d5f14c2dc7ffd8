// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/certificatetrust.h"

#include "base/ownfile.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr qint64 largestNote = 64 * 1024;
}

CertificateTrust::CertificateTrust(const Desktop &desktop, const QString &folder)
    : m_desktop(desktop)
    , m_note(folder + "/trusted.pem"_L1)
{
}

QSslCertificate CertificateTrust::noted() const
{
    QFile file(m_note);
    return file.open(QIODevice::ReadOnly) ? QSslCertificate(file.read(largestNote), QSsl::Pem) : QSslCertificate();
}

Trusted CertificateTrust::state(const QSslCertificate &certificate) const
{
    const QSslCertificate known = noted();
    if (known.isNull())
        return Trusted::No;
    return known == certificate ? Trusted::Yes : Trusted::Earlier;
}

QStringList CertificateTrust::places() const
{
    return platformtrust::places(m_desktop);
}

void CertificateTrust::add(const QSslCertificate &certificate, QObject *context, const Done &done)
{
    const auto added = [desktop = m_desktop, note = m_note, certificate, context, done](TrustOutcome outcome) {
        if (outcome != TrustOutcome::Done || writeOwnFile(note, certificate.toPem()))
            return done(outcome);
        // What is not noted could never be undone.
        platformtrust::replace(desktop, certificate, QSslCertificate(), context,
                               [done](TrustOutcome) { done(TrustOutcome::Refused); });
    };
    platformtrust::replace(m_desktop, noted(), certificate, context, added);
}

void CertificateTrust::remove(QObject *context, const Done &done)
{
    const QString note = m_note;
    platformtrust::replace(m_desktop, noted(), QSslCertificate(), context, [note, done](TrustOutcome outcome) {
        if (outcome == TrustOutcome::Done)
            (void)removeOwnFile(note);
        done(outcome);
    });
}

} // namespace tokendesk
