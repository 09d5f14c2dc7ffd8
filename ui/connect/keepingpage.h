// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/adoption.h"
#include "connect/connectpage.h"
#include "services.h"

#include <QTimer>
#include <memory>

class QStackedWidget;

namespace tokendesk {

class BusyFace;

/// Checks one pasted token and keeps it, and shows where that stands.
class KeepingPage : public ConnectPage
{
    Q_OBJECT
public:
    KeepingPage(Services &services, QWidget *parent);
    ~KeepingPage() override;

    /// An earlier one is given up.
    void begin(Adoption::Plan plan);
    /// Gives it up: nothing is stored, and no outcome comes any more.
    void stop();

    PageFrame frame() const override;

signals:
    void kept(const tokendesk::Connect::Outcome &outcome);
    void refused(const tokendesk::Error &error);

private:
    void showStage(Adoption::Stage stage);
    void goOnWithoutKeychain();

    Services &m_services;
    QString m_providerName;
    QStackedWidget *m_faces;
    QWidget *m_nothing; ///< shown until something takes longer than a moment
    BusyFace *m_busy;
    QTimer m_busySoon;
    std::unique_ptr<Adoption> m_adoption;
};

} // namespace tokendesk
