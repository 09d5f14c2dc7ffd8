// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "base/secret.h"
#include "connect/connectpage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace tokendesk {

class BrokerField;
class Fold;
class HintLabel;
class RedirectCard;
class SetupSteps;

/// "Your app": which registration, its app id and secret, and the redirect addresses to register.
class AppPage : public ConnectPage
{
    Q_OBJECT
public:
    explicit AppPage(QWidget *parent);
    ~AppPage() override;

    /// Shows that provider's registrations among the `saved` with the one of that id chosen; an empty id is a new app.
    void setProvider(const Provider &provider, const QList<Registration> &saved, const QString &registrationId);

    PageFrame frame() const override;
    bool isComplete() const override;
    QWidget *firstField() const override;
    void followLink() override;

    /// The app as it stands in the fields; its id is empty for a new one.
    Registration registration() const;
    /// The secret as typed; empty where the kept one is to be used, or a broker has it.
    Secret secret() const;
    bool keepsSecret() const;
    /// Is there something typed that closing the dialog would lose?
    bool hasInput() const;
    /// Empties the field once the secret is not needed any more.
    void clearSecret();

signals:
    void linkRequested(const QUrl &url);
    /// Show all saved apps.
    void manageRequested();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *fields();
    void chooseRegistration(int index);
    const Registration *chosen() const;
    QString broker() const;
    bool hasBroker() const;
    void showSecretParts();
    void clean(QLineEdit *field);
    void check();
    void showSecret(bool shown);
    bool usesKeptSecret() const;
    QString idAdvice() const;
    QString idFault() const;
    QString foreignAppFault() const;
    QString secretFault() const;

    Provider m_provider;
    QList<Registration> m_saved; ///< of the provider
    QList<Registration> m_others; ///< of other providers
    SetupSteps *m_steps;
    QComboBox *m_choice;
    QLabel *m_choiceLabel;
    QLabel *m_idLabel;
    QLabel *m_secretLabel;
    QLineEdit *m_id;
    QLineEdit *m_secret;
    QPushButton *m_reveal;
    QCheckBox *m_keep;
    HintLabel *m_idHint;
    HintLabel *m_secretHint;
    HintLabel *m_advice;
    Fold *m_brokerFold;
    BrokerField *m_broker;
    QLabel *m_brokerNote;
    RedirectCard *m_addresses;
    QPushButton *m_manage;
};

} // namespace tokendesk
