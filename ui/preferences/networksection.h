// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/network.h"

#include <QWidget>

class QComboBox;
class QDialog;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace tokendesk {

class MoodLabel;

/// How the program reaches the internet: proxy, who signs in there, an authority of the company's own, and whether it
/// works. A choice counts at once.
class NetworkSection : public QWidget
{
    Q_OBJECT
public:
    NetworkSection(Network &network, QWidget *parent);

    /// Trusts what is in that file, or says why not.
    void useFile(const QString &path);

private:
    QWidget *manualRow();
    QWidget *signInRow();
    QWidget *authorityRow();
    QWidget *checkRow();
    void choose();
    void show(const ProxyChoice &choice);
    void update();
    void askForSignIn();
    void signOut();
    void chooseFile();
    void removeAuthority();
    void check();
    void showCheck(const Result<QString> &proxy);

    Network &m_network;
    QComboBox *m_way;
    QWidget *m_manual;
    QComboBox *m_kind;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLabel *m_user;
    QPushButton *m_signIn;
    QPushButton *m_signOut;
    QLabel *m_authority;
    QPushButton *m_remove;
    MoodLabel *m_authorityNotice;
    QPushButton *m_check;
    MoodLabel *m_checked;
};

/// The same as a dialog of its own, for where a failure leads to it. Deletes itself when it is closed.
QDialog *openNetworkDialog(Network &network, QWidget *parent);

} // namespace tokendesk
