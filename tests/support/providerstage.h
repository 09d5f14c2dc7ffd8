// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/connectstage.h"
#include "support/scriptedserver.h"

#include <memory>

namespace tokendesk {

/// The connect dialog with its form for another provider, and a server that the form may ask. A test inherits it, and
/// calls begin() and end() around each of its functions.
class ProviderStage
{
protected:
    void begin();
    void end() { m_stage.reset(); }

    ConnectStage &stage() const { return *m_stage; }
    void openForm();
    void fill(const QString &name, const QString &authorize, const QString &token, const QString &scopes);
    /// What stands in that field of several lines.
    QString lines(const QString &name);
    /// Whom the form says it will talk to.
    QStringList hosts();

    std::unique_ptr<ScriptedServer> m_server;

private:
    std::unique_ptr<ConnectStage> m_stage;
};

} // namespace tokendesk
