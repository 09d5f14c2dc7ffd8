// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/fold.h"
#include "provider/provider.h"

namespace tokendesk {

/// What is to be done in Meta's dashboard and at Instagram before the first sign-in, step by step with links; folded
/// away for those who have done it. Source: Meta's "API setup with Instagram login".
class SetupSteps : public Fold
{
    Q_OBJECT
public:
    explicit SetupSteps(QWidget *parent);

    void setProvider(const Provider &provider);

signals:
    void linkRequested(const QUrl &url);

private:
    void addStep(int number, const QString &text);
    void addLink(const QString &objectName, const QString &text, QUrl Provider::*page);

    Provider m_provider;
};

} // namespace tokendesk
