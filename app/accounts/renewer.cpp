// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/renewer.h"

#include "accounts/renewal.h"
#include "accounts/steps.h"

#include <QNetworkInformation>
#include <algorithm>

using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr auto interval = 1min;
constexpr qsizetype parallel = 4;
// Of one app: Meta counts 200 calls an hour and user, so that this leaves most of them to the app itself.
constexpr int renewalsAMinute = 60;

QString appOf(const Account &account)
{
    return account.providerId + u'/' + account.registrationId;
}

} // namespace

Renewer::Renewer(Accounts &accounts, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_clock(clock)
{
    m_timer.setTimerType(Qt::VeryCoarseTimer); // a minute need not be exact, and may share its wake-up with others
    connect(&m_timer, &QTimer::timeout, this, &Renewer::look);
}

void Renewer::start(std::chrono::milliseconds firstLook)
{
    m_timer.start(firstLook);
}

void Renewer::look()
{
    m_timer.setInterval(interval);
    watchNetwork();
    if (m_roundRuns)
        return;
    m_accounts.refresh();
    m_accounts.reconcile();
    const QDateTime now = m_clock.now();
    struct Due
    {
        QDateTime end;
        QString id;
    };
    QList<Due> due;
    for (const Account &account : m_accounts.all()) {
        const QDateTime at = m_accounts.renewalDue(account.id);
        if (at.isValid() && at <= m_clock.now()) // what is due says the present time, which goes on
            due.append({account.expiresAt, account.id});
    }
    std::ranges::sort(due, [](const Due &a, const Due &b) { return a.end < b.end; });
    QStringList ids;
    for (const Due &one : due) {
        const std::optional<Account> account = m_accounts.find(one.id);
        if (account && nextTry(m_rests.value(appOf(*account)), now) <= now && takesFromBudget(*account))
            ids.append(one.id);
    }
    revokeDue();
    renew(ids);
}

void Renewer::renew(const QStringList &ids)
{
    for (const QString &id : ids) {
        const std::optional<Account> account = m_accounts.find(id);
        const bool waits = std::ranges::find(m_waiting, id, &Waiting::id) != m_waiting.end();
        if (account && !waits && !m_running.contains(id))
            m_waiting.append({id, account->tokenKey});
    }
    m_roundRuns = true;
    startMore();
}

/// The rest of them at another look.
void Renewer::revokeDue()
{
    for (const QString &id : m_accounts.revocationsDue()) {
        if (m_revoking.size() >= parallel)
            return;
        m_revoking.insert(id);
        m_accounts.revoke(id, this, [this, id](const Result<void> &) {
            m_revoking.remove(id);
            startMore();
        });
    }
}

/// Likewise.
bool Renewer::takesFromBudget(const Account &account)
{
    const QDateTime now = m_clock.now();
    const QDateTime end = now.addMSecs(std::chrono::milliseconds(interval).count() * 9 / 10);
    if (!m_minuteEnds.isValid() || now >= m_minuteEnds || end < m_minuteEnds) { // or the clock was set back
        m_used.clear();
        m_minuteEnds = end;
    }
    return ++m_used[appOf(account)] <= renewalsAMinute;
}

void Renewer::startMore()
{
    while (m_running.size() < parallel && !m_waiting.isEmpty())
        begin(m_waiting.takeFirst());
    if (m_running.isEmpty() && m_revoking.isEmpty())
        QMetaObject::invokeMethod(this, &Renewer::finishLater, Qt::QueuedConnection);
}

/// Unless another program has renewed it while it waited here: the provider takes no token of today.
void Renewer::begin(const Waiting &waiting)
{
    const QString id = waiting.id;
    const std::optional<Account> account = m_accounts.find(id);
    if (!account || account->tokenKey != waiting.tokenKey)
        return;
    m_running.insert(id);
    const auto done = [this, id](const Result<Account> &result) { ended(id, result); };
    if (account->tokenKind == TokenKind::ShortLived) // not due without an app secret that is kept
        m_accounts.extend(id, this, done, Accounts::Urgency::Background);
    else
        m_accounts.renew(id, this, done, Accounts::Urgency::Background);
}

void Renewer::ended(const QString &id, const Result<Account> &result)
{
    m_running.remove(id);
    const std::optional<Account> account = m_accounts.find(id);
    if (account && !result && result.error().kind == ErrorKind::RateLimited) {
        // The app is throttled, not the account: the others would only make it worse.
        const QString app = appOf(*account);
        m_rests.insert(app, m_accounts.status(id).when);
        m_waiting.removeIf([this, &app](const Waiting &other) {
            const std::optional<Account> waiting = m_accounts.find(other.id);
            return !waiting || appOf(*waiting) == app;
        });
    }
    startMore();
}

void Renewer::finishLater()
{
    if (m_roundRuns && m_running.isEmpty() && m_revoking.isEmpty() && m_waiting.isEmpty()) {
        m_roundRuns = false;
        emit roundFinished();
    }
}

/// Only now, since finding out how the system tells takes time that the start of the program does not have.
void Renewer::watchNetwork()
{
    if (std::exchange(m_watchesNetwork, true) || !QNetworkInformation::loadDefaultBackend())
        return;
    const QNetworkInformation *network = QNetworkInformation::instance();
    connect(network, &QNetworkInformation::reachabilityChanged, this, [this](QNetworkInformation::Reachability now) {
        if (now == QNetworkInformation::Reachability::Online)
            networkIsBack();
    });
}

void Renewer::networkIsBack()
{
    m_accounts.retrySoon();
}

} // namespace tokendesk
