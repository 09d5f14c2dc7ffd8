// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/network.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace tokendesk {

class HintLabel;

/// Asks who signs in at a proxy. Accepted once the program uses it. Deletes itself when it is closed.
class ProxyDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Reason {
        Wanted, ///< the proxy asked, or the person wants to enter it
        Refused, ///< the proxy did not take what it was given
    };

    /// `proxy` as errors name it, "proxy.example:8080".
    ProxyDialog(Network &network, const QString &proxy, Reason reason, QWidget *parent);

private:
    void signIn();
    void kept(const Result<void> &result);
    void updateButton();

    Network &m_network;
    const QString m_host;
    QLineEdit *m_user;
    QLineEdit *m_password;
    HintLabel *m_hint;
    QPushButton *m_go;
    bool m_done = false; ///< in use, though the keychain refused to keep it: the next click closes
};

} // namespace tokendesk
