// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "services.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace tokendesk {

class HintLabel;

/// Facebook's client token of one app, where it is kept for signing in on another device: that it is, and forgetting
/// it. It is asked for again when it is needed, so that nobody is asked twice before it goes.
class AppClientToken : public QFrame
{
    Q_OBJECT
public:
    AppClientToken(Services &services, QWidget *parent);
    ~AppClientToken() override;

    /// Is seen where there is something to forget, or something to say of it.
    void setApp(const Registration &app);

private:
    void forget();
    void forgotten(const Result<void> &result);
    void rest();
    void showApp();

    Services &m_services;
    Registration m_app;
    QString m_providerName;
    QLabel *m_state;
    HintLabel *m_news;
    QPushButton *m_forget;
    bool m_hasNews = false;
    QObject *m_step = nullptr; ///< context of what is out; null while there is nothing
};

} // namespace tokendesk
