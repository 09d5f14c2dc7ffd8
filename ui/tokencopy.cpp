// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokencopy.h"

namespace tokendesk {

TokenCopy::TokenCopy(Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

void TokenCopy::copy(const QString &accountId)
{
    m_accountId = accountId;
    m_request = std::make_unique<QObject>();
    m_services.accounts.token(accountId, m_request.get(),
                              [this](Result<Secret> token) { tokenRead(std::move(token)); });
    emit started(accountId);
}

void TokenCopy::cancel()
{
    m_request.reset();
    if (const QString accountId = std::exchange(m_accountId, {}); !accountId.isEmpty())
        emit cancelled(accountId);
}

void TokenCopy::tokenRead(Result<Secret> token)
{
    const QString accountId = std::exchange(m_accountId, {});
    if (!token) {
        emit failed(accountId, token.error());
        return;
    }
    // First: nothing is handed out that is not on record.
    if (const Result<void> noted = m_services.accounts.note(Event::Kind::Copied, accountId); !noted) {
        emit failed(accountId, noted.error());
        return;
    }
    m_services.clipboard.copy(*token, accountId);
    emit copied(accountId);
}

} // namespace tokendesk
