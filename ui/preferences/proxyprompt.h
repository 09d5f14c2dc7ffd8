// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/network.h"
#include "preferences/proxydialog.h"

#include <QPointer>

namespace tokendesk {

/// Asks for user and password over the window when a proxy wants them of a renewal or another call that nobody watches;
/// for the same reason once, until somebody has signed in. A sign-in's own pages ask by themselves.
class ProxyPrompt : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    ProxyPrompt(Network &network, const Transport &transport, QWidget &window);

signals:
    /// What waits for another try can have it.
    void signedIn();

private:
    void look(QNetworkReply *reply);

    Network &m_network;
    QWidget &m_window;
    QPointer<ProxyDialog> m_dialog;
    QList<std::pair<QString, ErrorHint>> m_asked; ///< the proxies that were asked about, and for what
};

} // namespace tokendesk
