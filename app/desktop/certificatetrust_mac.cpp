// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/certificatetrust.h"

#include <QTimer>
#include <Security/Security.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace tokendesk::platformtrust {

namespace {

struct Release
{
    void operator()(const void *thing) const { CFRelease(thing); }
};
template <typename T>
using Owned = std::unique_ptr<std::remove_pointer_t<T>, Release>;

Owned<SecCertificateRef> certificateOf(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const Owned<CFDataRef> data(
        CFDataCreate(nullptr, reinterpret_cast<const UInt8 *>(der.constData()), CFIndex(der.size())));
    return Owned<SecCertificateRef>(SecCertificateCreateWithData(nullptr, data.get()));
}

/// Trusted for TLS at localhost and for nothing else. macOS asks for the person's password.
bool add(const QSslCertificate &certificate)
{
    const Owned<SecCertificateRef> own = certificateOf(certificate);
    if (!own)
        return false;
    const void *itemKeys[] = {kSecClass, kSecValueRef};
    const void *itemValues[] = {kSecClassCertificate, own.get()};
    const Owned<CFDictionaryRef> item(CFDictionaryCreate(
        nullptr, itemKeys, itemValues, 2, &kCFTypeDictionaryKeyCallBacks, &kCFTypeDictionaryValueCallBacks));
    const OSStatus kept = SecItemAdd(item.get(), nullptr);
    if (kept != errSecSuccess && kept != errSecDuplicateItem)
        return false;
    const Owned<SecPolicyRef> policy(SecPolicyCreateSSL(true, CFSTR("localhost")));
    const SInt32 trustRoot = kSecTrustSettingsResultTrustRoot; // self-signed, so it is its own root
    const Owned<CFNumberRef> result(CFNumberCreate(nullptr, kCFNumberSInt32Type, &trustRoot));
    const void *keys[] = {kSecTrustSettingsPolicy, kSecTrustSettingsPolicyString, kSecTrustSettingsResult};
    const void *values[] = {policy.get(), CFSTR("localhost"), result.get()};
    const Owned<CFDictionaryRef> settings(
        CFDictionaryCreate(nullptr, keys, values, 3, &kCFTypeDictionaryKeyCallBacks, &kCFTypeDictionaryValueCallBacks));
    return SecTrustSettingsSetTrustSettings(own.get(), kSecTrustSettingsDomainUser, settings.get()) == errSecSuccess;
}

bool remove(const QSslCertificate &certificate)
{
    const Owned<SecCertificateRef> own = certificateOf(certificate);
    if (!own)
        return false;
    const OSStatus forgotten = SecTrustSettingsRemoveTrustSettings(own.get(), kSecTrustSettingsDomainUser);
    const void *keys[] = {kSecClass, kSecValueRef};
    const void *values[] = {kSecClassCertificate, own.get()};
    const Owned<CFDictionaryRef> item(
        CFDictionaryCreate(nullptr, keys, values, 2, &kCFTypeDictionaryKeyCallBacks, &kCFTypeDictionaryValueCallBacks));
    SecItemDelete(item.get());
    return forgotten == errSecSuccess || forgotten == errSecItemNotFound;
}

} // namespace

QStringList places(const Desktop &)
{
    return {u"Keychain Access → login → Certificates"_s};
}

void replace(const Desktop &, const QSslCertificate &old, const QSslCertificate &fresh, QObject *context,
             const CertificateTrust::Done &done)
{
    // Later, since macOS' own question holds the thread.
    QTimer::singleShot(0, context, [old, fresh, done] {
        const bool added = fresh.isNull() || add(fresh);
        const bool removed = !added || old.isNull() || old == fresh || remove(old);
        done(added && removed ? TrustOutcome::Done : TrustOutcome::Refused);
    });
}

} // namespace tokendesk::platformtrust
