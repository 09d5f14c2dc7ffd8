// SPDX-License-Identifier: GPL-3.0-or-later
#include "tryit/pathtext.h"

#include <QCoreApplication>

namespace tokendesk {

namespace {

class PathText
{
    Q_DECLARE_TR_FUNCTIONS(PathText)
};

} // namespace

QString describe(PathFault fault, const QString &host)
{
    switch (fault) {
    case PathFault::Empty:
        return {};
    case PathFault::TooLong:
        return PathText::tr("That is too long: at most 1000 characters.");
    case PathFault::Host:
        return PathText::tr("The token goes to %1 and nowhere else. Type only what comes after it, such as /me.")
            .arg(host);
    case PathFault::Climb:
        return PathText::tr("A path without “.” and “..”, please.");
    case PathFault::Character:
        return PathText::tr("A character is in it that belongs neither in a path nor in a query. In a query, write a "
                            "space as %20.");
    case PathFault::Credential:
        return PathText::tr("Leave token, secret and method out: TokenDesk adds the token itself, and only reads.");
    case PathFault::Effect:
        return PathText::tr("That gives out tokens or changes something. Here things are only read.");
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
