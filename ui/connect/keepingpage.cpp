// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/keepingpage.h"

#include "connect/busyface.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace std::chrono_literals;

namespace tokendesk {

KeepingPage::KeepingPage(Services &services, QWidget *parent)
    : ConnectPage(parent)
    , m_services(services)
    , m_faces(new QStackedWidget(this))
    , m_nothing(new QWidget(this))
    , m_busy(new BusyFace(this))
{
    m_faces->addWidget(m_nothing);
    m_faces->addWidget(m_busy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_faces);
    m_busySoon.setSingleShot(true);
    m_busySoon.setInterval(300ms);
    connect(&m_busySoon, &QTimer::timeout, this, [this] { m_faces->setCurrentWidget(m_busy); });
    connect(m_busy, &BusyFace::goOnWithoutKeychainRequested, this, &KeepingPage::goOnWithoutKeychain);
}

KeepingPage::~KeepingPage() = default;

void KeepingPage::begin(Adoption::Plan plan)
{
    stop();
    const Provider *provider = m_services.catalog.description(plan.providerId);
    m_providerName = provider ? provider->name : plan.providerId;
    m_adoption = std::make_unique<Adoption>(std::move(plan), m_services.accounts, m_services.catalog, m_services.graph,
                                            m_services.clock);
    connect(m_adoption.get(), &Adoption::stageChanged, this, &KeepingPage::showStage);
    connect(m_adoption.get(), &Adoption::kept, &m_busySoon, &QTimer::stop);
    connect(m_adoption.get(), &Adoption::refused, &m_busySoon, &QTimer::stop);
    connect(m_adoption.get(), &Adoption::kept, this, &KeepingPage::kept);
    connect(m_adoption.get(), &Adoption::refused, this, &KeepingPage::refused);
    m_faces->setCurrentWidget(m_nothing);
    m_busySoon.start();
    showStage(Adoption::Stage::ReadingProfile);
    m_adoption->start();
}

void KeepingPage::stop()
{
    m_busySoon.stop();
    m_adoption.reset();
}

void KeepingPage::showStage(Adoption::Stage stage)
{
    switch (stage) {
    case Adoption::Stage::Making:
        return m_busy->sayWorking(tr("Asking %1 for the token…").arg(m_providerName));
    case Adoption::Stage::ReadingProfile:
        return m_busy->sayWorking(tr("Asking %1 whose token it is…").arg(m_providerName));
    case Adoption::Stage::Extending:
        return m_busy->sayWorking(tr("Looking whether it can be made to last longer…"));
    case Adoption::Stage::Saving:
        return m_busy->sayWorking(tr("Saving the token in your keychain…"));
    case Adoption::Stage::WaitingForKeychain:
        m_busy->sayWaitingForKeychain();
        return m_faces->setCurrentWidget(m_busy);
    case Adoption::Stage::Finished:
        return;
    }
}

void KeepingPage::goOnWithoutKeychain()
{
    if (m_adoption)
        m_adoption->goOnWithoutKeychain();
}

PageFrame KeepingPage::frame() const
{
    return {.title = tr("Checking the token"),
            .sentence = tr("%1 is asked whose it is; nobody else sees it.").arg(m_providerName)};
}

} // namespace tokendesk
