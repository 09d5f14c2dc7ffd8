// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/doneway.h"

#include "connect/donepage.h"
#include "errortext.h"

namespace tokendesk {

DoneWay::DoneWay(Services &services, QWidget *dialog)
    : QObject(dialog)
    , m_services(services)
    , m_page(new DonePage(dialog))
{
    connect(m_page, &DonePage::copyRequested, this, [this] { emit copyRequested(m_accountId); });
    connect(m_page, &DonePage::clearClipboardRequested, &m_services.clipboard, &Clipboard::clear);
    connect(&m_services.clipboard, &Clipboard::changed, this, &DoneWay::showClipboard);
    connect(&m_services.clipboard, &Clipboard::ticked, this, &DoneWay::showClipboard);
    connect(m_page, &DonePage::anotherRequested, this, &DoneWay::anotherRequested);
    connect(m_page, &DonePage::askAgainRequested, this, [this] { emit askAgainRequested(m_accountId); });
    connect(m_page, &DonePage::saveRequested, this, &DoneWay::saveAgain);
    connect(m_page, &DonePage::extendRequested, this, &DoneWay::extendAgain);
}

void DoneWay::show(const Connect::Outcome &outcome, const Provider &provider)
{
    m_provider = provider;
    m_accountId = outcome.account.id;
    m_page->setResult({.outcome = outcome,
                       .status = m_services.accounts.status(m_accountId),
                       .provider = provider,
                       .picture = m_services.accounts.picture(m_accountId)});
}

void DoneWay::showClipboard()
{
    const bool ours = !m_accountId.isEmpty() && m_services.clipboard.accountId() == m_accountId;
    m_page->setClipboardSeconds(ours ? m_services.clipboard.secondsLeft() : 0);
}

void DoneWay::showCopyFailure(const QString &accountId, const Error &error)
{
    if (accountId == m_accountId)
        m_page->setCopyFault(describe(error, m_provider.name).happened);
}

void DoneWay::saveAgain()
{
    m_services.accounts.saveAgain(m_accountId, this, [this](const Result<void> &saved) {
        const std::optional<Account> account = m_services.accounts.find(m_accountId);
        showSecondTry(saved && account ? Result<Account>(*account) : std::unexpected(saved ? Error{} : saved.error()));
    });
}

void DoneWay::extendAgain()
{
    const auto done = [this](const Result<Account> &account) { showSecondTry(account); };
    Secret typed = m_typedSecret();
    if (typed.isEmpty())
        m_services.accounts.extend(m_accountId, this, done);
    else
        m_services.accounts.extend(m_accountId, std::move(typed), this, done);
}

void DoneWay::showSecondTry(const Result<Account> &account)
{
    if (!account)
        return m_page->setFault(describe(account.error(), m_provider.name).happened);
    m_page->setAccount(*account, m_services.accounts.status(m_accountId));
    emit settled();
}

} // namespace tokendesk
