// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"

#include <QStringList>

namespace tokendesk {

/// Asks for one token after the other until the keychain has an answer: then the keychain is open, and the others are
/// looked at when they are needed. A thousand questions to a locked keychain would be a thousand prompts, so two misses
/// are enough.
class Accounts::CustodyCheck : public QObject
{
public:
    explicit CustodyCheck(Accounts &accounts);

    void askNext();

private:
    void answered(Result<Secret> result);

    Accounts &m_accounts;
    QStringList m_ids;
    int m_misses = 0;
};

} // namespace tokendesk
