// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keychainsweep.h"

#include <QLibrary>
#include <QPointer>
#include <memory>

#if defined(Q_OS_WIN)
#include <wincred.h>
#include <windows.h>
#elif defined(Q_OS_DARWIN)
#include <Security/Security.h>
#endif

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

using Done = std::function<void()>;

#if !defined(Q_OS_WIN) && !defined(Q_OS_DARWIN)

// libsecret's own types, as far as a call needs them (libsecret 0.20, secret-schema.h): it is loaded as QtKeychain does
// it, and its headers are not needed.
struct SchemaAttribute
{
    const char *name;
    int type; // SECRET_SCHEMA_ATTRIBUTE_STRING is 0
};
struct Schema
{
    const char *name;
    int flags;
    SchemaAttribute attributes[32];
    int reserved;
    void *reservedPointers[7];
};
constexpr int doNotMatchName = 1 << 1;
// That of QtKeychain.
const Schema qtKeychainSchema{"org.qt.keychain", doNotMatchName, {{"user", 0}, {"server", 0}, {"type", 0}}, 0, {}};

using ReadyCallback = void (*)(void *source, void *result, void *data);
using Clear = void (*)(const Schema *, void *cancellable, ReadyCallback, void *data, ...);

struct Waiting
{
    QPointer<QObject> context;
    Done done;
};

void cleared(void *, void *, void *data)
{
    const std::unique_ptr<Waiting> waiting(static_cast<Waiting *>(data));
    if (waiting->context)
        QMetaObject::invokeMethod(waiting->context, waiting->done, Qt::QueuedConnection);
}

#elif defined(Q_OS_WIN)

void removeOurs()
{
    DWORD count = 0;
    PCREDENTIALW *found = nullptr;
    if (!CredEnumerateW(L"tokendesk/*", 0, &count, &found))
        return;
    for (DWORD i = 0; i < count; ++i)
        CredDeleteW(found[i]->TargetName, found[i]->Type, 0);
    CredFree(found);
}

#else

void removeOurs(const QString &service)
{
    CFStringRef name = service.toCFString();
    const void *keys[] = {kSecClass, kSecAttrService};
    const void *values[] = {kSecClassGenericPassword, name};
    CFDictionaryRef query = CFDictionaryCreate(nullptr, keys, values, 2, &kCFTypeDictionaryKeyCallBacks,
                                               &kCFTypeDictionaryValueCallBacks);
    SecItemDelete(query); // all that match
    CFRelease(query);
    CFRelease(name);
}

#endif

} // namespace

void sweepKeychain(const QString &service, QObject *context, const Done &done)
{
#if !defined(Q_OS_WIN) && !defined(Q_OS_DARWIN)
    // The same name and version as QtKeychain.
    if (const auto clear = reinterpret_cast<Clear>(QLibrary::resolve(u"secret-1"_s, 0, "secret_password_clear"))) {
        const QByteArray server = service.toUtf8();
        clear(&qtKeychainSchema, nullptr, cleared, new Waiting{context, done}, "server", server.constData(), nullptr);
        return;
    }
#elif defined(Q_OS_WIN)
    Q_UNUSED(service)
    removeOurs();
#else
    removeOurs(service);
#endif
    QMetaObject::invokeMethod(context, done, Qt::QueuedConnection);
}

} // namespace tokendesk
