// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/provider.h"

#include <QString>

namespace tokendesk {

/// The text without what comes with it when it is pasted: blanks, line breaks and quotation marks. Of a family whose
/// form is not known, only blanks around it are taken away.
QString cleanedCredential(const QString &pasted, Family family);

enum class CredentialFault {
    None,
    Empty,
    NotDigits, ///< an app id has only digits
    LooksLikeSecret, ///< 32 hexadecimal digits where the id belongs
    LooksLikeId, ///< only digits, and fewer than 32, where the secret belongs
    NotHexadecimal, ///< an app secret has only 0 to 9 and a to f
    TooShort, ///< under 32
    TooLong, ///< over 32
};

/// Checks for typing mistakes, where the provider's family has a known form; only the provider can tell more.
CredentialFault checkAppId(QStringView id, Family family);
CredentialFault checkAppSecret(QStringView secret, Family family);

} // namespace tokendesk
