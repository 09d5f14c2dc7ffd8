// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/practicefixture.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

quint16 listening(PracticeServer &server)
{
    const auto port = server.listen();
    if (!port)
        qFatal("Practice found no port to listen on");
    return *port;
}

} // namespace

PracticeFixture::PracticeFixture()
    : clock(QDateTime(QDate(2026, 11, 23), QTime(13, 0), QTimeZone::utc()))
    , server(clock)
    , catalog(QString())
    , client(listening(server))
{
    catalog.setPracticePort([this] { return server.listen(); });
}

Provider PracticeFixture::provider() const
{
    return catalog.provider(u"practice"_s).value_or(Provider());
}

} // namespace tokendesk
