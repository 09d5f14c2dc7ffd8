// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/warner.h"

#include "base/logging.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace tokendesk {

Warner::Warner(Database &database, const Accounts &accounts, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_accounts(accounts)
    , m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(2s); // a trouble that passes at once is none
    connect(&m_soon, &QTimer::timeout, this, &Warner::look);
    connect(&accounts, &Accounts::accountChanged, this, [this] { m_soon.start(); });
}

void Warner::look()
{
    if (!std::exchange(m_read, true)) {
        for (const Warning &warning : m_database.warnings().value_or(QList<Warning>()))
            m_told.insert(warning.accountId, warning);
    }
    QList<Warning> due;
    for (const Account &account : m_accounts.all()) {
        const auto told = m_told.constFind(account.id);
        const auto last = told == m_told.cend() ? std::nullopt : std::optional(*told);
        if (const auto warning = dueWarning(account, m_accounts.status(account), m_clock.now(), last))
            due.append(*warning);
    }
    if (due.isEmpty())
        return;
    for (const Warning &warning : std::as_const(due))
        m_told.insert(warning.accountId, warning);
    if (!m_database.noteWarnings(due))
        qCWarning(lcAccounts) << "That a person was warned could not be noted";
    std::ranges::stable_sort(due, {}, &Warning::days);
    emit warned(due);
}

} // namespace tokendesk
