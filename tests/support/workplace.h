// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/database.h"
#include "clipboard.h"
#include "graph/transport.h"
#include "practice/practiceserver.h"
#include "services.h"
#include "support/fakebrowser.h"

#include <QTemporaryDir>
#include <QUrl>
#include <memory>

namespace tokendesk {

/// Everything that the window works with, on a folder of its own: what main builds, with a Practice server at hand and
/// somebody in place of the system's browser.
class Workplace
{
public:
    Workplace();

    /// As ending the program and starting it again does. No window may be open meanwhile.
    void restart();

    QString folder() const { return m_folder.path(); }
    Services &services() { return *m_services; }
    Accounts &accounts() { return *m_accounts; }
    Database &database() { return *m_database; }
    Catalog &catalog() { return m_catalog; }
    PracticeServer &practice() { return m_practice; }

    /// The page that the program asked the browser for last.
    QUrl requestedPage() const { return m_requestedPage; }
    /// Opens that page and does there what such a person does; false where the browser does not come to rest.
    bool useBrowser(FakeBrowser &browser);

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    Settings m_settings;
    SystemKeychain m_keychain;
    Network m_network{m_settings, m_folder.path(), m_keychain, m_clock};
    PracticeServer m_practice;
    Catalog m_catalog;
    Transport m_transport;
    Queue m_queue;
    GraphClient m_graph;
    CertificateStore m_certificates;
    Clipboard m_clipboard;
    QUrl m_requestedPage;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<UsageLog> m_usage;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<Services> m_services;
};

} // namespace tokendesk
