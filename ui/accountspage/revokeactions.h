// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QObject>

namespace tokendesk {

/// What the window does about ending tokens at their provider: asks before, and tells honestly what came of it. That a
/// token is removed here never counts as that.
class RevokeActions : public QObject
{
    Q_OBJECT
public:
    /// Its questions belong to that widget's window.
    RevokeActions(Services &services, QWidget *parent);

    /// Has the provider end the token, after a question; where it has no such thing, says what there is instead.
    void revoke(const QString &accountId);
    /// The same without the question.
    void revokeNow(const QString &accountId, Afterwards afterwards);
    /// Tries no more, after a warning.
    void giveUp(const QString &accountId);
    /// Has the provider take one permission back, after a question.
    void withdraw(const QString &accountId, const QString &permission);

private:
    void tellNoRevocation(const Account &account, const Provider &provider);
    QString whyNoRevocation(const Account &account, const Provider &provider) const;
    void tellRevoked(const Account &account, Afterwards afterwards, const Result<void> &result);
    void withdrawNow(const QString &accountId, const QString &permission);
    void tellWithdrawn(const Account &account, const QString &permission, const Result<void> &result);
    const Provider *providerOf(const QString &accountId) const;
    void tell(const QString &objectName, const QString &text, const QString &details);

    Services &m_services;
    QWidget *m_parent;
};

} // namespace tokendesk
