// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/queue.h"

#include "graph/batchparts.h"
#include "graph/pace.h"
#include "graph/replies.h"
#include "graph/requestlog.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr int parallel = 4; // requests of one app
constexpr std::chrono::milliseconds longestTimer = 1min;
constexpr std::chrono::milliseconds shortestTimer = 50ms;

/// Not all calls of the app are throttled then, but those of one user, Page or business (Meta, rate limiting).
bool isOfOneAccount(int code)
{
    return code == 17 || code == 32 || code >= 80000;
}

/// The earlier of two, of which either may be none.
QDateTime earlier(const QDateTime &one, const QDateTime &other)
{
    return !one.isValid() ? other : !other.isValid() ? one : std::min(one, other);
}

} // namespace

/// What waits for one app, and its pace.
struct Queue::Lane
{
    std::deque<Call> waiting;
    Pace pace;
};

/// What is out: one call, or a batch of them. The context of its request.
class Queue::Flight : public QObject
{
public:
    Flight(QObject *parent, std::vector<Call> all)
        : QObject(parent)
        , calls(std::move(all))
    {
    }

    std::vector<Call> calls;
};

Queue::Queue(Transport &transport, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Queue::look);
}

Queue::~Queue()
{
    qDeleteAll(findChildren<QObject *>(Qt::FindDirectChildrenOnly)); // what is out knows this object
}

Queue::Lane &Queue::laneOf(const CallOrigin &origin)
{
    std::unique_ptr<Lane> &lane = m_lanes[origin.app()];
    if (!lane)
        lane = std::make_unique<Lane>();
    return *lane;
}

void Queue::send(const CallOrigin &origin, Outgoing request, QObject *context, Callback<Answer> done)
{
    const QDateTime now = m_clock.now();
    Lane &lane = laneOf(origin);
    Call call{
        .origin = origin, .request = std::move(request), .context = context, .done = std::move(done), .since = now};
    if (origin.urgency == CallOrigin::Urgency::Background && !origin.providerId.isEmpty()) {
        lane.waiting.push_back(std::move(call));
        return lookSoon();
    }
    const QDateTime barred = origin.providerId.isEmpty() ? QDateTime() : lane.pace.barredUntil(now);
    if (barred.isValid())
        return refuse(std::move(call), ErrorKind::RateLimited, barred);
    std::vector<Call> alone;
    alone.push_back(std::move(call));
    dispatch(lane, std::move(alone), now);
}

void Queue::sendKept(const CallOrigin &origin, Outgoing request, QObject *context, Callback<Answer> done)
{
    if (const auto kept = m_cache.find(request.url, origin.maximumAge, m_clock.now())) {
        QMetaObject::invokeMethod(context, [kept, done = std::move(done)] { done(*kept); }, Qt::QueuedConnection);
        return;
    }
    const auto keep = [this, url = request.url, done = std::move(done)](Result<Answer> answer) {
        m_cache.take(url, answer, m_clock.now());
        done(std::move(answer));
    };
    send(origin, std::move(request), context, keep);
}

void Queue::letGo(QObject *context)
{
    for (auto &[app, lane] : m_lanes) {
        for (Call &call : std::exchange(lane->waiting, {})) {
            if (call.context == context)
                refuse(std::move(call), ErrorKind::Cancelled);
            else
                lane->waiting.push_back(std::move(call));
        }
    }
}

void Queue::refuse(Call call, ErrorKind kind, const QDateTime &until)
{
    if (!call.context)
        return;
    Error error{.kind = kind, .what = u"the provider was not asked"_s};
    if (until.isValid())
        error.retryAfter = int(std::max<qint64>(1, m_clock.now().secsTo(until)));
    QMetaObject::invokeMethod(
        call.context, [error, done = std::move(call.done)] { done(std::unexpected(error)); }, Qt::QueuedConnection);
}

qsizetype Queue::waiting() const
{
    qsizetype count = 0;
    for (const auto &[app, lane] : m_lanes)
        count += qsizetype(lane->waiting.size());
    return count;
}

QDateTime Queue::pausedUntil(const QString &app) const
{
    const auto lane = m_lanes.find(app);
    return lane == m_lanes.end() ? QDateTime() : lane->second->pace.heldUntil(m_clock.now());
}

// -- what goes out

void Queue::lookSoon()
{
    if (!std::exchange(m_looksSoon, true))
        QMetaObject::invokeMethod(this, &Queue::look, Qt::QueuedConnection);
}

