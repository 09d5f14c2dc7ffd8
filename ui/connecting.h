// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connectdialog.h"
#include "services.h"

#include <QObject>
#include <QPointer>

namespace tokendesk {

class TokenCopy;
class TokenDrop;

/// The window's side of the connect dialog: opens it at the page that was asked for. There is one at a time; asked for
/// once more, it comes to the front as it is.
class Connecting : public QObject
{
    Q_OBJECT
public:
    Connecting(Services &services, TokenCopy &copy, QWidget *window);

    /// "Connect an account".
    void start();
    void tryPractice();
    void askForToken();
    /// With that app, also in the dialog that is open.
    void startWith(const QString &registrationId);
    void signInAgain(const QString &accountId);
    /// The same for what it declined, straight to the browser.
    void askAgain(const QString &accountId);

signals:
    void connected(const QString &accountId);

private:
    ConnectDialog *open();
    void takeDrop();

    Services &m_services;
    TokenCopy &m_copy;
    QWidget *m_window;
    TokenDrop *m_drop;
    QPointer<ConnectDialog> m_dialog;
};

} // namespace tokendesk
