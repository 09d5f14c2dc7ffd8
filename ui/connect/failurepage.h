// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "connect/connectpage.h"

namespace tokendesk {

class ErrorView;

/// The sign-in failed: what happened, what to do, who can do it. Going on means trying again.
class FailurePage : public ConnectPage
{
    Q_OBJECT
public:
    explicit FailurePage(QWidget *parent);

    void setError(const Error &error, const QString &providerName);

    PageFrame frame() const override;

private:
    ErrorView *m_view;
};

} // namespace tokendesk
