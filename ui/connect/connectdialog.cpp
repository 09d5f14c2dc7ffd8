// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/connectdialog.h"

#include "apps/appsdialog.h"
#include "connect/apppage.h"
#include "connect/choicepage.h"
#include "connect/clienttokenpage.h"
#include "connect/donepage.h"
#include "connect/doneway.h"
#include "connect/failurepage.h"
#include "connect/permissionspage.h"
#include "connect/serverway.h"
#include "connect/tokenway.h"
#include "connect/waitingpage.h"
#include "connect/waypage.h"
#include "errortext.h"
#include "practice/practiceserver.h"
#include "providers/ownproviders.h"

#include <QMessageBox>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

ConnectDialog::ConnectDialog(Services &services, QWidget *parent)
    : PagedDialog(parent)
    , m_services(services)
    , m_own(new OwnProviders(services, this))
    , m_way(new WayPage(services.catalog, this))
    , m_app(new AppPage(this))
    , m_permissions(new PermissionsPage(this))
    , m_clientToken(new ClientTokenPage(this))
    , m_waiting(new WaitingPage(services, this))
    , m_choice(new ChoicePage(this))
    , m_token(new TokenWay(services, this))
    , m_server(new ServerWay(services, this))
    , m_done(new DoneWay(services, this))
    , m_failure(new FailurePage(services.network, this))
{
    name(this, u"connectDialog"_s, tr("Connect an account"));
    setWindowTitle(accessibleName());
    connectPages();
    connectProviders();
    openAtLastApp();
}

/// The field with the keyboard says that typing is over when it is hidden, to pages and a dialog that are still whole.
ConnectDialog::~ConnectDialog()
{
    hide();
}

void ConnectDialog::connectPages()
{
    for (ConnectPage *one : std::initializer_list<ConnectPage *>{m_way, m_app, m_permissions, m_clientToken, m_waiting,
                                                                 m_choice, m_done->page(), m_failure})
        add(one);
    std::ranges::for_each(m_token->pages() + m_server->pages(), [this](ConnectPage *one) { add(one); });
    connect(m_way, &WayPage::chosen, this, &ConnectDialog::chooseProvider);
    connect(m_way, &WayPage::serverChosen, this, &ConnectDialog::chooseServer);
    connect(m_permissions, &PermissionsPage::serverRequested, this, &ConnectDialog::openServer);
    connect(m_server, &ServerWay::pageRequested, this, &ConnectDialog::goTo);
    connect(m_server, &ServerWay::wanted, this, &ConnectDialog::makeServerToken);
    connect(m_server, &ServerWay::kept, this, &ConnectDialog::finishServer);
    connect(m_server, &ServerWay::refused, this, &ConnectDialog::failServer);
    connect(m_way, &WayPage::tokenChosen, m_token, &TokenWay::open);
    connect(m_token, &TokenWay::pageRequested, this, &ConnectDialog::goTo);
    connect(m_token, &TokenWay::kept, this, &ConnectDialog::finishPasted);
    connect(m_token, &TokenWay::refused, this, &ConnectDialog::failPasted);
    connect(m_token, &TokenWay::manyKept, this, &ConnectDialog::connected);
    connect(m_app, &AppPage::finished, this, [this] {
        showConfiguration();
        m_forServer ? openServer() : goTo(m_permissions);
    });
    connect(m_app, &AppPage::linkRequested, this, [this](const QUrl &url) { m_services.openBrowser(url); });
    connect(m_app, &AppPage::manageRequested, this, &ConnectDialog::manageApps);
    connect(m_permissions, &PermissionsPage::finished, this, [this] { signInBy(Connect::By::Browser); });
    connect(m_permissions, &PermissionsPage::deviceRequested, this, [this] { signInBy(Connect::By::AnotherDevice); });
    connect(m_clientToken, &ClientTokenPage::finished, this, &ConnectDialog::signIn);
    connect(m_clientToken, &ClientTokenPage::linkRequested, this,
            [this](const QUrl &url) { m_services.openBrowser(url); });
    connect(m_waiting, &WaitingPage::choiceOffered, this, &ConnectDialog::askWhich);
    connect(m_choice, &ChoicePage::finished, this, &ConnectDialog::useChoice);
    connect(m_waiting, &WaitingPage::connected, this, &ConnectDialog::finish);
    connect(m_waiting, &WaitingPage::failed, this, &ConnectDialog::fail);
    connect(m_waiting, &WaitingPage::appRequested, this, &ConnectDialog::checkApp);
    connect(m_failure, &FailurePage::finished, this, &ConnectDialog::tryAgain);
    connect(m_failure, &FailurePage::storyRequested, this, &ConnectDialog::tellStory);
    connect(m_failure, &FailurePage::appRequested, this, &ConnectDialog::checkApp);
    connect(m_failure, &FailurePage::linkRequested, this, [this](const QUrl &url) { m_services.openBrowser(url); });
    m_done->setTypedSecret([this] { return plan().appSecret; });
    connect(m_done, &DoneWay::copyRequested, this, &ConnectDialog::copyRequested);
    connect(m_done, &DoneWay::anotherRequested, this, &ConnectDialog::connectAnother);
    connect(m_done, &DoneWay::askAgainRequested, this, &ConnectDialog::askAgain);
    connect(m_done, &DoneWay::settled, m_app, &AppPage::clearSecret);
}

