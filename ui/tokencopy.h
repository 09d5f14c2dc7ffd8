// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QObject>
#include <memory>

namespace tokendesk {

/// Brings an account's token from the keychain to the clipboard and notes that it did, one at a time.
class TokenCopy : public QObject
{
    Q_OBJECT
public:
    TokenCopy(Services &services, QObject *parent);

    /// Drops one that is still waiting for the keychain.
    void copy(const QString &accountId);
    /// Whose token the keychain is asked for; empty while none is.
    QString waitingFor() const { return m_accountId; }
    void cancel();

signals:
    void started(const QString &accountId);
    void cancelled(const QString &accountId);
    void copied(const QString &accountId);
    void failed(const QString &accountId, const tokendesk::Error &error);

private:
    void tokenRead(Result<Secret> token);

    Services &m_services;
    QString m_accountId;
    std::unique_ptr<QObject> m_request; ///< context of the question that is out
};

} // namespace tokendesk
