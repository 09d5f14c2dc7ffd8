// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/network.h"
#include "connect/connectpage.h"
#include "errortext.h"
#include "provider/provider.h"

namespace tokendesk {

class ErrorView;

/// The sign-in failed: what happened, what to do, who can do it. Going on means trying again.
class FailurePage : public ConnectPage
{
    Q_OBJECT
public:
    FailurePage(Network &network, QWidget *parent);

    /// `expected` is the account to be connected again, where it is about one.
    void setError(const Error &error, const Provider &provider, const QString &expected);

    /// The refusal of a token that was pasted.
    void setRefusal(const Error &error, const Provider &provider);

    PageFrame frame() const override;
    void followLink() override { emit appRequested(); }

signals:
    /// The person wants to see what was entered about their app.
    void appRequested();
    void linkRequested(const QUrl &url);
    /// What was asked of the provider in the attempt that failed.
    void storyRequested();

private:
    void take(const Error &error, const ErrorText &text);
    void openNetwork();

    Network &m_network;
    Error m_error;
    ErrorView *m_view;
    QPushButton *m_openPage; ///< where it is mended in the browser
    QUrl m_page{};
    QPushButton *m_story; ///< of a sign-in that failed
    QPushButton *m_openNetwork; ///< where the way to the provider is what is wrong
    bool m_appIsAtFault = false;
};

} // namespace tokendesk
