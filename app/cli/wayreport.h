// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/transport.h"

#include <QObject>

namespace tokendesk {

/// Says on standard error, once, what stands in the way of a command's requests: the proxy, an authority that nobody
/// here knows, a network's own sign-in page.
class WayReport : public QObject
{
    Q_OBJECT
public:
    explicit WayReport(const Transport &transport);

private:
    void look(QNetworkReply *reply);

    bool m_told = false;
};

} // namespace tokendesk
