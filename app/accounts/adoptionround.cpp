// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/adoptionround.h"

#include "graph/errorcatalogue.h"

#include <algorithm>

namespace tokendesk {

namespace {

constexpr std::size_t atOnce = 4;
constexpr int mostUnreached = 4;

bool isUnreached(const Error &error)
{
    return error.kind == ErrorKind::Offline || error.kind == ErrorKind::TimedOut;
}

bool isUsable(const TokenRow &row, const Catalog &catalog)
{
    return row.read.finding == PasteFinding::Token && row.sameAs == 0 && providerOf(row.read.origin, catalog);
}

} // namespace

AdoptionRound::AdoptionRound(std::vector<TokenRow> rows, Accounts &accounts, const Catalog &catalog, GraphClient &graph,
                             const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_catalog(catalog)
    , m_graph(graph)
    , m_clock(clock)
{
    m_rows.reserve(rows.size());
    for (TokenRow &row : rows) {
        const State state = isUsable(row, catalog) ? State::Waiting : State::Unusable;
        m_rows.push_back({.source = std::move(row), .state = state});
    }
}

AdoptionRound::~AdoptionRound() = default;

int AdoptionRound::count(State state) const
{
    return int(std::ranges::count(m_rows, state, &Row::state));
}

void AdoptionRound::start()
{
    if (isRunning())
        return;
    m_next = 0;
    m_unreached = 0;
    m_pause = false;
    m_withoutKeychain = false;
    for (Row &row : m_rows) {
        if (row.state == State::Refused && row.error && isTemporary(*row.error))
            row.state = State::Waiting;
    }
    startMore();
}

bool AdoptionRound::mayGoOn() const
{
    return !m_pause && m_unreached < mostUnreached;
}

void AdoptionRound::startMore()
{
    for (; m_next < m_rows.size() && m_running.size() < atOnce && mayGoOn(); ++m_next) {
        if (m_rows[m_next].state == State::Waiting)
            startRow(int(m_next));
    }
    if (m_running.empty())
        emit finished();
}

void AdoptionRound::startRow(int row)
{
    Row &mine = m_rows[std::size_t(row)];
    mine.state = State::Running;
    mine.error.reset();
    const Provider *provider = providerOf(mine.source.read, m_catalog, m_accounts.registrations());
    Adoption::Plan plan{.providerId = provider ? provider->id : QString(),
                        .token = mine.source.read.token.clone(),
                        .label = mine.source.name,
                        .appSecret = provider && provider->practice ? m_practiceSecret.clone() : Secret(),
                        .urgency = CallOrigin::Urgency::Background};
    auto one = std::make_unique<Adoption>(std::move(plan), m_accounts, m_catalog, m_graph, m_clock);
    connect(one.get(), &Adoption::stageChanged, this, &AdoptionRound::showStage);
    connect(one.get(), &Adoption::kept, this, [this, row](const Connect::Outcome &outcome) { keep(row, outcome); });
    connect(one.get(), &Adoption::refused, this, [this, row](const Error &error) { refuse(row, error); });
    Adoption &started = *one;
    m_running[row] = std::move(one);
    started.start();
    emit rowChanged(row);
}

void AdoptionRound::showStage(Adoption::Stage stage)
{
    if (stage != Adoption::Stage::WaitingForKeychain)
        return;
    if (m_withoutKeychain)
        goOnWithoutKeychain();
    else
        emit keychainSlow();
}

void AdoptionRound::goOnWithoutKeychain()
{
    m_withoutKeychain = true;
    for (const auto &[row, one] : m_running)
        one->goOnWithoutKeychain();
}

void AdoptionRound::keep(int row, const Connect::Outcome &outcome)
{
    Row &mine = m_rows[std::size_t(row)];
    mine.account = outcome.account;
    mine.source.read.token = {};
    m_unreached = 0;
    end(row, outcome.replaced ? State::Replaced : State::Kept);
}

void AdoptionRound::refuse(int row, const Error &error)
{
    Row &mine = m_rows[std::size_t(row)];
    mine.error = error;
    m_unreached = isUnreached(error) ? m_unreached + 1 : 0;
    m_pause = m_pause || error.kind == ErrorKind::RateLimited;
    if (!isTemporary(error))
        mine.source.read.token = {};
    end(row, State::Refused);
}

void AdoptionRound::end(int row, State state)
{
    m_rows[std::size_t(row)].state = state;
    if (const auto one = m_running.extract(row))
        one.mapped().release()->deleteLater(); // it is at work right now
    emit rowChanged(row);
    startMore();
}

void AdoptionRound::cancel()
{
    const auto given = std::exchange(m_running, {});
    for (const auto &[row, one] : given) {
        m_rows[std::size_t(row)].state = State::Waiting;
        emit rowChanged(row);
    }
    if (!given.empty())
        emit finished();
}

} // namespace tokendesk
