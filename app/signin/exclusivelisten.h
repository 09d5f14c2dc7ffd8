// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

namespace tokendesk {

enum class Listening {
    Yes,
    Taken, ///< by another program, or not allowed
    NoSuchAddress, ///< this computer does not have it, such as ::1 where IPv6 is off
};

/// Makes the server listen where nobody else does, now or later. On Windows two programs can share a port unless the
/// first one asks for it exclusively, which QTcpServer does not.
Listening listenExclusively(QTcpServer &server, const QHostAddress &address, quint16 port);

} // namespace tokendesk