QString ConnectDialog::stepLine() const
{
    QList<const QWidget *> steps{m_way, m_app, m_permissions, m_waiting};
    if (asksForClientToken())
        steps.insert(3, m_clientToken);
    if (m_provider.family == Family::Facebook)
        steps.append(m_choice);
    if (m_provider.practice)
        steps.removeOne(m_app);
    const qsizetype step = steps.indexOf(page());
    return step < 0 ? windowTitle() : tr("%1 · step %2 of %3").arg(windowTitle()).arg(step + 1).arg(steps.size());
}

// -- from page to page

void ConnectDialog::openAtLastApp()
{
    const std::optional<Registration> registration = m_services.accounts.lastRegistration();
    if (registration && m_services.catalog.description(registration->providerId))
        chooseProvider(registration->providerId);
    else
        goTo(m_way);
}

void ConnectDialog::chooseProvider(const QString &providerId)
{
    m_forServer = false;
    openProvider(providerId);
}

void ConnectDialog::openProvider(const QString &providerId)
{
    const Provider *provider = m_services.catalog.description(providerId);
    if (!provider)
        return;
    m_provider = *provider;
    if (m_provider.practice)
        return showPermissions(m_services.accounts.lastScopes(m_provider.id, {}));
    QString last;
    for (const Registration &registration : m_services.accounts.registrations()) {
        if (registration.providerId == providerId)
            last = registration.id;
    }
    showApp(last);
}

void ConnectDialog::chooseApp(const QString &registrationId)
{
    const std::optional<Registration> app = m_services.accounts.registration(registrationId);
    const Provider *provider = app ? m_services.catalog.description(app->providerId) : nullptr;
    if (!provider || m_expected || page() == m_waiting || page() == m_choice) // what is under way goes on
        return;
    m_provider = *provider;
    showApp(registrationId);
}

void ConnectDialog::showApp(const QString &registrationId)
{
    m_app->setProvider(m_provider, m_services.accounts.registrations(), registrationId);
    m_permissions->setProvider(m_provider, m_services.accounts.lastScopes(m_provider.id, registrationId));
    m_configuredFor.reset();
    showConfiguration();
    if (m_forServer && m_app->isComplete())
        return openServer();
    goTo(m_app->isComplete() ? static_cast<ConnectPage *>(m_permissions) : m_app);
}

/// What is typed stays, once it was shown for that app.
void ConnectDialog::showConfiguration()
{
    const Registration app = m_app->registration();
    m_permissions->setBroker(app.broker);
    if (std::exchange(m_configuredFor, app.clientId) != app.clientId)
        m_permissions->setConfiguration(app.configurationId);
}

