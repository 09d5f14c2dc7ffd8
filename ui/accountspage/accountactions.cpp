// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountspage/accountactions.h"

#include "accountpage/removedialog.h"
#include "accountspage/batchtext.h"
#include "accountspage/removeseveraldialog.h"
#include "errortext.h"
#include "handout/accountcsv.h"
#include "handout/savefile.h"
#include "statustext.h"

#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype mostNames = 10;

AccountCsvRow rowOf(const Account &account, const Services &services)
{
    const Provider *provider = services.catalog.description(account.providerId);
    const AccountStatus status = services.accounts.status(account.id);
    const StatusText text = describe(status, account, services.clock.now());
    return {.account = account,
            .provider = provider ? provider->name : account.providerId,
            .word = text.word,
            .detail = text.reason,
            .needsYou = needsSomebody(status.status)};
}

} // namespace

AccountActions::AccountActions(Services &services, QWidget *parent)
    : QObject(parent)
    , m_services(services)
    , m_parent(parent)
{
}

// -- renaming

void AccountActions::rename(const QString &accountId)
{
    const std::optional<Account> account = m_services.accounts.find(accountId);
    if (!account)
        return;
    auto *dialog = new QInputDialog(m_parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"renameDialog"_s);
    dialog->setWindowTitle(tr("Rename"));
    dialog->setLabelText(tr("Name in this program. Leave it empty to use the account's own name."));
    dialog->setTextValue(account->label);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, accountId](const QString &label) { renameNow(accountId, label); });
    dialog->open();
}

void AccountActions::renameNow(const QString &accountId, const QString &label)
{
    if (const Result<void> renamed = m_services.accounts.rename(accountId, label.simplified()); !renamed)
        emit failed(renamed.error());
}

// -- removing

void AccountActions::remove(const QStringList &accountIds)
{
    QList<Account> accounts;
    QStringList names;
    for (const QString &id : accountIds) {
        const std::optional<Account> account = m_services.accounts.find(id);
        if (!account)
            continue;
        accounts.append(*account);
        names.append(account->displayName());
    }
    if (accounts.isEmpty())
        return;
    QDialog *dialog = nullptr;
    if (accounts.size() == 1)
        dialog = new RemoveDialog(accounts.first(), m_services, m_parent);
    else
        dialog = new RemoveSeveralDialog(names, m_parent);
    connect(dialog, &QDialog::accepted, this, [this, accountIds] { removeNow(accountIds); });
    dialog->open();
}

void AccountActions::removeNow(const QStringList &accountIds)
{
    auto *batch = new Batch(m_services.accounts, m_services.catalog, m_services.clock, this);
    connect(batch, &Batch::finished, this, [this, batch] {
        tellUnremoved(*batch);
        batch->deleteLater();
    });
    batch->start(Batch::Work::Remove, accountIds);
}

void AccountActions::tellUnremoved(const Batch &batch)
{
    if (batch.failed() == 1 && batch.total() == 1)
        emit failed(batch.entries().first().error);
    if (batch.failed() == 0 || batch.total() == 1)
        return;
    QStringList reasons;
    for (const BatchGroup &group : groupsOf(batch, m_services.catalog)) {
        //: Some accounts, why they could not be removed
        if (group.told)
            reasons.append(tr("%1: %2").arg(someOf(group.names, mostNames), group.text));
    }
    tell(u"unremoved"_s, tr("%n account(s) could not be removed and stay here.", nullptr, int(batch.failed())),
         reasons.join(u'\n'));
}

// -- revoking, which is not removing

void AccountActions::revoke(const QString &accountId)
{
    const std::optional<Account> account = m_services.accounts.find(accountId);
    const Provider *provider = account ? m_services.catalog.description(account->providerId) : nullptr;
    if (!provider)
        return;
    if (!m_services.accounts.canRevoke(*account))
        return tellNoRevocation(provider->name, provider->practice ? QUrl() : provider->withdraw);
    QMessageBox *question = box(u"revokeQuestion"_s, tr("Revoke the token of %1?").arg(account->displayName()),
                                tr("%1 is asked to end it, and with it every copy, wherever it is used. This cannot be "
                                   "taken back; a new token needs a new sign-in. The account stays in this list until "
                                   "you remove it.")
                                    .arg(provider->name));
    if (provider->family == Family::Facebook)
        question->setInformativeText(
            //: What is said of any provider, what is said of Facebook
            tr("%1 %2").arg(question->informativeText(),
                            tr("The tokens of Pages that this person gave the app end with it.")));
    question->setStandardButtons(QMessageBox::Cancel);
    QPushButton *revoke = question->addButton(tr("Revoke"), QMessageBox::AcceptRole);
    revoke->setObjectName(u"revoke"_s);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(revoke, &QPushButton::clicked, this, [this, accountId] { revokeNow(accountId); });
    question->open();
}

