// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/tokenway.h"

#include "connect/keepingpage.h"
#include "connect/tokendrop.h"
#include "connect/tokenlistpage.h"
#include "connect/tokenpage.h"
#include "practice/practiceserver.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace tokendesk {

TokenWay::TokenWay(Services &services, QWidget *dialog)
    : QObject(dialog)
    , m_services(services)
    , m_dialog(dialog)
    , m_token(new TokenPage(dialog))
    , m_keeping(new KeepingPage(services, dialog))
    , m_list(new TokenListPage(services, dialog))
{
    connect(m_token, &TokenPage::finished, this, &TokenWay::goOn);
    connect(m_token, &TokenPage::fileRequested, this, &TokenWay::chooseFile);
    connect(m_keeping, &KeepingPage::kept, m_token, &TokenPage::clear);
    connect(m_keeping, &KeepingPage::kept, this, &TokenWay::kept);
    connect(m_keeping, &KeepingPage::refused, this, &TokenWay::refused);
    connect(m_list, &TokenListPage::kept, this, &TokenWay::manyKept);
    auto *drop = new TokenDrop(m_token);
    connect(drop, &TokenDrop::dropped, this, [this, drop] { openWith(drop->take()); });
}

QList<ConnectPage *> TokenWay::pages() const
{
    return {m_token, m_keeping, m_list};
}

bool TokenWay::has(const ConnectPage *page) const
{
    return page == m_token || page == m_keeping || page == m_list;
}

ConnectPage *TokenWay::pageBefore(const ConnectPage *page) const
{
    return page == m_token ? nullptr : m_token;
}

void TokenWay::open()
{
    stop();
    m_token->clear();
    emit pageRequested(m_token);
}

void TokenWay::openWith(Result<Secret> text)
{
    open();
    if (!text)
        return m_token->setFault(text.error().kind == ErrorKind::InvalidInput
                                     ? tr("This file is too large to be a list of tokens.")
                                     : tr("The file could not be read."));
    const PasteFinding finding = readPastedToken(text->view()).finding;
    if (finding == PasteFinding::Several || finding == PasteFinding::TooLong)
        return showList(*text);
    m_token->setText(*std::move(text));
}

void TokenWay::stop()
{
    m_keeping->stop();
    m_list->stop();
}

bool TokenWay::isDone() const
{
    return m_list->isDone();
}

void TokenWay::goOn()
{
    if (m_token->read().finding == PasteFinding::Several)
        showList(m_token->text());
    else
        check();
}

/// Practice's app is saved nowhere.
const Provider *TokenWay::providerOfPasted() const
{
    const PastedToken &read = m_token->read();
    const Provider *named = providerOf(read, m_services.catalog, m_services.accounts.registrations());
    const bool isSaved = named && named != providerOf(read.origin, m_services.catalog);
    return !isSaved && appOf(read) == PracticeServer::clientId()
        ? providerOf(TokenOrigin::PracticeFacebook, m_services.catalog)
        : named;
}

void TokenWay::check()
{
    const Provider *provider = providerOfPasted();
    if (!provider)
        return;
    m_provider = *provider;
    Adoption::Plan plan{.providerId = provider->id, .token = m_token->read().token.clone()};
    if (provider->practice) {
        plan.appSecret = Secret::fromText(PracticeServer::clientSecret());
        plan.clientId = PracticeServer::clientId();
    }
    m_keeping->begin(std::move(plan));
    emit pageRequested(m_keeping);
}

// -- many

void TokenWay::showList(const Secret &text)
{
    Result<std::vector<TokenRow>> rows = readTokenList(text);
    if (!rows)
        return m_token->setFault(tr("There are too many rows in it. Divide it into files of 10,000 rows at most."));
    m_list->setRows(*std::move(rows));
    m_token->clear(); // the rows have their tokens
    emit pageRequested(m_list);
}

void TokenWay::chooseFile()
{
    auto *dialog = new QFileDialog(m_dialog, tr("Open a file of tokens"));
    dialog->setObjectName(u"tokenFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Texts and tables (*.txt *.csv *.tsv *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &TokenWay::openFile);
    dialog->open();
}

void TokenWay::openFile(const QString &path)
{
    openWith(readTokenFile(path));
}

} // namespace tokendesk
