// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/graphclient.h"
#include "graph/metadata.h"

#include <QObject>

namespace tokendesk {

/// Asks a server what it is, at one address after the other. It ends with one of the signals; deleting it gives up.
class Discovery : public QObject
{
    Q_OBJECT
public:
    /// `issuer` is what readIssuer() gave.
    Discovery(GraphClient &graph, const QString &issuer, QObject *parent = nullptr);

    void start();

signals:
    void found(const tokendesk::ServerMetadata &said);
    /// InvalidInput where nothing describes itself there. A description that cannot be read or trusted ends it, as does
    /// a server that is not reached: another address would say nothing better.
    void failed(const tokendesk::Error &error);

private:
    void ask();
    void take(const Result<ServerMetadata> &said);
    Error nothingThere(const Error &last) const;

    GraphClient &m_graph;
    QString m_issuer;
    QList<QUrl> m_open; ///< still to be asked
    bool m_onlyRedirects = true;
};

} // namespace tokendesk
