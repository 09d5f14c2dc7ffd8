// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/practicefixture.h"

#include <QTimeZone>

namespace tokendesk {

PracticeFixture::PracticeFixture()
    : clock(QDateTime(QDate(2026, 11, 23), QTime(13, 0), QTimeZone::utc()))
    , server(clock)
    , client(server)
{
    if (!server.listen())
        qFatal("Practice found no port to listen on");
}

} // namespace tokendesk
