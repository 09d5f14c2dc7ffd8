// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deadline.h"
#include "base/result.h"
#include "graph/graphclient.h"
#include "provider/provider.h"

#include <QObject>
#include <chrono>

namespace tokendesk {

/// One attempt to obtain a token while the person signs in on another device (RFC 8628): asks for a code, then whether
/// the person is done, no oftener than the server wants. A passing trouble does not end it: it asks more and more
/// rarely until an answer comes (3.5). Deleting it cancels it, at any moment, also from a slot of its own signals.
class DeviceLogin : public QObject
{
    Q_OBJECT
public:
    struct Request
    {
        Provider provider;
        QString clientId;
        Secret clientSecret; ///< at Facebook the app's client token; empty where the server asks for none
        QStringList scopes;
        QUrl broker{}; ///< who keeps the app's secret in place of this computer; empty where nobody does
    };
    enum class State {
        AskingForCode,
        Waiting, ///< code() is good; the person is at work
        Unreachable, ///< the same, but the last question was not answered: asked again later
        Expired, ///< nobody typed the code in time; start() gets another one
        Ended, ///< `done` was called, or it was cancelled
    };
    Q_ENUM(State)

    /// `done` is called once, later, with the grant or with why there is none: Denied, and what GraphClient's calls
    /// give that will not pass by itself. A code that ran out is no end.
    DeviceLogin(Request request, GraphClient &graph, const Clock &clock, Callback<Grant> done,
                QObject *parent = nullptr);

    /// Asks for a code; from Expired on for a new one. Does nothing while one is good.
    void start();
    /// Ends it without a word.
    void cancel();

    State state() const { return m_state; }
    const DeviceCode &code() const { return m_code; } ///< empty before Waiting
    QDateTime deadline() const { return m_deadline; } ///< UTC; when the code ends
    std::chrono::milliseconds interval() const { return m_interval; } ///< between two questions that are answered

    /// What slow_down adds to the interval (3.5).
    static constexpr std::chrono::seconds slowDownStep{5};
    /// However long there is no answer, it is asked again after this time at the latest.
    static constexpr std::chrono::seconds longestPause{60};

signals:
    void stateChanged(tokendesk::DeviceLogin::State state);

private:
    void codeCame(Result<DeviceCode> code);
    void ask();
    void answered(Result<DeviceAnswer> answer);
    void askAgain(std::chrono::milliseconds after, State state);
    void expire();
    void finish(Result<Grant> result);
    void enter(State state);
    QObject *startStep();
    void endStep();

    Request m_request;
    GraphClient &m_graph;
    const Clock &m_clock;
    Callback<Grant> m_done;
    State m_state = State::Expired; ///< nothing to wait for yet
    DeviceCode m_code;
    QDateTime m_deadline;
    std::chrono::milliseconds m_interval{};
    std::chrono::milliseconds m_pause{}; ///< the last one
    Deadline m_next; ///< then it is asked
    Deadline m_end; ///< of the code
    QObject *m_step = nullptr; ///< context of the request that is out; null while there is none
};

} // namespace tokendesk