/// Whatever is changed about them there is shown here.
void ConnectDialog::manageApps()
{
    auto *dialog = new AppsDialog(m_services, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->choose(m_app->registration().id);
    connect(&m_services.accounts, &Accounts::registrationsChanged, dialog,
            [this] { m_app->setProvider(m_provider, m_services.accounts.registrations(), m_app->registration().id); });
    connect(dialog, &AppsDialog::connectRequested, this, [this] { goTo(m_way); });
    dialog->open();
}

void ConnectDialog::showPermissions(const QStringList &scopes)
{
    m_permissions->setProvider(m_provider, scopes);
    goTo(m_permissions);
}

void ConnectDialog::reconnect(const QString &accountId)
{
    m_expected = m_services.accounts.find(accountId);
    if (!m_expected)
        return goTo(m_way);
    const Provider *provider = m_services.catalog.description(m_expected->providerId);
    if (!provider)
        return goTo(m_way);
    setWindowTitle(tr("Sign in %1 again").arg(m_expected->displayName()));
    setAccessibleName(windowTitle());
    m_provider = *provider;
    m_forServer = m_expected->isForServer();
    if (!m_provider.practice)
        showApp(m_expected->registrationId);
    const bool asked = !m_expected->requestedScopes.isEmpty(); // a token that was pasted never did
    m_permissions->setProvider(m_provider, asked ? m_expected->requestedScopes : m_expected->grantedScopes);
    m_permissions->setGranted(m_expected->grantedScopes);
    if (m_provider.practice)
        m_forServer ? openServer() : goTo(m_permissions);
}

void ConnectDialog::askAgain(const QString &accountId)
{
    reconnect(accountId);
    if (page() == m_permissions && m_permissions->isComplete())
        signInBy(m_by);
}

QString ConnectDialog::closeText() const
{
    const bool many = m_token->has(page()) && m_token->isDone();
    return page() == m_done->page() || many ? tr("Done") : tr("Cancel");
}

ConnectPage *ConnectDialog::pageBefore() const
{
    ConnectPage *way = m_expected ? nullptr : m_way; // who is to sign in again has chosen the way already
    if (page() == m_app)
        return way;
    if (m_token->has(page()) || (page() == m_failure && m_pasted)) {
        ConnectPage *before = m_token->pageBefore(page());
        return before ? before : m_way;
    }
    if (m_server->has(page()) || (page() == m_failure && m_forServer)) {
        ConnectPage *before = m_server->pageBefore(page());
        return before ? before : m_provider.practice ? m_permissions : static_cast<ConnectPage *>(m_app);
    }
    if (page() == m_permissions)
        return m_provider.practice ? way : m_app;
    if (page() == m_clientToken)
        return m_permissions;
    if (page() == m_waiting || page() == m_choice || page() == m_failure)
        return asksForClientToken() ? static_cast<ConnectPage *>(m_clientToken) : m_permissions;
    return nullptr;
}

void ConnectDialog::goBack()
{
    ConnectPage *before = pageBefore();
    m_waiting->stop();
    m_token->stop();
    m_server->stop();
    if (before)
        goTo(before);
}

void ConnectDialog::checkApp()
{
    m_waiting->stop();
    goTo(m_app);
}

// -- the sign-in

Connect::Plan ConnectDialog::plan() const
{
    Connect::Plan plan;
    plan.providerId = m_provider.id;
    plan.scopes = m_permissions->scopes();
    plan.extraParameters = m_permissions->extraParameters();
    plan.reconnects = m_expected ? m_expected->id : QString();
    if (wasDeclined())
        plan.extraParameters.append(u"auth_type"_s); // Facebook does not ask again by itself
    if (m_provider.practice) {
        plan.registration.clientId = PracticeServer::clientId();
        plan.appSecret = Secret::fromText(PracticeServer::clientSecret());
    } else {
        plan.registration = m_app->registration();
        plan.appSecret = m_app->secret();
        plan.keepAppSecret = m_app->keepsSecret() && !plan.appSecret.isEmpty();
    }
    plan.registration.configurationId = m_permissions->configuration();
    plan.by = m_by;
    if (m_by == Connect::By::AnotherDevice)
        plan.clientToken
            = m_provider.practice ? Secret::fromText(PracticeServer::clientToken()) : m_clientToken->token();
    plan.keepClientToken = asksForClientToken() && m_clientToken->keeps() && !plan.clientToken.isEmpty();
    return plan;
}

bool ConnectDialog::asksForClientToken() const
{
    return m_by == Connect::By::AnotherDevice && m_provider.family == Family::Facebook && !m_provider.practice;
}

void ConnectDialog::signInBy(Connect::By by)
{
    m_by = by;
    if (!asksForClientToken())
        return signIn();
    m_clientToken->setApp(m_provider, m_app->registration());
    if (m_clientToken->isComplete() && m_clientToken->token().isEmpty())
        return signIn(); // it is kept
    goTo(m_clientToken);
}

void ConnectDialog::signIn()
{
    goTo(m_waiting);
    m_waiting->begin(plan());
}

/// Was something that is asked for not granted last time, or is it not known?
bool ConnectDialog::wasDeclined() const
{
    const QStringList wanted = m_permissions->scopes();
    const auto lacks = [&wanted, this](const Account &account) {
        const auto declined = [&account](const QString &scope) { return !account.grantedScopes.contains(scope); };
        return account.providerId == m_provider.id && std::ranges::any_of(wanted, declined);
    };
    return m_provider.family == Family::Facebook
        && (m_expected || std::ranges::any_of(m_services.accounts.all(), lacks));
}

void ConnectDialog::askWhich()
{
    const FacebookWay *facebook = m_waiting->facebook();
    connect(facebook, &FacebookWay::pictureCame, this, &ConnectDialog::showChoicePicture);
    m_choice->setChoices(facebook->choices(), facebook->lack());
    goTo(m_choice);
}

void ConnectDialog::showChoicePicture(qsizetype index)
{
    if (const FacebookWay *facebook = m_waiting->facebook())
        m_choice->setPicture(index, facebook->choices().at(index));
}

void ConnectDialog::useChoice()
{
    goTo(m_waiting);
    m_waiting->choose(m_choice->choice());
}

} // namespace tokendesk
