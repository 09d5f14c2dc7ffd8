// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/credentials.h"

#include <algorithm>

namespace tokendesk {

namespace {

constexpr qsizetype secretLength = 32;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHexadecimal(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isPadding(QChar c)
{
    // Blanks and quotation marks of all sorts, and invisible characters that come with text from web pages.
    return c.isSpace() || !c.isPrint() || c == u'"' || c == u'\'' || c == u'`'
        || c.category() == QChar::Punctuation_InitialQuote || c.category() == QChar::Punctuation_FinalQuote
        || c == u'\u201E' || c == u'\u201A';
}

bool isMeta(Family family)
{
    return family == Family::Instagram || family == Family::Facebook;
}

} // namespace

QString cleanedCredential(const QString &pasted, Family family)
{
    if (!isMeta(family))
        return pasted.trimmed();
    QString clean = pasted;
    clean.removeIf(isPadding);
    return clean;
}

CredentialFault checkAppId(QStringView id, Family family)
{
    if (id.isEmpty())
        return CredentialFault::Empty;
    if (!isMeta(family) || std::ranges::all_of(id, isDigit))
        return CredentialFault::None;
    const bool secret = id.size() == secretLength && std::ranges::all_of(id, isHexadecimal);
    return secret ? CredentialFault::LooksLikeSecret : CredentialFault::NotDigits;
}

CredentialFault checkAppSecret(QStringView secret, Family family)
{
    if (!isMeta(family))
        return CredentialFault::None;
    if (secret.isEmpty())
        return CredentialFault::Empty;
    if (!std::ranges::all_of(secret, isHexadecimal))
        return CredentialFault::NotHexadecimal;
    if (secret.size() > secretLength)
        return CredentialFault::TooLong;
    if (secret.size() == secretLength)
        return CredentialFault::None;
    return secret.size() >= 10 && std::ranges::all_of(secret, isDigit) ? CredentialFault::LooksLikeId
                                                                       : CredentialFault::TooShort;
}

} // namespace tokendesk
