// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <array>

namespace tokendesk {

namespace {
constexpr QByteArray::Base64Options base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
}

Secret randomToken()
{
    std::array<quint32, 8> bits{};
    // Not global(): that is a seeded generator, this one asks the operating system.
    QRandomGenerator::system()->fillRange(bits.data(), qsizetype(bits.size()));
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(bits.data()), sizeof bits);
    QByteArray text = bytes.toBase64(base64Url);
    wipe(bits.data(), sizeof bits);
    return Secret::takeFrom(text);
}

QByteArray codeChallenge(const Secret &verifier)
{
    return QCryptographicHash::hash(verifier.view(), QCryptographicHash::Sha256).toBase64(base64Url);
}

} // namespace tokendesk
