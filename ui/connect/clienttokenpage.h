// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "base/secret.h"
#include "connect/connectpage.h"
#include "provider/provider.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace tokendesk {

class HintLabel;

/// Asks for the client token of the app, with which it shows itself to Facebook when somebody signs in on another
/// device.
class ClientTokenPage : public ConnectPage
{
    Q_OBJECT
public:
    explicit ClientTokenPage(QWidget *parent);

    /// Of which app; what was typed for another one is forgotten.
    void setApp(const Provider &provider, const Registration &app);
    /// As typed; empty where the kept one is to be used.
    Secret token() const;
    /// Is it to be in the keychain from then on?
    bool keeps() const;

    PageFrame frame() const override;
    bool isComplete() const override;
    QWidget *firstField() const override;
    void followLink() override;

signals:
    void linkRequested(const QUrl &url);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void check();
    void showToken(bool shown);

    bool usesKept() const;

    Provider m_provider;
    Registration m_app;
    QLineEdit *m_field;
    QCheckBox *m_keep;
    QPushButton *m_reveal;
    HintLabel *m_hint;
};

} // namespace tokendesk
