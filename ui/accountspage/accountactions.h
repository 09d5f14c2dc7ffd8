// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/batch.h"
#include "services.h"

#include <QObject>

class QMessageBox;

namespace tokendesk {

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
    /// Has the provider end the token, after a question; where it has no such thing, says what there is instead.
    void revoke(const QString &accountId);
    /// Renews or checks one, and tells what became of it.
    void begin(Batch::Work work, const QString &accountId);
    /// Asks for a file and writes the accounts into it, without tokens.
    void saveList(const QStringList &accountIds);

signals:
    void saved(const QString &path);
    void failed(const tokendesk::Error &error);

private:
    void renameNow(const QString &accountId, const QString &label);
    void removeNow(const QStringList &accountIds);
    void tellNoRevocation(const QString &provider, const QUrl &withdraw);
    void revokeNow(const QString &accountId);
    void tellRevoked(const QString &accountId, const Result<void> &result);
    void tellUnremoved(const Batch &batch);
    void tellOutcome(const Batch &batch);
    void saveNow(const QStringList &accountIds, const QString &path);
    QMessageBox *box(const QString &objectName, const QString &text, const QString &details);
    void tell(const QString &objectName, const QString &text, const QString &details);

    Services &m_services;
    QWidget *m_parent;
};

} // namespace tokendesk
