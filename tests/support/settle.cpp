// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/settle.h"

#include "base/deadline.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace tokendesk {

namespace {

/// Counts what is handled: not every event dispatcher says whether it had anything to do.
class Counter : public QObject
{
public:
    Counter() { QCoreApplication::instance()->installEventFilter(this); }

    bool eventFilter(QObject *, QEvent *) override
    {
        ++events;
        return false;
    }

    int events = 0;
};

} // namespace

void settle()
{
    constexpr int rounds = 1000;
    Counter counter;
    int before = -1;
    for (int i = 0; i < rounds && before != counter.events; ++i) {
        before = counter.events;
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // processEvents() leaves them
        QCoreApplication::processEvents();
    }
}

bool comesToRest(const QNetworkAccessManager &network)
{
    const auto rests = [&network] { return network.findChildren<QNetworkReply *>().isEmpty(); };
    const bool inTime = QTest::qWaitFor(rests);
    settle();
    return inTime && rests();
}

bool letDeadlinesLook(const Clock &clock)
{
    Deadline last(clock); // they all go at the same pace, so that two steps of one that began later hold one of each
    QSignalSpy passed(&last, &Deadline::passed);
    for (int step = 0; step < 2; ++step) {
        last.start(0ms);
        if (!passed.wait())
            return false;
    }
    settle();
    return true;
}

} // namespace tokendesk