void Queue::look()
{
    m_looksSoon = false;
    m_timer.stop();
    const QDateTime now = m_clock.now();
    QDateTime next;
    bool isOut = false;
    for (auto &[app, lane] : m_lanes) {
        next = earlier(next, advance(*lane, now));
        isOut = isOut || lane->pace.requestsOut() > 0;
    }
    if (!next.isValid())
        return;
    const auto wait = std::chrono::milliseconds(now.msecsTo(next));
    m_timer.start(std::clamp(wait, shortestTimer, longestTimer));
    if (!isOut)
        emit waitsUntil(next);
}

/// Sends what may go out of that lane; tells when more may, where that is a matter of time.
QDateTime Queue::advance(Lane &lane, const QDateTime &now)
{
    std::erase_if(lane.waiting, [](const Call &call) { return !call.context; });
    while (!lane.waiting.empty() && lane.pace.requestsOut() < parallel) {
        const int room = lane.pace.room(now);
        if (room < 1) {
            const QDateTime until = lane.pace.heldUntil(now);
            if (!until.isValid())
                return lane.pace.nextTicket(now);
            failImpatient(lane, until);
            return lane.waiting.empty() ? QDateTime() : until;
        }
        std::vector<Call> calls = takeNext(lane, room, now);
        if (!calls.empty()) {
            dispatch(lane, std::move(calls), now);
            continue;
        }
        QDateTime next;
        for (const Call &call : lane.waiting)
            next = earlier(next, lane.pace.heldUntil(call.origin.accountId, now));
        return next;
    }
    return {};
}

void Queue::failImpatient(Lane &lane, const QDateTime &until)
{
    for (Call &call : std::exchange(lane.waiting, {})) {
        if (call.since.addSecs(call.origin.patience.count()) < until)
            refuse(std::move(call), ErrorKind::RateLimited, until);
        else
            lane.waiting.push_back(std::move(call));
    }
}

/// The first that may, with those that may go out together with it. Who has no patience for an account that is held up
/// hears so.
std::vector<Queue::Call> Queue::takeNext(Lane &lane, int room, const QDateTime &now)
{
    std::vector<Call> taken;
    std::size_t most = 1;
    std::deque<Call> rest;
    for (Call &call : std::exchange(lane.waiting, {})) {
        const QDateTime held = lane.pace.heldUntil(call.origin.accountId, now);
        const bool fits = !held.isValid() && taken.size() < most
            && (taken.empty() || call.request.batchRoot == taken.front().request.batchRoot);
        if (held.isValid() && call.since.addSecs(call.origin.patience.count()) < held) {
            refuse(std::move(call), ErrorKind::RateLimited, held);
        } else if (fits) {
            if (taken.empty() && !call.request.batchRoot.isEmpty())
                most = std::size_t(std::min(room, largestBatch));
            taken.push_back(std::move(call));
        } else {
            rest.push_back(std::move(call));
        }
    }
    lane.waiting = std::move(rest);
    return taken;
}

void Queue::dispatch(Lane &lane, std::vector<Call> calls, const QDateTime &now)
{
    lane.pace.sent(int(calls.size()), now);
    emit sent(calls.front().origin, int(calls.size()));
    auto *flight = new Flight(this, std::move(calls));
    const auto done = [this, flight](const Result<Answer> &answer) { landed(*flight, answer); };
    const Outgoing &first = flight->calls.front().request;
    if (flight->calls.size() > 1) {
        std::vector<QUrl> urls;
        for (const Call &call : flight->calls)
            urls.push_back(call.request.url);
        const Sending form{.form = batchForm(first.batchRoot, urls)};
        new RequestLog(flight, now);
        return m_transport.send(first.batchRoot, form, largestBatchAnswer, flight, done);
    }
    RequestLog::standIn(flight, flight->calls.front().context);
    connect(flight->calls.front().context, &QObject::destroyed, flight, [this, flight] { abandon(*flight); });
    switch (first.method) {
    case Outgoing::Method::Get:
        return m_transport.get(first.url, first.sizeLimit, flight, done);
    case Outgoing::Method::Send:
        return m_transport.send(first.url, first.sending, first.sizeLimit, flight, done);
    case Outgoing::Method::Delete:
        return m_transport.remove(first.url, first.sizeLimit, flight, done);
    }
}

/// Nobody waits for it any more.
void Queue::abandon(Flight &flight)
{
    const std::vector<Call> calls = std::exchange(flight.calls, {});
    if (calls.empty())
        return; // it has landed
    laneOf(calls.front().origin).pace.ended(1);
    flight.deleteLater();
    lookSoon();
}

