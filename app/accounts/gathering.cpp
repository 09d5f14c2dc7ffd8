// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/gathering.h"

namespace tokendesk {

namespace {
constexpr int readAtOnce = 4;
}

Accounts::Gathering::Gathering(const QStringList &ids, Accounts &accounts, QObject *context, EachChecked each)
    : QObject(&accounts)
    , m_accounts(accounts)
    , m_waiting(ids)
    , m_context(context)
    , m_each(std::move(each))
{
}

void Accounts::Gathering::run()
{
    while (m_reading < readAtOnce && !m_waiting.isEmpty())
        begin(m_waiting.takeFirst());
    if (m_reading > 0)
        return;
    for (const QPointer<Checking> &checking : std::exchange(m_ready, {})) {
        if (checking)
            checking->ask();
    }
    deleteLater();
}

/// One that runs already is waited for, and not gathered.
void Accounts::Gathering::begin(const QString &id)
{
    if (!m_context)
        return;
    const auto told = [each = m_each, id](const Result<void> &result) { each(id, result); };
    if (!m_accounts.at(id) || m_accounts.m_states[id].checking)
        return m_accounts.check(id, m_context, told, Urgency::Background);
    auto *checking = new Checking(id, Urgency::Background, m_accounts);
    m_accounts.m_states[id].checking = checking;
    checking->addWaiter(m_context, told);
    checking->gatherIn(this);
    ++m_reading;
    checking->run();
}

void Accounts::Gathering::arrived(Checking *checking)
{
    m_ready.append(checking);
    goOn();
}

void Accounts::Gathering::gaveUp(const Error &error)
{
    if (error.kind == ErrorKind::KeychainLocked || error.kind == ErrorKind::KeychainUnavailable) {
        for (const QString &id : std::exchange(m_waiting, {})) {
            if (m_context)
                failLater<void>(m_context, [each = m_each, id](const Result<void> &why) { each(id, why); }, error);
        }
    }
    goOn();
}

/// Later: whoever tells it is still at work.
void Accounts::Gathering::goOn()
{
    --m_reading;
    QMetaObject::invokeMethod(this, [this] { run(); }, Qt::QueuedConnection);
}

} // namespace tokendesk
