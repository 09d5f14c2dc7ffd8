// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage/accountpage.h"

#include "accountpage/accounthead.h"
#include "accountpage/lifetimebar.h"
#include "accountpage/noticebar.h"
#include "accountpage/permissionlist.h"
#include "accountpage/secretdialog.h"
#include "accountpage/tokensection.h"
#include "connect/appname.h"
#include "connect/connectpage.h"
#include "errortext.h"
#include "servertext.h"
#include "style.h"
#include "visibleminute.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

template <typename T>
std::optional<Error> errorOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace

AccountPage::AccountPage(Services &services, TokenCopy &copy, QWidget *parent)
    : QScrollArea(parent)
    , m_services(services)
{
    auto *page = new QWidget;
    page->setObjectName(u"accountPageContent"_s);
    makePage(page);
    m_head = new AccountHead(services, page);
    m_notice = new NoticeBar(page);
    m_token = new TokenSection(services, copy, page);
    m_life = new LifetimeBar(page);
    m_permissions = new PermissionList(page);
    m_life->setObjectName(u"lifetime"_s);
    m_life->setAccessibleName(tr("Lifetime"));

    auto *life = new QWidget(page);
    auto *lifeHeading = new QLabel(tr("Lifetime"), life);
    makeHeading(lifeHeading);
    auto *lifeColumn = new QVBoxLayout(life);
    lifeColumn->setContentsMargins(0, 0, 0, 0);
    lifeColumn->setSpacing(2 * gridUnit);
    lifeColumn->addWidget(lifeHeading);
    lifeColumn->addWidget(m_life);
    m_server = wrapping({}, life);
    m_server->setObjectName(u"serverNote"_s);
    makeMuted(m_server);
    lifeColumn->addWidget(m_server);

    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(separator(page));
    column->addWidget(m_notice);
    QWidget *tokenFrame = section(m_token);
    tokenFrame->layout()->setContentsMargins(pageMargin, 5 * gridUnit, pageMargin, 2 * gridUnit);
    for (QWidget *frame : {tokenFrame, section(life)}) {
        column->addWidget(frame);
        column->addWidget(separator(page));
    }
    column->addWidget(section(m_permissions));
    column->addStretch();

    setObjectName(u"accountPage"_s);
    setAccessibleName(tr("Account"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(page);

    m_busy.setSingleShot(true);
    m_busy.setInterval(300ms);
    connect(&m_busy, &QTimer::timeout, this, [this] { m_notice->setBusy(tr("One moment…")); });
    const auto *minute = new VisibleMinute(services.clock, this);
    connect(minute, &VisibleMinute::passed, this, [this] { update(m_accountId); });
    connect(m_notice, &NoticeBar::actionChosen, this, &AccountPage::mend);
    connect(m_notice, &NoticeBar::otherChosen, this, [this] { emit giveUpRequested(m_accountId); });
    connect(m_permissions, &PermissionList::withdrawChosen, this,
            [this](const QString &permission) { emit withdrawRequested(m_accountId, permission); });
    connect(m_permissions, &PermissionList::askAgainChosen, this, [this] { emit askAgainRequested(m_accountId); });
    connect(m_permissions, &PermissionList::changeChosen, this, [this] { emit signInRequested(m_accountId); });
    connect(m_permissions, &PermissionList::withdrawAllChosen, this, [this] { emit revokeRequested(m_accountId); });
    connect(m_permissions, &PermissionList::addressChosen, this,
            [&services](const QUrl &address) { services.openBrowser(address); });
    connect(&services.accounts, &Accounts::accountChanged, this, &AccountPage::update);
}

QWidget *AccountPage::section(QWidget *content)
{
    auto *frame = new QWidget(content->parentWidget());
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(pageMargin, 5 * gridUnit, pageMargin, 5 * gridUnit);
    layout->addWidget(content);
    return frame;
}

void AccountPage::setAccount(const QString &accountId)
{
    if (accountId == m_accountId)
        return;
    m_accountId = accountId;
    m_mending.reset();
    m_busy.stop();
    m_failedAt.reset();
    m_token->setAccount(accountId);
    update(accountId);
}

void AccountPage::update(const QString &accountId)
{
    const std::optional<Account> account = m_services.accounts.find(accountId);
    if (accountId != m_accountId || !account)
        return;
    const Provider provider = providerOf(*account);
    m_head->setAccount(*account, provider);
    m_permissions->setAccount(*account, provider,
                              m_services.accounts.canWithdraw(*account) ? PermissionList::Withdrawal::OneByOne
                                                                        : PermissionList::Withdrawal::AtProvider);
    showLife(*account, provider);
    if (!m_mending)
        showNotice(noticeFor(*account, m_services.accounts.status(accountId), provider, m_services.clock.now()));
}

// How a remedy failed stands until the account's state is another one.
void AccountPage::showNotice(const NoticeBar::Notice &notice)
{
    if (m_failedAt == notice)
        return;
    m_failedAt.reset();
    m_notice->setNotice(notice);
}

void AccountPage::showLife(const Account &account, const Provider &provider)
{
    const QDateTime now = m_services.clock.now();
    m_server->setText(describeServerToken(account, m_services.accounts.secretFor(account)));
    m_server->setVisible(account.isForServer());
    m_permissions->setVisible(account.accountType != facebookAppItself); // it has none
    const AccountStatus status = statusOf(account, provider, now, {.secret = m_services.accounts.secretFor(account)});
    m_life->setLife({.issued = account.issuedAt,
                     .renewal = status.detail == StatusDetail::RenewsOn ? status.when : QDateTime(),
                     .end = account.expiresAt,
                     .now = now,
                     .usable = !account.refused && status.status != Status::Expired,
                     .endless = account.tokenKind == TokenKind::NoExpiry});
}

Provider AccountPage::providerOf(const Account &account) const
{
    if (const Provider *provider = m_services.catalog.description(account.providerId))
        return *provider;
    Provider unknown;
    unknown.name = account.providerId;
    return unknown;
}

QSize AccountPage::minimumSizeHint() const
{
    const int bar = verticalScrollBar()->sizeHint().width();
    return {widget()->minimumSizeHint().width() + bar, QScrollArea::minimumSizeHint().height()};
}

// -- the notice's button

void AccountPage::mend()
{
    const AccountStatus status = m_services.accounts.status(m_accountId);
    switch (remedyFor(status)) {
    case Remedy::None:
        return;
    case Remedy::SignInAgain:
        emit signInRequested(m_accountId);
        return;
    case Remedy::SaveAgain:
        startMending();
        m_services.accounts.saveAgain(m_accountId, m_mending.get(),
                                      [this](const Result<void> &result) { mended(errorOf(result)); });
        return;
    case Remedy::Renew:
        startMending();
        m_services.accounts.renew(m_accountId, m_mending.get(),
                                  [this](const Result<Account> &result) { mended(errorOf(result)); });
        return;
    case Remedy::Revoke:
        startMending();
        m_services.accounts.revoke(m_accountId, m_mending.get(),
                                   [this](const Result<void> &result) { mended(errorOf(result)); });
        return;
    case Remedy::Extend:
        return extend();
    }
}

void AccountPage::extend()
{
    const std::optional<Account> account = m_services.accounts.find(m_accountId);
    if (!account)
        return;
    const std::optional<Registration> registration = m_services.accounts.registration(account->registrationId);
    if (registration && !registration->needsNoSecret())
        return askSecret(*registration);
    startMending();
    m_services.accounts.extend(m_accountId, m_mending.get(),
                               [this](const Result<Account> &result) { mended(errorOf(result)); });
}

void AccountPage::askSecret(const Registration &registration)
{
    auto *dialog = new SecretDialog(appName(registration), this);
    connect(dialog, &SecretDialog::accepted, this, [this, dialog] {
        startMending();
        m_services.accounts.extend(m_accountId, dialog->takeSecret(), m_mending.get(),
                                   [this](const Result<Account> &result) { mended(errorOf(result)); });
    });
    dialog->open();
}

void AccountPage::startMending()
{
    m_mending = std::make_unique<QObject>();
    m_failedAt.reset();
    m_busy.start();
}

void AccountPage::mended(const std::optional<Error> &error)
{
    m_busy.stop();
    m_mending.reset();
    const std::optional<Account> account = m_services.accounts.find(m_accountId);
    if (!account)
        return;
    update(m_accountId);
    if (!error)
        return;
    NoticeBar::Notice notice
        = noticeFor(*account, m_services.accounts.status(m_accountId), providerOf(*account), m_services.clock.now());
    m_failedAt = notice;
    notice.text = told(describe(*error, providerOf(*account)));
    m_notice->setNotice(notice);
}

} // namespace tokendesk