// -- what comes back

void Queue::landed(Flight &flight, const Result<Answer> &answer)
{
    std::vector<Call> calls = std::exchange(flight.calls, {});
    if (calls.empty())
        return; // it was abandoned
    Lane &lane = laneOf(calls.front().origin);
    lane.pace.ended(int(calls.size()));
    flight.deleteLater();
    lookSoon();
    if (calls.size() > 1)
        noteBatch(flight, calls);
    if (answer && calls.size() > 1)
        return distribute(lane, std::move(calls), *answer);
    if (answer) {
        learn(lane, calls.front().origin, readUsage(*answer), 1);
        heed(lane, calls.front().origin, *answer);
    }
    for (const Call &call : calls) {
        if (call.context)
            call.done(answer);
    }
}

/// The one request in the story of each who had a part in it.
void Queue::noteBatch(const Flight &flight, const std::vector<Call> &calls)
{
    const RequestLog *sent = RequestLog::of(&flight);
    for (const Call &call : calls) {
        if (RequestLog *log = RequestLog::of(call.context); log && sent && !sent->notes().isEmpty())
            log->addEnded(sent->notes().last());
    }
}

/// What that one was told in it.
void Queue::notePart(const Call &call, const Result<Answer> &part)
{
    if (RequestLog *log = RequestLog::of(call.context))
        log->addEnded(noteOf(u"GET"_s, call.request.url, part));
}

/// Each part of a batch to whom it is for. Where the whole was refused, that may be for the first one's token, which
/// stands for it, and says nothing about the others.
void Queue::distribute(Lane &lane, std::vector<Call> calls, const Answer &answer)
{
    QList<Usage> ofApp = readUsage(answer);
    Result<std::vector<Result<Answer>>> parts = std::vector<Result<Answer>>(calls.size(), answer);
    if (answer.status == 200) {
        parts = readBatch(answer, calls.size());
    } else {
        heed(lane, calls.front().origin, answer);
        const ErrorKind kind = readError(answer).kind;
        if (kind != ErrorKind::RateLimited && kind != ErrorKind::ServerTrouble)
            return sendAgain(lane, std::move(calls));
    }
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const Result<Answer> part = parts ? (*parts)[i] : std::unexpected(parts.error());
        if (part && answer.status == 200) {
            QList<Usage> usage = readUsage(*part);
            const auto own = std::ranges::stable_partition(
                usage, [](const Usage &measure) { return measure.allowance != Allowance::App; });
            ofApp.append(QList<Usage>(own.begin(), own.end()));
            usage.erase(own.begin(), own.end());
            learn(lane, calls[i].origin, usage, 0);
            heed(lane, calls[i].origin, *part);
            notePart(calls[i], part);
        }
        if (calls[i].context)
            calls[i].done(part);
    }
    // Each part tells of the whole app, in no order: the most of it is how it stands now.
    const auto most = std::ranges::max_element(ofApp, {}, &Usage::highest);
    CallOrigin app = calls.front().origin;
    app.accountId.clear();
    learn(lane, app, most == ofApp.end() ? QList<Usage>() : QList<Usage>{*most}, int(calls.size()));
}

/// The first one by itself, the others in one batch again.
void Queue::sendAgain(Lane &lane, std::vector<Call> calls)
{
    calls.front().request.batchRoot.clear();
    for (std::size_t i = calls.size(); i-- > 0;)
        lane.waiting.push_front(std::move(calls[i]));
}

void Queue::learn(Lane &lane, const CallOrigin &origin, const QList<Usage> &usage, int calls)
{
    if (origin.providerId.isEmpty())
        return;
    lane.pace.learn(usage, origin.accountId, calls, m_clock.now());
    if (!usage.isEmpty())
        emit measured(origin, usage);
}

/// A wait that the answer asks for.
void Queue::heed(Lane &lane, const CallOrigin &origin, const Answer &answer)
{
    if (answer.status < 400 || origin.providerId.isEmpty())
        return;
    const QDateTime now = m_clock.now();
    const Error error = readError(answer);
    const std::chrono::seconds wait(error.retryAfter);
    const bool ofAccount = isOfOneAccount(error.code) && !origin.accountId.isEmpty();
    if (error.kind == ErrorKind::RateLimited && ofAccount)
        lane.pace.bar(origin.accountId, wait, now);
    else if (error.kind == ErrorKind::RateLimited || (error.kind == ErrorKind::ServerTrouble && wait > 0s))
        lane.pace.bar(wait, now);
}

} // namespace tokendesk
