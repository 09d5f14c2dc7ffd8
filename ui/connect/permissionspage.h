// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connectpage.h"
#include "provider/provider.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace tokendesk {

class ScopePicker;

/// "What may the token do?": the scope picker and how many permissions the consent page will ask for.
class PermissionsPage : public ConnectPage
{
    Q_OBJECT
public:
    explicit PermissionsPage(QWidget *parent);

    /// Shows the provider's scopes with those in `chosen`, and what they need, ticked.
    void setProvider(const Provider &provider, const QStringList &chosen);
    /// Ticks the wish for another account than the one the browser is signed in with.
    void wishAnotherAccount();

    PageFrame frame() const override;
    bool isComplete() const override;
    QWidget *firstField() const override;
    void followLink() override;

    /// Shows this as the configuration of Facebook Login for Business.
    void setConfiguration(const QString &configurationId);

    /// None where a configuration decides.
    QStringList scopes() const;
    /// The id of the configuration that decides instead of scopes; empty where there is none.
    QString configuration() const;
    /// Names of the provider's optional parameters to send.
    QStringList extraParameters() const;

signals:
    /// As finished(), but the person signs in on another device.
    void deviceRequested();
    /// A token for a server instead of a sign-in.
    void serverRequested();

private:
    void summarize();
    void takeConfiguration();

    Provider m_provider;
    ScopePicker *m_picker;
    QLabel *m_summary;
    QLabel *m_review;
    QCheckBox *m_anotherAccount;
    QWidget *m_configurationRow;
    QLineEdit *m_configuration;
    QPushButton *m_device;
    QPushButton *m_server;
};

} // namespace tokendesk
