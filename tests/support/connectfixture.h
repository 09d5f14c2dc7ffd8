// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/connect.h"
#include "practice/practiceserver.h"
#include "support/desk.h"
#include "support/fakebrowser.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace tokendesk {

/// A sign-in to Practice with a person at the browser and a keychain of every mood, and what came of it.
class ConnectFixture
{
public:
    ConnectFixture();
    /// Over this keychain instead of the one with every mood.
    explicit ConnectFixture(Keychain &other);

    /// Practice as ui and command line ask for it.
    Connect::Plan practicePlan() const;
    /// The same server behind a provider that wants a registration, whose secret is to be kept.
    Connect::Plan registeredPlan() const;

    /// Makes a new attempt that is not started yet, with a browser of its own, forgetting what came of the last one.
    void prepare(Connect::Plan plan);
    void begin(Connect::Plan plan);
    /// Does this as soon as that stage is entered, once, before anything else goes on.
    void at(Connect::Stage stage, std::function<void()> what) { m_plans[stage] = std::move(what); }
    /// Begins and runs until that stage is entered, and no further. False where it was not.
    bool reach(Connect::Stage stage);

    Accounts &accounts() { return desk.accounts(); }
    Account only() { return accounts().all().value(0); }
    QByteArray token(); ///< of the only account; empty where it is not to be had
    QList<Event::Kind> kinds(); ///< of all events, the oldest first
    /// Waits until no request is out, the keychain has answered everything and the browser has done what it does. False
    /// where one of them does not come to its end.
    bool comesToRest();
    bool hasEnded() const { return outcome || failure; }
    bool nothingIsStored();

    ManualClock clock;
    MemoryKeychain keychain;
    PracticeServer server{clock};
    Result<quint16> port = server.listen();
    Desk desk;
    CertificateStore certificates{desk.folder(), clock};
    QString address = freeRedirectAddress();
    FakeBrowser::Person person; ///< at the next attempt's browser; a good-natured one unless told otherwise
    std::unique_ptr<FakeBrowser> browser;
    std::unique_ptr<Connect> attempt;

    bool browserRests = false; ///< its last page is there
    QList<Connect::Stage> stages;
    QList<Error> troubles; ///< of the keychain
    std::optional<Connect::Outcome> outcome;
    std::optional<Error> failure;

private:
    Keychain &m_used;
    std::map<Connect::Stage, std::function<void()>> m_plans;
    QObject m_context;
};

} // namespace tokendesk
