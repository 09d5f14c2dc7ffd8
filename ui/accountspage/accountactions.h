// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/batch.h"
#include "services.h"

#include <QObject>

class QDialog;

namespace tokendesk {

class RevokeActions;

/// What menus, list and pages do to accounts: asks where that is due, and tells what did not work.
class AccountActions : public QObject
{
    Q_OBJECT
public:
    /// Its questions belong to that widget's window.
    AccountActions(Services &services, QWidget *parent);

    void rename(const QString &accountId);
    /// Asks once, whether it is one or many.
    void remove(const QStringList &accountIds);
    /// Revoking, which is not removing.
    RevokeActions &revoking() { return *m_revoke; }
    /// Renews or checks one, and tells what became of it.
    void begin(Batch::Work work, const QString &accountId);
    /// Asks the provider something with the account's token, and shows the answer.
    void tryIt(const QString &accountId);
    /// Asks for a file and writes the accounts into it, without tokens.
    void saveList(const QStringList &accountIds);

signals:
    void saved(const QString &path);
    void failed(const tokendesk::Error &error);

private:
    void renameNow(const QString &accountId, const QString &label);
    void removeNow(const QStringList &accountIds);
    QDialog *removeDialog(const Account &account);
    void tellUnremoved(const Batch &batch);
    void tellOutcome(const Batch &batch);
    void saveNow(const QStringList &accountIds, const QString &path);
    void tell(const QString &objectName, const QString &text, const QString &details);

    Services &m_services;
    QWidget *m_parent;
    RevokeActions *m_revoke;
};

} // namespace tokendesk
