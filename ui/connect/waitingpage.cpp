// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/waitingpage.h"

#include "connect/browserface.h"
#include "connect/busyface.h"
#include "connect/deviceface.h"
#include "connect/errorview.h"
#include "style.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

WaitingPage::WaitingPage(Services &services, QWidget *parent)
    : ConnectPage(parent)
    , m_services(services)
    , m_faces(new QStackedWidget(this))
    , m_nothing(new QWidget(this))
    , m_busy(new BusyFace(this))
    , m_browser(new BrowserFace(services, this))
    , m_device(new DeviceFace(this))
    , m_trouble(new ErrorView(u"keychainError"_s, this))
{
    QScrollArea *browserArea = scrolling(m_browser, this);
    m_browserArea = browserArea;
    m_deviceArea = scrolling(m_device, this);
    m_troubleArea = scrolling(troublePage(), this);
    for (QWidget *face : {m_nothing, static_cast<QWidget *>(m_busy), m_browserArea, m_deviceArea, m_troubleArea})
        m_faces->addWidget(face);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_faces);

    m_busySoon.setSingleShot(true);
    m_busySoon.setInterval(300ms);
    m_second.setInterval(250ms); // a quarter, so that no second is skipped
    connect(&m_busySoon, &QTimer::timeout, this, [this] { showFace(m_busy); });
    connect(&m_second, &QTimer::timeout, this, &WaitingPage::tick);
    connect(m_busy, &BusyFace::goOnWithoutKeychainRequested, this, &WaitingPage::goOnWithoutKeychain);
    connect(m_browser, &BrowserFace::openAgainRequested, this, &WaitingPage::openBrowser);
    connect(m_browser, &BrowserFace::keepWaitingRequested, this, &WaitingPage::keepWaiting);
    connect(m_browser, &BrowserFace::addressGiven, this, &WaitingPage::useAddress);
    connect(m_browser, &BrowserFace::appRequested, this, &WaitingPage::appRequested);
    connect(m_browser, &BrowserFace::linkRequested, this, [this](const QUrl &url) { m_services.openBrowser(url); });
    connect(m_device, &DeviceFace::openRequested, this, &WaitingPage::openDevicePage);
    connect(m_browser, &BrowserFace::addressCopied, this, &WaitingPage::tryAddress);
    connect(m_browser, &BrowserFace::opened, browserArea, [browserArea](QWidget *fold) {
        // Its size is known once the layout has run.
        QTimer::singleShot(0, fold, [browserArea, fold] { browserArea->ensureWidgetVisible(fold, 0, gridUnit); });
    });
}

WaitingPage::~WaitingPage() = default;

QWidget *WaitingPage::troublePage()
{
    auto *content = new QWidget;
    auto *without = new QPushButton(tr("Go on without the keychain"), content);
    name(without, u"goOnWithoutKeychain"_s, without->text());
    QLabel *meaning = wrapping(tr("The token is then kept in memory only and is gone when TokenDesk closes."), content);
    makeMuted(meaning);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(pageMargin, 2 * gridUnit, pageMargin, 4 * gridUnit);
    layout->setSpacing(3 * gridUnit);
    layout->addWidget(m_trouble);
    layout->addWidget(without, 0, Qt::AlignLeading);
    layout->addWidget(meaning);
    layout->addStretch();
    connect(without, &QPushButton::clicked, this, &WaitingPage::goOnWithoutKeychain);
    return content;
}

// -- the attempt

