// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "graph/apianswer.h"
#include "graph/requestlog.h"
#include "provider/apipath.h"

namespace tokendesk {

/// One question to a provider's API with an account's token, for a person to see the answer: token → the app secret,
/// where Facebook is to be shown a proof → provider → on record. What it says changes nothing else here. Deleting it
/// ends the request.
class Asking : public QObject
{
public:
    /// All outlive it; it belongs to who waits. `done` is called once: with the answer, whatever its status, or an
    /// error, which is one of Transport, Accounts::token() or Catalog::provider().
    Asking(Accounts &accounts, const Catalog &catalog, GraphClient &graph, const Clock &clock,
           Callback<ApiAnswer> done);

    void ask(const QString &accountId, const ApiPath &path);

private:
    void tokenRead(Result<Secret> token);
    void secretRead(Result<Secret> secret);
    void answered(Result<Answer> answer);
    void note(bool ok);

    Accounts &m_accounts;
    const Catalog &m_catalog;
    GraphClient &m_graph;
    RequestLog *m_log; ///< a child of this
    const Callback<ApiAnswer> m_done;
    QString m_accountId;
    ApiPath m_path;
    Provider m_provider;
    Secret m_token;
    Secret m_appSecret;
    Secret m_proof; ///< it is masked as they are
};

} // namespace tokendesk
