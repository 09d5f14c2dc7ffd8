// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connectfixture.h"

#include "support/settle.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

ConnectFixture::ConnectFixture()
    : ConnectFixture(keychain)
{
}

ConnectFixture::ConnectFixture(Keychain &other)
    : desk(other, clock, testProvider(port.value()))
    , m_used(other)
{
    desk.catalog.setPracticePort([listening = port] { return listening; });
}

Connect::Plan ConnectFixture::practicePlan() const
{
    Connect::Plan plan;
    plan.providerId = u"practice"_s;
    plan.registration.clientId = PracticeServer::clientId();
    plan.registration.redirectAddresses = {address};
    plan.appSecret = Secret::fromText(PracticeServer::clientSecret());
    plan.scopes = {u"instagram_business_basic"_s, u"instagram_business_manage_comments"_s};
    return plan;
}

Connect::Plan ConnectFixture::registeredPlan() const
{
    Connect::Plan plan = practicePlan();
    plan.providerId = u"test"_s;
    plan.registration.name = u"Shop app"_s;
    plan.keepAppSecret = true;
    return plan;
}

void ConnectFixture::prepare(Connect::Plan plan)
{
    stages.clear();
    troubles.clear();
    outcome.reset();
    failure.reset();
    browserRests = false;
    browser = std::make_unique<FakeBrowser>(person);
    attempt
        = std::make_unique<Connect>(std::move(plan), accounts(), m_used, desk.catalog, desk.graph, certificates, clock);
    const Connect *made = attempt.get();
    QObject::connect(made, &Connect::browserRequested, browser.get(), &FakeBrowser::open);
    QObject::connect(browser.get(), &FakeBrowser::rested, &m_context, [this] { browserRests = true; });
    QObject::connect(made, &Connect::stageChanged, &m_context, [this](Connect::Stage stage) {
        stages.append(stage);
        if (const auto what = m_plans.extract(stage))
            what.mapped()();
    });
    QObject::connect(made, &Connect::keychainTrouble, &m_context, [this](const Error &e) { troubles.append(e); });
    QObject::connect(made, &Connect::connected, &m_context, [this](const Connect::Outcome &o) { outcome = o; });
    QObject::connect(made, &Connect::failed, &m_context, [this](const Error &e) { failure = e; });
}

void ConnectFixture::begin(Connect::Plan plan)
{
    prepare(std::move(plan));
    attempt->start();
}

bool ConnectFixture::reach(Connect::Stage stage)
{
    using Stage = Connect::Stage;
    if (stage == Stage::CheckingKeychain || stage == Stage::WaitingForKeychain)
        keychain.setMood(MemoryKeychain::Mood::Silent);
    begin(practicePlan());
    if (stage == Stage::WaitingForKeychain)
        clock.advance(3s);
    const QDeadlineTimer patience(5s);
    while (attempt->stage() != stage && !patience.hasExpired())
        QCoreApplication::processEvents();
    return attempt->stage() == stage;
}

QByteArray ConnectFixture::token()
{
    Awaited<Secret> awaited;
    accounts().token(only().id, &awaited.context, awaited.callback());
    const Result<Secret> secret = awaited.wait();
    return secret ? secret->view().toByteArray() : QByteArray();
}

QList<Event::Kind> ConnectFixture::kinds()
{
    QList<Event::Kind> kinds;
    for (const Event &event : accounts().events(100))
        kinds.prepend(event.kind);
    return kinds;
}

bool ConnectFixture::comesToRest()
{
    const auto rests
        = [this] { return keychain.isIdle() && (!browser || browser->visited().isEmpty() || browserRests); };
    return QTest::qWaitFor(rests) && tokendesk::comesToRest(desk.transport) && rests();
}

bool ConnectFixture::nothingIsStored()
{
    const Result<QList<Account>> stored = desk.database().accounts();
    return accounts().all().isEmpty() && stored && stored->isEmpty() && keychain.keys().isEmpty();
}

} // namespace tokendesk
