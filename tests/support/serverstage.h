// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practicefacebooktokens.h"
#include "support/connectstage.h"

#include <memory>

namespace tokendesk {

/// The connect dialog on its page for servers' tokens, in front of Practice as Facebook, by itself and behind a
/// provider that wants an app. A test inherits it, and calls begin() and end() around each of its functions.
class ServerStage
{
protected:
    const QString robot = QStringLiteral("122100000000001"); ///< the system user's id
    static constexpr quint64 administrator = 10227000000000002;
    const QString graph = QStringLiteral("/facebook/v26.0");

    void begin();
    void end() { m_stage.reset(); }

    ConnectStage &stage() { return *m_stage; }
    Accounts &accounts() { return m_stage->desk.accounts(); }
    Account only() { return accounts().all().value(0); }
    /// A person's token to ask with.
    QByteArray admin(quint64 person = administrator,
                     const QStringList &scopes = {QStringLiteral("business_management")}) const;
    /// To the page, with an app whose secret is kept.
    void openPage();
    void fill(const QByteArray &asking) { fill(asking, robot); }
    void fill(const QByteArray &asking, const QString &id);
    Account make();
    Result<void> check();

private:
    std::unique_ptr<ConnectStage> m_stage;
};

} // namespace tokendesk
