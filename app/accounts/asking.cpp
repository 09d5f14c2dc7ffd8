// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/asking.h"

#include "accounts/steps.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

Asking::Asking(Accounts &accounts, const Catalog &catalog, GraphClient &graph, const Clock &clock,
               Callback<ApiAnswer> done)
    : m_accounts(accounts)
    , m_catalog(catalog)
    , m_graph(graph)
    , m_log(new RequestLog(this, clock.now()))
    , m_done(std::move(done))
{
}

void Asking::ask(const QString &accountId, const ApiPath &path)
{
    m_accountId = accountId;
    m_path = path;
    m_accounts.token(accountId, this, then(this, &Asking::tokenRead));
}

void Asking::tokenRead(Result<Secret> token)
{
    const std::optional<Account> account = m_accounts.find(m_accountId);
    if (!token || !account)
        return m_done(std::unexpected(token ? noSuchAccount() : token.error()));
    Result<Provider> provider = m_catalog.provider(account->providerId);
    if (!provider)
        return m_done(std::unexpected(provider.error()));
    m_provider = *std::move(provider);
    m_token = *std::move(token);
    const std::optional<Registration> app = m_accounts.registration(account->registrationId);
    if (m_provider.family == Family::Facebook && app && app->secretKept)
        return m_accounts.appSecret(app->id, this, then(this, &Asking::secretRead));
    secretRead(Secret());
}

/// Facebook is asked without a proof where the app secret cannot be had.
void Asking::secretRead(Result<Secret> secret)
{
    if (secret)
        m_appSecret = *std::move(secret);
    if (!m_appSecret.isEmpty())
        m_proof = Secret(appSecretProof(m_token, m_appSecret));
    const std::optional<Account> account = m_accounts.find(m_accountId);
    const CallOrigin origin{.providerId = m_provider.id,
                            .registrationId = account ? account->registrationId : QString(),
                            .accountId = m_accountId};
    m_graph.as(origin).ask({m_provider, m_path, m_token, m_appSecret}, this, then(this, &Asking::answered));
}

void Asking::answered(Result<Answer> answer)
{
    if (!answer) {
        note(false);
        return m_done(std::unexpected(answer.error()));
    }
    ApiAnswer read = readApiAnswer(*answer, {&m_token, &m_appSecret, &m_proof});
    note(!read.refusal);
    m_done(std::move(read));
}

/// Where the token went out with it; nothing where a queue refused.
void Asking::note(bool ok)
{
    if (m_log->notes().isEmpty() || !m_accounts.find(m_accountId))
        return;
    (void)m_accounts.note(Event::Kind::Asked, m_accountId, ok, m_log->notes().first().path);
    m_accounts.note(Operation::Kind::Question, m_accountId, *m_log);
}

} // namespace tokendesk