void AccountActions::tellNoRevocation(const QString &provider, const QUrl &withdraw)
{
    QMessageBox *told = box(u"noRevocation"_s, tr("TokenDesk cannot revoke this token."),
                            tr("Whoever owns the account can take the app's access away at %1. That ends the token and "
                               "every copy of it. Removing the account here does not.")
                                .arg(provider));
    if (!withdraw.isEmpty()) {
        QPushButton *link
            = told->addButton(tr("Take the app's access away at %1").arg(provider), QMessageBox::ActionRole);
        link->setObjectName(u"withdraw"_s);
        connect(link, &QPushButton::clicked, this, [this, withdraw] { m_services.openBrowser(withdraw); });
    }
    told->open();
}

void AccountActions::revokeNow(const QString &accountId)
{
    m_services.accounts.revoke(accountId, this,
                               [this, accountId](const Result<void> &result) { tellRevoked(accountId, result); });
}

void AccountActions::tellRevoked(const QString &accountId, const Result<void> &result)
{
    const std::optional<Account> account = m_services.accounts.find(accountId);
    const Provider *provider = account ? m_services.catalog.description(account->providerId) : nullptr;
    if (!provider)
        return;
    if (result)
        return tell(u"revoked"_s, tr("%1: revoked").arg(account->displayName()),
                    tr("%1 has ended the token. Programs that use it stop working.").arg(provider->name));
    const ErrorText why = describe(result.error(), *provider);
    //: What happened, what to do
    tell(u"notRevoked"_s, tr("The token of %1 is not revoked. Assume that it still works.").arg(account->displayName()),
         tr("%1 %2").arg(why.happened, why.todo));
}

// -- one account

void AccountActions::begin(Batch::Work work, const QString &accountId)
{
    auto *batch = new Batch(m_services.accounts, m_services.catalog, m_services.clock, this);
    connect(batch, &Batch::finished, this, [this, batch] {
        tellOutcome(*batch);
        batch->deleteLater();
    });
    batch->start(work, {accountId});
}

/// That a token was renewed is told by its page already.
void AccountActions::tellOutcome(const Batch &batch)
{
    const bool isRenewed = batch.work() == Batch::Work::Renew && batch.count(Batch::Outcome::Done) == 1;
    if (batch.entries().isEmpty() || isRenewed)
        return;
    const BatchGroup group = groupsOf(batch, m_services.catalog).first();
    tell(u"outcomeOfOne"_s, group.names.first(), group.text);
}

void AccountActions::tell(const QString &objectName, const QString &text, const QString &details)
{
    box(objectName, text, details)->open();
}

QMessageBox *AccountActions::box(const QString &objectName, const QString &text, const QString &details)
{
    auto *box
        = new QMessageBox(QMessageBox::NoIcon, m_parent->window()->windowTitle(), text, QMessageBox::Close, m_parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(objectName);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(details);
    return box;
}

// -- the list as a file

void AccountActions::saveList(const QStringList &accountIds)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    //: The name of a file, without its ending
    const QString proposal = folder.filePath(tr("TokenDesk accounts") + ".csv"_L1);
    auto *dialog = new QFileDialog(m_parent, tr("Save list as CSV"), proposal, tr("Tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"saveListDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, accountIds](const QString &path) { saveNow(accountIds, path); });
    dialog->open();
}

void AccountActions::saveNow(const QStringList &accountIds, const QString &path)
{
    QList<AccountCsvRow> rows;
    for (const QString &id : accountIds) {
        if (const std::optional<Account> account = m_services.accounts.find(id))
            rows.append(rowOf(*account, m_services));
    }
    if (const Result<void> written = saveFile(path, accountCsv(rows)); !written) {
        tell(u"unsavedList"_s, tr("The list could not be saved as %1.").arg(QDir::toNativeSeparators(path)),
             tr("Check that the disk is not full, that you may write there and that no other program has the file "
                "open, or choose another folder. A file that was there before is as it was."));
        return;
    }
    emit saved(path);
}

} // namespace tokendesk
