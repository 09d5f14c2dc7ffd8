// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "connect/connectpage.h"
#include "provider/provider.h"

class QLineEdit;
class QPushButton;

namespace tokendesk {

class HintLabel;

/// Asks for the client token of the app, with which it shows itself to Facebook when somebody signs in on another
/// device. It is kept as long as the dialog is open.
class ClientTokenPage : public ConnectPage
{
    Q_OBJECT
public:
    explicit ClientTokenPage(QWidget *parent);

    /// Of which provider's app; another one's token is forgotten.
    void setProvider(const Provider &provider);
    Secret token() const;

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

    Provider m_provider;
    QLineEdit *m_field;
    QPushButton *m_reveal;
    HintLabel *m_hint;
};

} // namespace tokendesk
