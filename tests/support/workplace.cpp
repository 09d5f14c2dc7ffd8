// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/workplace.h"

#include "support/isolateddesktop.h"

#include <QSignalSpy>

namespace tokendesk {

namespace {
constexpr int patience = 10'000; // ms
}

Workplace::Workplace()
    : m_settings({m_folder.path(), m_folder.path()})
    , m_practice(m_clock)
    , m_catalog(m_folder.path())
    , m_queue(m_transport, m_clock)
    , m_graph(m_queue)
    , m_certificates(m_folder.path(), m_clock)
    , m_clipboard(m_settings, m_clock)
{
    m_catalog.setPracticePort([this] { return m_practice.listen(); });
    restart();
}

void Workplace::restart()
{
    m_services.reset();
    m_accounts.reset();
    m_usage.reset();
    m_database.reset();
    m_database = Database::open(m_folder.path()).value();
    m_accounts = std::make_unique<Accounts>(*m_database, m_keychain, m_catalog, m_graph, m_clock);
    m_usage = std::make_unique<UsageLog>(*m_database, m_clock);
    // As main does.
    QObject::connect(&m_queue, &Queue::measured, m_usage.get(), &UsageLog::note);
    QObject::connect(&m_queue, &Queue::sent, m_usage.get(), &UsageLog::noteOwn);
    QObject::connect(m_accounts.get(), &Accounts::databaseDamaged, m_accounts.get(), &Accounts::replaceDatabase);
    const auto remember = [this](const QUrl &url) {
        m_requestedPage = url;
        return true;
    };
    m_services = std::make_unique<Services>(Services{.accounts = *m_accounts,
                                                     .keychain = m_keychain,
                                                     .catalog = m_catalog,
                                                     .graph = m_graph,
                                                     .queue = m_queue,
                                                     .usage = *m_usage,
                                                     .certificates = m_certificates,
                                                     .clock = m_clock,
                                                     .network = m_network,
                                                     .settings = m_settings,
                                                     .clipboard = m_clipboard,
                                                     .openBrowser = remember,
                                                     .desktop = isolatedDesktop(m_folder.path())});
}

bool Workplace::useBrowser(FakeBrowser &browser)
{
    QSignalSpy rested(&browser, &FakeBrowser::rested);
    browser.open(m_requestedPage);
    return rested.wait(patience);
}

} // namespace tokendesk
