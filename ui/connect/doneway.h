// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/connect.h"
#include "services.h"

#include <QObject>
#include <functional>

namespace tokendesk {

class DonePage;

/// The end of the way to an account, inside the connect dialog: what there is to do once it is connected.
class DoneWay : public QObject
{
    Q_OBJECT
public:
    DoneWay(Services &services, QWidget *dialog);

    DonePage *page() const { return m_page; }
    /// The account that is shown; empty before the first.
    /// The secret that was typed for the app; empty where the kept one is to be used.
    void setTypedSecret(std::function<Secret()> typed) { m_typedSecret = std::move(typed); }

    void show(const Connect::Outcome &outcome, const Provider &provider);
    /// Says that the copying asked for failed.
    void showCopyFailure(const QString &accountId, const tokendesk::Error &error);

signals:
    void copyRequested(const QString &accountId);
    void anotherRequested();
    void askAgainRequested(const QString &accountId);
    /// What did not succeed at first has done so since: the secret that was typed is not needed any more.
    void settled();

private:
    void saveAgain();
    void extendAgain();
    void showClipboard();
    void showSecondTry(const Result<Account> &account);

    Services &m_services;
    DonePage *m_page;
    Provider m_provider;
    QString m_accountId;
    std::function<Secret()> m_typedSecret = [] { return Secret(); };
};

} // namespace tokendesk
