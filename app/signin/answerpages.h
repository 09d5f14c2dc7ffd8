// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tokendesk {

/// What the browser can be told.
enum class AnswerPage {
    Connected,
    Cancelled,
    Failed,
    Continues, ///< the answer arrived; how it ended is shown by the program
    NotForUs, ///< nothing that the program waits for
};

/// A whole HTTP response with that page: static HTML in the program's language without script, form or outside
/// resource, nothing of the request in it, never stored. `status` such as 200 or 404.
QByteArray pageResponse(int status, AnswerPage page);
/// 303 See Other (RFC 9110 15.4.4) to a path or an address of this server, so that no code stays in the address bar.
QByteArray redirectResponse(const QByteArray &location);
/// The last part of the page's own address: "connected".
QByteArray pageName(AnswerPage page);

} // namespace tokendesk