void WaitingPage::begin(Connect::Plan plan)
{
    stop();
    const Provider *provider = m_services.catalog.description(plan.providerId);
    m_provider = provider ? *provider : Provider();
    m_by = plan.by;
    m_connect = std::make_unique<Connect>(std::move(plan), m_services.accounts, m_services.keychain, m_services.catalog,
                                          m_services.graph, m_services.certificates, m_services.clock);
    connect(m_connect.get(), &Connect::stageChanged, this, &WaitingPage::showStage);
    connect(m_connect.get(), &Connect::browserRequested, this, &WaitingPage::showBrowser);
    connect(m_connect.get(), &Connect::keychainTrouble, this, &WaitingPage::showTrouble);
    connect(m_connect.get(), &Connect::choiceOffered, this, &WaitingPage::end);
    connect(m_connect.get(), &Connect::choiceOffered, this, &WaitingPage::choiceOffered);
    connect(m_connect.get(), &Connect::connected, this, &WaitingPage::end);
    connect(m_connect.get(), &Connect::connected, this, &WaitingPage::connected);
    connect(m_connect.get(), &Connect::failed, this, &WaitingPage::end);
    connect(m_connect.get(), &Connect::failed, this, &WaitingPage::failed);
    showFace(m_nothing);
    showStage(Connect::Stage::CheckingKeychain);
    m_connect->start();
}

void WaitingPage::stop()
{
    end();
    m_connect.reset();
}

void WaitingPage::end()
{
    m_browser->endAttempt();
    m_busySoon.stop();
    m_second.stop();
}

void WaitingPage::choose(qsizetype index)
{
    showFace(m_nothing);
    if (m_connect)
        m_connect->choose(index);
}

bool WaitingPage::isPastBrowser() const
{
    if (!m_connect || !m_connect->hasAskedPerson())
        return false;
    const Connect::Stage stage = m_connect->stage();
    return stage != Connect::Stage::WaitingForBrowser && stage != Connect::Stage::WaitingForDevice
        && stage != Connect::Stage::Finished;
}

void WaitingPage::showStage(Connect::Stage stage)
{
    switch (stage) {
    case Connect::Stage::CheckingKeychain:
        return work(tr("Checking your keychain…"));
    case Connect::Stage::WaitingForKeychain:
        m_busy->sayWaitingForKeychain();
        return showFace(m_busy);
    case Connect::Stage::WaitingForBrowser:
        return; // browserRequested follows
    case Connect::Stage::WaitingForDevice:
        return awaitCode();
    case Connect::Stage::ExchangingCode:
        return work(tr("The browser is done. Getting the token…"));
    case Connect::Stage::Extending:
        return work(tr("Getting a token that lives longer than an hour…"));
    case Connect::Stage::ReadingProfile:
        return work(tr("Reading whose token it is…"));
    case Connect::Stage::ListingPages:
        return work(tr("Listing your Pages…"));
    case Connect::Stage::ChoosingPage:
        return; // choiceOffered follows
    case Connect::Stage::Saving:
        return work(tr("Saving the token in your keychain…"));
    case Connect::Stage::Finished:
        return;
    }
}

// What takes a moment only is not shown at all.
void WaitingPage::work(const QString &what)
{
    m_browser->endAttempt();
    m_second.stop();
    m_busy->sayWorking(what);
    if (m_faces->currentWidget() != m_busy && !m_busySoon.isActive())
        m_busySoon.start();
}

// -- in the browser

void WaitingPage::showBrowser(const QUrl &url)
{
    SignIn *signIn = m_connect->signIn();
    connect(signIn, &SignIn::foreignRequest, m_browser, &BrowserFace::sayForeign);
    m_browser->setAttempt({.provider = m_provider,
                           .link = url,
                           .redirectAddress = signIn->redirectAddress(),
                           .certificateFingerprint = signIn->certificateFingerprint()});
    showFace(m_browserArea);
    tick();
    m_second.start();
    openBrowser();
}

void WaitingPage::openBrowser()
{
    if (m_connect && m_connect->signIn() && !m_services.openBrowser(m_connect->signIn()->authorizationUrl()))
        m_browser->sayBrowserMissing();
}

void WaitingPage::useAddress(const QString &address)
{
    if (!m_connect || !m_connect->signIn())
        return;
    if (const auto used = m_connect->signIn()->useAddress(address); !used)
        m_browser->refuse(used.error());
}

/// Nobody gave it: where it is not the answer, nobody need be told.
void WaitingPage::tryAddress(const QString &address)
{
    if (m_connect && m_connect->signIn())
        (void)m_connect->signIn()->useAddress(address);
}

