// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/devicelogin.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace tokendesk {

namespace {

/// Does this pass by itself? A network's own sign-in page and a proxy that is asleep do.
bool isPassing(const Error &error)
{
    return error.kind == ErrorKind::Offline || error.kind == ErrorKind::TimedOut
        || error.kind == ErrorKind::ServerTrouble || error.kind == ErrorKind::RateLimited
        || error.hint == ErrorHint::Portal;
}

} // namespace

DeviceLogin::DeviceLogin(Request request, GraphClient &graph, const Clock &clock, Callback<Grant> done, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_graph(graph)
    , m_clock(clock)
    , m_done(std::move(done))
    , m_next(clock)
    , m_end(clock)
{
    connect(&m_next, &Deadline::passed, this, &DeviceLogin::ask);
    connect(&m_end, &Deadline::passed, this, &DeviceLogin::expire);
}

void DeviceLogin::start()
{
    if (m_state != State::Expired)
        return;
    const Client client{.id = m_request.clientId, .secret = m_request.clientSecret.clone(), .broker = m_request.broker};
    m_graph.deviceCode(m_request.provider, client, m_request.scopes, startStep(),
                       [this](Result<DeviceCode> code) { codeCame(std::move(code)); });
    enter(State::AskingForCode);
}

void DeviceLogin::cancel()
{
    endStep();
    m_next.stop();
    m_end.stop();
    m_code = {};
    m_state = State::Ended;
}

void DeviceLogin::codeCame(Result<DeviceCode> code)
{
    endStep();
    if (m_state != State::AskingForCode)
        return;
    if (!code)
        return finish(std::unexpected(code.error()));
    m_code = *std::move(code);
    m_interval = m_code.interval;
    m_deadline = m_clock.now().addSecs(m_code.lifetime.count());
    m_end.start(m_code.lifetime);
    askAgain(m_interval, State::Waiting);
}

void DeviceLogin::ask()
{
    m_graph.deviceAnswer(m_request.provider, {.id = m_request.clientId, .secret = m_request.clientSecret.clone()},
                         m_code.code, startStep(),
                         [this](Result<DeviceAnswer> answer) { answered(std::move(answer)); });
}

void DeviceLogin::answered(Result<DeviceAnswer> answer)
{
    endStep();
    if (m_state != State::Waiting && m_state != State::Unreachable)
        return;
    if (!answer && !isPassing(answer.error()))
        return finish(std::unexpected(answer.error()));
    if (!answer) {
        // RFC 8628 3.5: reduce the frequency, exponentially, before the next try.
        const std::chrono::milliseconds asked = std::chrono::seconds(answer.error().retryAfter);
        const auto longest = std::max<std::chrono::milliseconds>(longestPause, m_interval);
        return askAgain(std::clamp<std::chrono::milliseconds>(asked, std::min(2 * m_pause, longest), longest),
                        State::Unreachable);
    }
    switch (answer->progress) {
    case DeviceProgress::Granted:
        return finish(std::move(answer->grant));
    case DeviceProgress::SlowDown:
        m_interval += slowDownStep; // for this and all that follow
        break;
    case DeviceProgress::Pending:
        break;
    case DeviceProgress::Expired:
        return expire();
    }
    askAgain(m_interval, State::Waiting);
}

void DeviceLogin::askAgain(std::chrono::milliseconds after, State state)
{
    if (m_clock.now() >= m_deadline)
        return expire();
    m_pause = after;
    m_next.start(after);
    enter(state);
}

/// What is being asked right now may still bring the token: then its answer decides.
void DeviceLogin::expire()
{
    m_end.stop();
    if (m_step)
        return;
    m_next.stop();
    m_code = {};
    enter(State::Expired);
}

void DeviceLogin::finish(Result<Grant> result)
{
    const auto callback = std::move(m_done);
    cancel();
    callback(std::move(result)); // may delete us
}

void DeviceLogin::enter(State state)
{
    if (std::exchange(m_state, state) != state)
        emit stateChanged(state);
}

QObject *DeviceLogin::startStep()
{
    endStep();
    m_step = new QObject(this);
    return m_step;
}

/// Later: it may be the one at work right now.
void DeviceLogin::endStep()
{
    if (m_step)
        std::exchange(m_step, nullptr)->deleteLater();
}

} // namespace tokendesk
