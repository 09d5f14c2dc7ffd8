// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connect.h"
#include "accounts/facebookway.h"

namespace tokendesk {

namespace {

Connect::Stage stageOf(FacebookWay::Step step)
{
    switch (step) {
    case FacebookWay::Step::Extending:
        return Connect::Stage::Extending;
    case FacebookWay::Step::ListingPages:
        return Connect::Stage::ListingPages;
    case FacebookWay::Step::Choosing:
        return Connect::Stage::ChoosingPage;
    case FacebookWay::Step::ReadingProfile:
    case FacebookWay::Step::Inspecting:
        break;
    }
    return Connect::Stage::ReadingProfile;
}

} // namespace

/// The person's token is only the way to that of a Page: it is not stored unless it is chosen.
void Connect::askFacebook(Grant grant)
{
    const Account wanted = m_accounts.find(m_plan.reconnects).value_or(Account());
    m_facebook = std::make_unique<FacebookWay>(FacebookWay::Plan{.provider = m_provider,
                                                                 .clientId = m_plan.registration.clientId,
                                                                 .appSecret = m_plan.appSecret.clone(),
                                                                 .broker = QUrl(m_plan.registration.broker),
                                                                 .registrationId = m_plan.registration.id,
                                                                 .wanted = wanted.userId},
                                               m_graph, m_clock, this);
    connect(m_facebook.get(), &FacebookWay::stepped, this, [this](FacebookWay::Step step) { enter(stageOf(step)); });
    connect(m_facebook.get(), &FacebookWay::offered, this, &Connect::choiceOffered);
    connect(m_facebook.get(), &FacebookWay::chosen, this, &Connect::takeFacebook);
    connect(m_facebook.get(), &FacebookWay::failed, this, &Connect::fail);
    m_facebook->start(std::move(grant.token));
}

void Connect::choose(qsizetype index)
{
    if (m_stage == Stage::ChoosingPage)
        m_facebook->choose(index);
}

void Connect::takeFacebook()
{
    m_outcome.account = m_facebook->account();
    m_outcome.account.providerId = m_plan.providerId;
    m_outcome.account.requestedScopes = m_plan.scopes;
    m_token = m_facebook->takeToken();
    m_picture = m_facebook->picture();
    save();
}

} // namespace tokendesk
