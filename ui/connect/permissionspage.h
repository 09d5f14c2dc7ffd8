// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connectpage.h"
#include "provider/provider.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace tokendesk {

class JobBar;
class ScopePicker;
class ScopeSearch;

/// "What may the token do?": jobs, the scope picker and what the consent page will ask for.
class PermissionsPage : public ConnectPage
{
    Q_OBJECT
public:
    explicit PermissionsPage(QWidget *parent);

    /// Shows the provider's scopes with those in `chosen`, and what they need, ticked.
    void setProvider(const Provider &provider, const QStringList &chosen);
    /// What the account that signs in again has been granted: where Facebook keeps it though it is not asked for any
    /// more, the page says so. setProvider() forgets it.
    void setGranted(const QStringList &granted);
    /// Ticks the wish for another account than the one the browser is signed in with.
    void wishAnotherAccount();

    PageFrame frame() const override;
    bool isComplete() const override;
    QWidget *firstField() const override;
    void followLink() override;

    /// Whether, and where, a broker keeps the app's secret: another device cannot be signed in then where the server
    /// wants the secret for it, and the page says so. Another provider forgets it.
    void setBroker(const QString &address);

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
    void arrange();
    QWidget *searchRow();
    QWidget *hintRow();
    void search();
    void goToFound();
    void summarize();
    void showHint();
    void showDevice();
    QString summary() const;
    QString titles(const QStringList &scopeIds) const;
    void takeConfiguration();

    Provider m_provider;
    QStringList m_granted; ///< of the account that signs in again
    QString m_broker;
    JobBar *m_jobs;
    ScopeSearch *m_search;
    QPushButton *m_reset;
    ScopePicker *m_picker;
    QWidget *m_hintRow;
    QLabel *m_hint;
    QPushButton *m_untick;
    QLabel *m_summary;
    QLabel *m_review;
    QCheckBox *m_anotherAccount;
    QWidget *m_configurationRow;
    QLineEdit *m_configuration;
    QPushButton *m_device;
    QLabel *m_deviceNote;
    QPushButton *m_server;
};

} // namespace tokendesk
