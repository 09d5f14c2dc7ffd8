// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/fold.h"
#include "provider/provider.h"

namespace tokendesk {

class SetupList;

/// What is to be done in Meta's dashboard, at Instagram and at Facebook before the first sign-in, step by step with
/// links; folded away for those who have done it. Sources: Meta's "API setup with Instagram login" and "Instagram API
/// with Facebook Login, Get started".
class SetupSteps : public Fold
{
    Q_OBJECT
public:
    explicit SetupSteps(QWidget *parent);

    void setProvider(const Provider &provider);

signals:
    void linkRequested(const QUrl &url);

private:
    void fillInstagram();
    void fillFacebook();
    void follow(QUrl Provider::*page);

    Provider m_provider;
    SetupList *m_instagram;
    SetupList *m_facebook;
};

} // namespace tokendesk
