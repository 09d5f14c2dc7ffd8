// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/adoption.h"
#include "services.h"

#include <QList>
#include <QObject>

namespace tokendesk {

class ConnectPage;
class KeepingPage;
class ServerPage;

/// "A token for a server", inside the connect dialog: its pages, and how one leads to the next.
class ServerWay : public QObject
{
    Q_OBJECT
public:
    ServerWay(Services &services, QWidget *dialog);

    QList<ConnectPage *> pages() const;
    bool has(const ConnectPage *page) const;
    /// Where Back leads from one of the pages; null from the first.
    ConnectPage *pageBefore(const ConnectPage *page) const;
    ConnectPage *page() const;

    /// To the first page, for that app, whose secret is kept or will be, or not.
    void open(const Provider &provider, const Registration &app, SecretState secret, const QStringList &scopes);
    /// The account that is to have a new token.
    void setAccount(const Account &account);
    /// Has the token made: `app` tells as which app.
    void begin(Connect::Plan app);
    /// Gives up what is out.
    void stop();
    bool hasInput() const;

signals:
    void pageRequested(tokendesk::ConnectPage *page);
    /// The person wants the token that the page describes.
    void wanted();
    void kept(const tokendesk::Connect::Outcome &outcome);
    void refused(const tokendesk::Error &error);

private:
    Services &m_services;
    ServerPage *m_page;
    KeepingPage *m_keeping;
};

} // namespace tokendesk
