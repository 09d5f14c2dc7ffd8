// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "graph/callorigin.h"
#include "graph/replycache.h"
#include "graph/transport.h"
#include "graph/usage.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace tokendesk {

/// A request that is to go out.
struct Outgoing
{
    enum class Method { Get, Send, Delete };

    QUrl url{};
    Method method = Method::Get;
    Sending sending{};
    qsizetype sizeLimit = largestAnswer;
    QUrl batchRoot{}; ///< may go out together with others of that root; empty where it may not
};

/// One queue for each app, so that the program never is why an app is throttled: a few at a time, sixty at once and
/// then two a second, and none while 90 % of an allowance are used, until the provider takes calls again or the hour
/// has rolled on. What is asked to wait (Retry-After, a throttle) is waited for. People's own calls go out at once,
/// ahead of all that waits; only an app that the provider has barred is not asked by them either. Looks at the clock;
/// no timer is longer than a minute.
class Queue : public QObject
{
    Q_OBJECT
public:
    /// The transport outlives the queue.
    Queue(Transport &transport, const Clock &clock, QObject *parent = nullptr);
    ~Queue() override;

    Transport &transport() const { return m_transport; }
    /// Ends as Callback says, as the functions of Transport do; deleting `context` takes it back. RateLimited, with the
    /// time to wait, where the origin's patience is over before its turn comes.
    void send(const CallOrigin &origin, Outgoing request, QObject *context, Callback<Answer> done);
    /// The same for a GET whose answer may be remembered.
    void sendKept(const CallOrigin &origin, Outgoing request, QObject *context, Callback<Answer> done);
    void forgetKept() { m_cache.clear(); }
    /// What waits for that context and has not gone out ends as Cancelled.
    void letGo(QObject *context);
    /// Sends what may go out by now; otherwise it looks by itself.
    void look();

    /// So many wait, of all apps.
    qsizetype waiting() const;
    /// From when on that app is asked again; invalid where nothing holds it up. UTC.
    QDateTime pausedUntil(const QString &app) const;

signals:
    /// So many calls go out, in one request.
    void sent(const tokendesk::CallOrigin &origin, int calls);
    /// What an answer to a call of that origin told.
    void measured(const tokendesk::CallOrigin &origin, const QList<tokendesk::Usage> &usage);
    /// Something waits, nothing is out, and nothing can go out before that instant (UTC).
    void waitsUntil(const QDateTime &when);

private:
    struct Call
    {
        CallOrigin origin;
        Outgoing request;
        QPointer<QObject> context;
        Callback<Answer> done;
        QDateTime since; ///< UTC
    };
    struct Lane;
    class Flight;

    Lane &laneOf(const CallOrigin &origin);
    void lookSoon();
    QDateTime advance(Lane &lane, const QDateTime &now);
    void failImpatient(Lane &lane, const QDateTime &until);
    std::vector<Call> takeNext(Lane &lane, int room, const QDateTime &now);
    void dispatch(Lane &lane, std::vector<Call> calls, const QDateTime &now);
    void landed(Flight &flight, const Result<Answer> &answer);
    void abandon(Flight &flight);
    static void noteBatch(const Flight &flight, const std::vector<Call> &calls);
    static void notePart(const Call &call, const Result<Answer> &part);
    void distribute(Lane &lane, std::vector<Call> calls, const Answer &answer);
    void sendAgain(Lane &lane, std::vector<Call> calls);
    void learn(Lane &lane, const CallOrigin &origin, const QList<Usage> &usage, int calls);
    void heed(Lane &lane, const CallOrigin &origin, const Answer &answer);
    void refuse(Call call, ErrorKind kind, const QDateTime &until = {});

    Transport &m_transport;
    const Clock &m_clock;
    std::map<QString, std::unique_ptr<Lane>> m_lanes; ///< by app
    ReplyCache m_cache;
    QTimer m_timer;
    bool m_looksSoon = false;
};

} // namespace tokendesk
