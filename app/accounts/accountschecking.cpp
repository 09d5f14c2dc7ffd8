// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Accounts that asks providers whether tokens still work.
#include "accounts/gathering.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// The question for an account behind a Page: token → app secret → provider. It belongs to who waits.
struct FacebookQuota : QObject
{
    FacebookQuota(GraphClient &client, QObject *context)
        : QObject(context)
        , graph(client)
    {
    }

    /// Facebook is asked without a proof where the app secret cannot be had.
    void ask(Result<Client> client)
    {
        const Secret appSecret = client ? std::move(client->secret) : Secret();
        graph.as(origin).facebook().publishingQuota({provider, token, appSecret}, professionalId, this,
                                                    then(this, &FacebookQuota::end));
    }
    void end(Result<PublishingQuota> quota)
    {
        deleteLater();
        done(std::move(quota));
    }

    GraphClient &graph;
    CallOrigin origin;
    Provider provider;
    QString professionalId;
    Secret token;
    Callback<PublishingQuota> done;
};

} // namespace

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

bool Accounts::hasPublishingQuota(const QString &id) const
{
    const Account *account = at(id);
    return account && describe(*account).family != Family::Standard && !account->professionalId.isEmpty();
}

void Accounts::publishingQuota(const QString &id, QObject *context, Callback<PublishingQuota> done)
{
    token(id, context, [this, id, context, done = std::move(done)](const Result<Secret> &secret) {
        if (!secret)
            return done(std::unexpected(secret.error()));
        askForQuota(id, *secret, context, done);
    });
}

void Accounts::askForQuota(const QString &id, const Secret &secret, QObject *context,
                           const Callback<PublishingQuota> &done)
{
    const Account *account = at(id);
    const Result<Provider> provider = m_catalog.provider(account ? account->providerId : QString());
    if (!account || !provider)
        return done(failure(ErrorKind::InvalidInput, u"The account was removed"_s));
    if (provider->family != Family::Facebook)
        return m_graph.as(originOf(*account, Urgency::Person))
            .publishingQuota(*provider, account->professionalId, secret, context, done);
    auto *question = new FacebookQuota(m_graph, context);
    question->origin = originOf(*account, Urgency::Person);
    question->provider = *provider;
    question->professionalId = account->professionalId;
    question->token = secret.clone();
    question->done = done;
    client(*account, question, then(question, &FacebookQuota::ask));
}

} // namespace tokendesk
