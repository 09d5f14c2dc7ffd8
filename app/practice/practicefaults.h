// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceinstagram.h"
#include "practice/practiceserver.h"

#include <QList>
#include <QStringList>
#include <optional>
#include <variant>

namespace tokendesk {

/// Trouble on the connection itself.
enum class WireFault {
    Hang, ///< never answers
    Drip, ///< the true answer, a byte at a time
    Reset, ///< resets the connection; nothing was done
    ResetAfterRequest, ///< does what was asked, then resets: the answer is lost
    Garbage, ///< bytes that are no HTTP
    Huge, ///< a valid answer of 60 MB
    Truncated, ///< ends in the middle of the true answer
};

/// A well-formed answer that is not Instagram's.
enum class ForeignAnswer {
    Redirect307, ///< sends the request, its credentials included, on to /elsewhere
    Html200, ///< a web page, as a hotel's network gives it
    Html503, ///< a web page of a server in trouble
    Empty, ///< 200 and nothing in it
    WrongContentType, ///< the true answer, called application/octet-stream
};

/// The consent page is skipped and the app gets this.
struct RedirectError
{
    QString error;
    QString reason;
    QString description;
};

/// What a fault does to a request.
using FaultEffect = std::variant<PracticeError, WireFault, ForeignAnswer, RedirectError, PracticeShape>;

/// The faults that were asked for and have not shown as often as they should.
class PracticeFaults
{
public:
    static QStringList names();
    static QStringList endpointNames();

    /// Unknown names are left out.
    void inject(const Fault &fault);
    void clear() { m_pending.clear(); }

    /// What happens to one request, counted as shown: all shapes asked for, and at most one trouble, first come first
    /// served.
    struct Due
    {
        PracticeShapes shapes;
        std::optional<FaultEffect> trouble;
    };
    Due take(PracticeEndpoint endpoint);

private:
    struct Pending
    {
        FaultEffect effect;
        PracticeEndpoints endpoints;
        int times; ///< still to be shown; -1 for ever
    };
    QList<Pending> m_pending;
};

} // namespace tokendesk