void WaitingPage::keepWaiting()
{
    if (m_connect && m_connect->signIn())
        m_connect->signIn()->keepWaiting();
    tick();
}

void WaitingPage::tick()
{
    if (const DeviceLogin *device = m_connect->device())
        return m_device->setLeft(std::chrono::ceil<std::chrono::seconds>(
            std::chrono::milliseconds(m_services.clock.now().msecsTo(device->deadline()))));
    const qint64 left = m_services.clock.now().msecsTo(m_connect->signIn()->deadline());
    m_browser->setLeft(std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(left)), SignIn::patience);
}

// -- on another device

void WaitingPage::awaitCode()
{
    connect(m_connect->device(), &DeviceLogin::stateChanged, this, &WaitingPage::showDevice);
    work(tr("Asking %1 for a code…").arg(m_provider.name));
}

void WaitingPage::showDevice(DeviceLogin::State state)
{
    switch (state) {
    case DeviceLogin::State::AskingForCode:
        return work(tr("Asking %1 for a code…").arg(m_provider.name));
    case DeviceLogin::State::Waiting:
        return showCode();
    case DeviceLogin::State::Unreachable:
        return m_device->sayUnreachable();
    case DeviceLogin::State::Expired:
        m_second.stop();
        m_device->sayExpired();
        return emit changed();
    case DeviceLogin::State::Ended:
        return;
    }
}

/// A code that is there, or an answer after some that did not come.
void WaitingPage::showCode()
{
    if (m_second.isActive())
        return m_device->sayWaiting();
    m_device->setCode(m_connect->device()->code(), m_provider);
    tick();
    m_second.start();
    showFace(m_deviceArea);
    m_device->firstField()->setFocus(Qt::OtherFocusReason);
}

void WaitingPage::openDevicePage(const QUrl &page)
{
    if (!m_services.openBrowser(page))
        m_device->sayBrowserMissing();
}

bool WaitingPage::showsDevice() const
{
    return m_faces->currentWidget() == m_deviceArea;
}

// -- keychain trouble

void WaitingPage::showTrouble(const Error &error)
{
    m_trouble->setText(describe(error, m_provider));
    showFace(m_troubleArea);
}

void WaitingPage::goOnWithoutKeychain()
{
    if (!m_connect)
        return;
    showFace(m_nothing);
    m_connect->goOnWithoutKeychain();
}

// -- the page

void WaitingPage::showFace(QWidget *face)
{
    m_busySoon.stop();
    m_faces->setCurrentWidget(face);
    emit changed();
}

PageFrame WaitingPage::frame() const
{
    if (m_faces->currentWidget() == m_troubleArea)
        return {.title = tr("Your keychain"),
                .sentence = tr("TokenDesk asks it before the sign-in begins, so that no fresh token is lost."),
                .primary = tr("Try again")};
    const bool browsing = m_faces->currentWidget() == m_browserArea;
    const bool elsewhere = m_by == Connect::By::AnotherDevice;
    const bool expired = showsDevice() && m_connect && m_connect->device()
        && m_connect->device()->state() == DeviceLogin::State::Expired;
    return {.title = elsewhere ? tr("Sign in on another device") : tr("Sign in with your browser"),
            .sentence = m_provider.practice
                ? tr("%1 asks for nothing but your consent there.").arg(m_provider.name)
                : tr("%1 asks for your password there; TokenDesk never sees it.").arg(m_provider.name),
            .primary = expired ? tr("Get a new code") : QString(),
            .link = browsing && !m_provider.practice ? tr("%1 shows an error…").arg(m_provider.name) : QString()};
}

QWidget *WaitingPage::firstField() const
{
    if (showsDevice())
        return m_device->firstField();
    return m_faces->currentWidget() == m_browserArea ? m_browser->firstField() : nullptr;
}

void WaitingPage::goOn()
{
    if (showsDevice())
        return m_connect->device()->start();
    showFace(m_nothing);
    showStage(Connect::Stage::CheckingKeychain);
    m_connect->retryKeychain();
}

void WaitingPage::followLink()
{
    m_browser->helpWithProviderError();
}

} // namespace tokendesk
