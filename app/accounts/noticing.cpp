// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Accounts that notes what a careful owner would want to know.
#include "accounts/accounts.h"
#include "base/logging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

void Accounts::raise(const Notice &notice, std::chrono::days again)
{
    const QString detail = toDetail(notice);
    const QDateTime from = m_clock.now().addDays(-again.count());
    const auto isSame = [&](const Event &event) {
        return event.detail == detail && event.accountId == notice.accountId && event.at > from;
    };
    const EventFilter filter{.accountId = notice.accountId, .kinds = {Event::Kind::Noticed}};
    if (std::ranges::any_of(events(200, filter), isSame))
        return;
    record(eventOf(Event::Kind::Noticed, notice.accountId, false, detail));
    if (notice.accountId.isEmpty() || !at(notice.accountId))
        return;
    m_marked.insert(notice.accountId);
    if (!m_database.mark(notice.accountId))
        qCWarning(lcAccounts) << "A mark could not be stored";
    emit accountChanged(notice.accountId);
}

void Accounts::unmark(const QString &id)
{
    if (!m_marked.remove(id))
        return;
    if (!m_database.unmark(id))
        qCWarning(lcAccounts) << "A mark could not be taken away";
    emit accountChanged(id);
}

QDateTime Accounts::secretKeptSince(const QString &registrationId) const
{
    return m_database.secretKeptSince(registrationId).value_or(QDateTime());
}

} // namespace tokendesk
