// SPDX-License-Identifier: GPL-3.0-or-later
#define __STDC_WANT_LIB_EXT1__ 1 // memset_s on macOS; NOLINT(bugprone-reserved-identifier)
#include "base/secret.h"

#include <QCryptographicHash>
#include <QDebug>
#include <QStringEncoder>
#include <cstring>
#include <utility>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace tokendesk {

void wipe(void *data, std::size_t size)
{
    if (size == 0)
        return;
#if defined(Q_OS_WIN)
    SecureZeroMemory(data, size);
#elif defined(Q_OS_MACOS)
    memset_s(data, size, 0, size);
#else
    explicit_bzero(data, size);
#endif
}

Secret::Secret(QByteArrayView bytes)
    : m_data(bytes.isEmpty() ? nullptr : new char[std::size_t(bytes.size())])
    , m_size(std::size_t(bytes.size()))
{
    if (m_size > 0)
        std::memcpy(m_data.get(), bytes.data(), m_size);
}

Secret Secret::fromText(QStringView text)
{
    QStringEncoder encoder(QStringEncoder::Utf8);
    QByteArray buffer(encoder.requiredSpace(text.size()), Qt::Uninitialized);
    buffer.truncate(encoder.appendToBuffer(buffer.data(), text) - buffer.constData());
    return takeFrom(buffer);
}

Secret Secret::takeFrom(QByteArray &bytes)
{
    Secret secret(bytes);
    if (bytes.isDetached())
        wipe(bytes.data(), std::size_t(bytes.size()));
    bytes.clear();
    return secret;
}

Secret::Secret(Secret &&other) noexcept
    : m_data(std::move(other.m_data))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this == &other)
        return *this;
    wipe(m_data.get(), m_size);
    m_data = std::move(other.m_data);
    m_size = std::exchange(other.m_size, 0);
    return *this;
}

Secret::~Secret()
{
    wipe(m_data.get(), m_size);
}

QString Secret::fingerprint() const
{
    const QByteArray hash = QCryptographicHash::hash(view(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.first(4).toHex());
}

bool Secret::equals(QByteArrayView other) const
{
    if (other.size() != size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < other.size(); ++i)
        difference |= unsigned(m_data[std::size_t(i)] ^ other[i]);
    return difference == 0;
}

QDebug operator<<(QDebug debug, const Secret &secret)
{
    const QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "Secret(" << secret.fingerprint() << ')';
    return debug;
}

} // namespace tokendesk
