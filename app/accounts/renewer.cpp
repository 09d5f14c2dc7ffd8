// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/renewer.h"

#include "accounts/steps.h"

using namespace std::chrono_literals;

namespace tokendesk {

namespace {
constexpr auto interval = 1min;
} // namespace

Renewer::Renewer(Accounts &accounts, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &Renewer::look);
}

void Renewer::start(std::chrono::milliseconds firstLook)
{
    m_timer.start(firstLook);
}

void Renewer::look()
{
    m_timer.setInterval(interval);
    if (m_running)
        return;
    m_accounts.refresh();
    m_accounts.reconcile();
    const QDateTime now = m_clock.now();
    for (const Account &account : m_accounts.all()) {
        const QDateTime due = m_accounts.renewalDue(account.id);
        if (due.isValid() && due <= now)
            m_due.append(account.id);
    }
    if (m_due.isEmpty())
        return;
    m_running = true;
    renewNext();
}

void Renewer::renewNext()
{
    m_accounts.renew(m_due.takeFirst(), this, then(this, &Renewer::renewed));
}

void Renewer::renewed(Result<Account>)
{
    if (!m_due.isEmpty())
        return renewNext();
    m_running = false;
    emit roundFinished();
}

} // namespace tokendesk
