// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QWidget>

namespace tokendesk {

class TrustBox;

/// What TokenDesk has left on this computer: the browsers' trust in its sign-in page, and everything at once.
class TracesSection : public QWidget
{
    Q_OBJECT
public:
    TracesSection(Services &services, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void forget();

    Services &m_services;
    TrustBox *m_trust;
};

} // namespace tokendesk
