// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/facebookway.h"

#include "accounts/renewal.h"
#include "graph/replycache.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr int mostParts = 100; // of all lists: a server that never ends them is not followed for ever
constexpr qsizetype mostPictures = 30;

bool grants(const std::optional<FacebookPermissions> &permissions, const QString &scope)
{
    return !permissions || permissions->granted.contains(scope); // what is not known is not held against it
}

} // namespace

GraphClient FacebookWay::graph() const
{
    return m_graph.as(
        {.providerId = m_plan.provider.id, .registrationId = m_plan.registrationId, .maximumAge = shortMemory});
}

FacebookWay::FacebookWay(Plan plan, GraphClient &graph, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_graph(graph)
    , m_clock(clock)
{
}

FacebookWay::~FacebookWay() = default;

template <typename T>
Callback<T> FacebookWay::answer(void (FacebookWay::*step)(Result<T>))
{
    return [this, step](Result<T> result) { (this->*step)(std::move(result)); };
}

// -- the person

void FacebookWay::start(Secret shortLived)
{
    m_personToken = std::move(shortLived);
    const Client app{.id = m_plan.clientId, .secret = m_plan.appSecret.clone(), .broker = m_plan.broker};
    graph().extend(m_plan.provider, m_personToken, app, this, answer(&FacebookWay::extended));
    enter(Step::Extending);
}

/// An hour's token is of no use: a Page's token that comes of it lives an hour as well.
void FacebookWay::extended(Result<Grant> grant)
{
    if (!grant)
        return fail(grant.error());
    m_personToken = std::move(grant->token);
    m_person.issueToken(TokenKind::LongLived, grant->lifetime.value_or(m_plan.provider.longLifetime),
                        issueTime(grant->answeredAt, m_clock.now()));
    m_person.dataAccessExpiresAt = m_person.issuedAt.addSecs(dataAccessLifetime.count());
    client().profile(caller(), this, answer(&FacebookWay::profiled));
    enter(Step::ReadingProfile);
}

void FacebookWay::profiled(Result<Profile> profile)
{
    if (!profile)
        return fail(profile.error());
    m_person.userId = profile->id;
    m_person.name = profile->name;
    m_person.accountType = facebookPerson;
    m_personPicture = profile->picture;
    client().permissions(caller(), this, answer(&FacebookWay::permitted));
}

void FacebookWay::permitted(Result<FacebookPermissions> permissions)
{
    if (permissions)
        m_permissions = *std::move(permissions);
    if (m_permissions)
        m_person.grantPermissions(m_permissions->granted);
    enter(Step::ListingPages);
    listPages();
}

// -- the Pages

void FacebookWay::listPages()
{
    client().pages(caller(), {}, this, answer(&FacebookWay::pagesCame));
}

void FacebookWay::pagesCame(Result<FacebookPagePart> part)
{
    if (!part)
        return fail(part.error());
    take(std::move(part->pages));
    if (!part->after.isEmpty() && ++m_parts < mostParts)
        return client().pages(caller(), part->after, this, answer(&FacebookWay::pagesCame));
    // Facebook does not list here what a business portfolio holds.
    if (m_pages.empty() && grants(m_permissions, u"business_management"_s))
        return listPortfolios();
    offer();
}

void FacebookWay::listPortfolios()
{
    client().businesses(caller(), {}, this, answer(&FacebookWay::portfoliosCame));
}

/// Without portfolios, or where they are not shown, there are no Pages of theirs: that is told as such.
void FacebookWay::portfoliosCame(Result<FacebookBusinessPart> part)
{
    if (!part)
        return offer();
    for (const QString &id : std::as_const(part->ids))
        m_portfolios << Portfolio{id, FacebookClient::Share::Owned} << Portfolio{id, FacebookClient::Share::Client};
    if (!part->after.isEmpty() && ++m_parts < mostParts)
        return client().businesses(caller(), part->after, this, answer(&FacebookWay::portfoliosCame));
    listPagesOfPortfolios();
}

void FacebookWay::listPagesOfPortfolios()
{
    if (m_portfolios.isEmpty() || ++m_parts >= mostParts)
        return offer();
    const Portfolio &next = m_portfolios.first();
    client().pagesOf(caller(), next.id, next.share, {}, this, answer(&FacebookWay::portfolioPagesCame));
}

void FacebookWay::portfolioPagesCame(Result<FacebookPagePart> part)
{
    const Portfolio asked = m_portfolios.first();
    if (part)
        take(std::move(part->pages));
    if (part && !part->after.isEmpty() && ++m_parts < mostParts)
        return client().pagesOf(caller(), asked.id, asked.share, part->after, this,
                                answer(&FacebookWay::portfolioPagesCame));
    m_portfolios.removeFirst();
    listPagesOfPortfolios();
}

/// Each once, and only those that can be chosen.
void FacebookWay::take(std::vector<FacebookPage> pages)
{
    for (FacebookPage &page : pages) {
        if (page.token.isEmpty())
            ++m_withoutToken;
        else if (std::ranges::find(m_pages, page.id, &FacebookPage::id) == m_pages.end())
            m_pages.push_back(std::move(page));
    }
}

FacebookWay::Lack FacebookWay::findLack() const
{
    if (!m_pages.empty())
        return Lack::None;
    if (m_withoutToken > 0)
        return Lack::Role;
    if (!grants(m_permissions, u"pages_show_list"_s))
        return Lack::ListPermission;
    return grants(m_permissions, u"business_management"_s) ? Lack::NoPage : Lack::PortfolioPermission;
}

// -- choosing

void FacebookWay::offer()
{
    for (const FacebookPage &page : m_pages) {
        m_choices.append({.kind = FacebookChoice::Kind::Page,
                          .id = page.id,
                          .name = page.name,
                          .instagramId = page.instagramId,
                          .instagramUsername = page.instagramUsername,
                          .pictureAddress = page.instagramPicture.isEmpty() ? page.picture : page.instagramPicture});
    }
    m_choices.append({.kind = FacebookChoice::Kind::Person,
                      .id = m_person.userId,
                      .name = m_person.name,
                      .pictureAddress = m_personPicture});
    m_lack = findLack();
    if (!m_plan.wanted.isEmpty())
        return chooseWanted();
    enter(Step::Choosing);
    fetchPictures();
    emit offered();
}

void FacebookWay::chooseWanted()
{
    const auto wanted = std::ranges::find(m_choices, m_plan.wanted, &FacebookChoice::id);
    if (wanted != m_choices.end())
        return choose(wanted - m_choices.begin());
    fail({.kind = ErrorKind::Denied,
          .what = u"The account to be connected again is not among those that were allowed"_s,
          .message = m_person.name,
          .hint = ErrorHint::PageMissing});
}

void FacebookWay::fetchPictures()
{
    for (qsizetype i = 0; i < std::min(m_choices.size(), mostPictures); ++i) {
        if (m_choices.at(i).pictureAddress.isEmpty())
            continue;
        m_graph.picture(m_choices.at(i).pictureAddress, this, [this, i](const Result<QByteArray> &picture) {
            m_choices[i].picture = picture.value_or(QByteArray());
            emit pictureCame(i);
        });
    }
}

void FacebookWay::choose(qsizetype index)
{
    if (m_chosen >= 0 || index < 0 || index >= m_choices.size())
        return;
    m_chosen = index;
    const FacebookChoice &choice = m_choices.at(index);
    fillIn(choice);
    if (m_plan.broker.isEmpty())
        client().inspect(app(), m_token, this, answer(&FacebookWay::inspected));
    else // without the secret a token can be asked about itself
        client().inspectItself({m_plan.provider, m_token, m_plan.appSecret}, this, answer(&FacebookWay::inspected));
    enter(Step::Inspecting);
}

void FacebookWay::fillIn(const FacebookChoice &choice)
{
    m_account = m_person;
    m_picture = choice.picture;
    if (choice.kind == FacebookChoice::Kind::Person) {
        m_token = std::move(m_personToken);
        return;
    }
    const auto page = std::ranges::find(m_pages, choice.id, &FacebookPage::id);
    m_token = std::move(page->token);
    m_account.userId = choice.id;
    m_account.name = choice.name;
    m_account.username = choice.instagramUsername;
    m_account.professionalId = choice.instagramId;
    m_account.accountType = facebookPage;
    m_account.issueToken(TokenKind::NoExpiry, 0s, m_person.issuedAt);
}

/// Where Facebook does not say whose a token is, only the app counts. A Page's token names the person as well, by which
/// of the ids is not documented.
bool FacebookWay::isOfChosen(const FacebookInspection &inspection) const
{
    const QString &owner = m_account.accountType == facebookPage ? inspection.pageId : inspection.userId;
    return inspection.appId == m_plan.clientId && (owner.isEmpty() || owner == m_account.userId);
}

/// What it is worth by Facebook's own word. Where it does not say, the documented rules have to do.
void FacebookWay::inspected(Result<FacebookInspection> inspection)
{
    if (inspection && !inspection->valid)
        return fail(inspection->fault);
    if (inspection && !isOfChosen(*inspection)) {
        return fail({.kind = ErrorKind::Rejected,
                     .what = u"The token is of another app, or of somebody else than was chosen"_s,
                     .hint = ErrorHint::WrongHost});
    }
    if (inspection) {
        m_account.takeInspection(inspection->expiresAt, inspection->dataAccessExpiresAt);
        m_account.grantPermissions(inspection->scopes);
    }
    fetchChosenPicture(m_choices.at(m_chosen).pictureAddress);
}

void FacebookWay::fetchChosenPicture(const QUrl &address)
{
    if (!m_picture.isEmpty() || address.isEmpty()) {
        emit chosen();
        return;
    }
    m_graph.picture(address, this, [this](const Result<QByteArray> &picture) {
        m_picture = picture.value_or(QByteArray());
        emit chosen();
    });
}

// -- ends

void FacebookWay::enter(Step step)
{
    emit stepped(step);
}

void FacebookWay::fail(const Error &error)
{
    emit failed(error);
}

} // namespace tokendesk
