// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "services.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tokendesk {

class HintLabel;

/// The secret of one app: whether it is kept, a new one after a rotation with the provider's word on it, forgetting it.
class AppSecret : public QFrame
{
    Q_OBJECT
public:
    AppSecret(Services &services, QWidget *parent);
    ~AppSecret() override;

    void setApp(const Registration &app);

private:
    QWidget *fieldRow();
    QString state() const;
    void showApp();
    void clean();
    bool isUsable() const;
    void showFault();
    void check();
    void checked(const Result<void> &result);
    void keep();
    void kept(const Result<void> &result);
    void forget();
    void tell(const QString &news);
    void tellTrouble(const Error &error);
    void work(const QString &what);
    void rest();

    Services &m_services;
    Registration m_app;
    Provider m_provider;
    bool m_vouchedFor = false; ///< the provider takes the secret in the field
    QLabel *m_state;
    QLabel *m_label;
    QLineEdit *m_field;
    QPushButton *m_check;
    QPushButton *m_keepUnchecked;
    QPushButton *m_forget;
    HintLabel *m_news;
    QObject *m_step = nullptr; ///< context of what is out; null while there is nothing
};

} // namespace tokendesk
