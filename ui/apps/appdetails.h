// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "services.h"

#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace tokendesk {

class AppClientToken;
class AppSecret;
class BrokerField;
class Fold;
class HintLabel;
class RedirectList;
class RelayField;

/// One saved app: its name and id, who uses it, the addresses to register, its secret; and how to delete it.
class AppDetails : public QWidget
{
    Q_OBJECT
public:
    AppDetails(Services &services, QWidget *parent);

    /// What is being typed stays where it is the same app.
    void setApp(const Registration &app);

signals:
    void deleteRequested(const QString &registrationId);
    void exportRequested(const QString &registrationId);

private:
    QWidget *identity();
    QWidget *addresses();
    QWidget *ends();
    void showUsers();
    void rename();
    void changeId();
    void changeAddresses();
    void changeRelay();
    QWidget *broker();
    void changeBroker();
    bool save(const Registration &changed);

    Services &m_services;
    Registration m_app;
    Family m_family = Family::Standard;
    QLineEdit *m_name;
    QLabel *m_idLabel;
    QLineEdit *m_id;
    HintLabel *m_idHint;
    QLabel *m_users;
    RedirectList *m_addresses;
    RelayField *m_relay;
    Fold *m_change;
    QPlainTextEdit *m_lines;
    HintLabel *m_linesHint;
    AppSecret *m_secret;
    AppClientToken *m_clientToken;
    QFrame *m_brokerCard;
    QLabel *m_brokerLimits;
    BrokerField *m_broker;
    HintLabel *m_trouble;
};

} // namespace tokendesk
