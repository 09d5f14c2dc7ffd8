// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceseal.h"

#include <QMessageAuthenticationCode>

namespace tokendesk {

namespace {

constexpr char publicKey[] = "Practice is not Instagram, and this key guards nothing.";
constexpr qsizetype signatureSize = 32;
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray signatureOf(const QByteArray &payload)
{
    return QMessageAuthenticationCode::hash(payload, publicKey, QCryptographicHash::Sha256);
}

} // namespace

QByteArray sealedForPractice(QByteArrayView prefix, const QByteArray &payload)
{
    return prefix.toByteArray() + (payload + signatureOf(payload)).toBase64(base64);
}

std::optional<QByteArray> unsealedForPractice(QByteArrayView prefix, const QByteArray &text)
{
    if (!text.startsWith(prefix))
        return std::nullopt;
    const QByteArray encoded = text.sliced(prefix.size());
    const QByteArray decoded = QByteArray::fromBase64(encoded, base64);
    // Qt skips what is no base64; only the one true spelling is the token.
    if (decoded.size() <= signatureSize || decoded.toBase64(base64) != encoded)
        return std::nullopt;
    const QByteArray payload = decoded.chopped(signatureSize);
    return signatureOf(payload) == decoded.last(signatureSize) ? std::optional(payload) : std::nullopt;
}

} // namespace tokendesk
