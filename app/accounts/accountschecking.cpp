// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Accounts that asks providers whether tokens still work.
#include "accounts/gathering.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

CallOrigin Accounts::originOf(const Account &account, Urgency urgency) const
{
    return {.providerId = account.providerId,
            .registrationId = account.registrationId,
            .accountId = account.id,
            .urgency = urgency};
}

void Accounts::check(const QString &id, QObject *context, Callback<void> done, Urgency urgency)
{
    if (!at(id))
        return failLater(context, done, {.kind = ErrorKind::InvalidInput, .what = u"There is no such account"_s});
    State &state = m_states[id];
    if (state.checking)
        return state.checking->addWaiter(context, std::move(done));
    state.checking = new Checking(id, urgency, *this);
    state.checking->addWaiter(context, std::move(done));
    state.checking->run();
}

void Accounts::checkTogether(const QStringList &ids, QObject *context, EachChecked each)
{
    (new Gathering(ids, *this, context, std::move(each)))->run();
}

void Accounts::stopChecks(const QStringList &ids)
{
    for (const QString &id : ids) {
        const auto state = m_states.find(id);
        if (state != m_states.end() && state->second.checking)
            state->second.checking->stop();
    }
}

bool Accounts::isCheckedTogether(const Account &account) const
{
    return describe(account).family == Family::Facebook;
}

} // namespace tokendesk
