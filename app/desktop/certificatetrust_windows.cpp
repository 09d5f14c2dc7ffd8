// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/certificatetrust.h"

#include <QTimer>
#include <windows.h>

#include <wincrypt.h> // needs windows.h before it

using namespace Qt::StringLiterals;

namespace tokendesk::platformtrust {

namespace {

/// The trusted roots of this user, which Chrome, Edge and Firefox read.
class RootStore
{
public:
    RootStore()
        : m_store(CertOpenStore(CERT_STORE_PROV_SYSTEM_W, 0, 0, CERT_SYSTEM_STORE_CURRENT_USER, L"Root"))
    {
    }
    ~RootStore()
    {
        if (m_store)
            CertCloseStore(m_store, 0);
    }
    Q_DISABLE_COPY_MOVE(RootStore)

    /// Windows shows the person the certificate's fingerprint and asks.
    bool add(const QSslCertificate &certificate)
    {
        const QByteArray der = certificate.toDer();
        return m_store
            && CertAddEncodedCertificateToStore(m_store, X509_ASN_ENCODING,
                                                reinterpret_cast<const BYTE *>(der.constData()), DWORD(der.size()),
                                                CERT_STORE_ADD_USE_EXISTING, nullptr);
    }

    /// True also where it is not there.
    bool remove(const QSslCertificate &certificate)
    {
        const QByteArray der = certificate.toDer();
        PCCERT_CONTEXT wanted = CertCreateCertificateContext(
            X509_ASN_ENCODING, reinterpret_cast<const BYTE *>(der.constData()), DWORD(der.size()));
        if (!m_store || !wanted)
            return false;
        PCCERT_CONTEXT found
            = CertFindCertificateInStore(m_store, X509_ASN_ENCODING, 0, CERT_FIND_EXISTING, wanted, nullptr);
        CertFreeCertificateContext(wanted);
        return !found || CertDeleteCertificateFromStore(found); // which frees it
    }

private:
    HCERTSTORE m_store;
};

} // namespace

QStringList places(const Desktop &)
{
    return {u"certmgr.msc → Trusted Root Certification Authorities (current user)"_s};
}

void replace(const Desktop &, const QSslCertificate &old, const QSslCertificate &fresh, QObject *context,
             const CertificateTrust::Done &done)
{
    // Later, since Windows' own question holds the thread.
    QTimer::singleShot(0, context, [old, fresh, done] {
        RootStore store;
        const bool added = fresh.isNull() || store.add(fresh);
        const bool removed = !added || old.isNull() || old == fresh || store.remove(old);
        done(added && removed ? TrustOutcome::Done : TrustOutcome::Refused);
    });
}

} // namespace tokendesk::platformtrust
