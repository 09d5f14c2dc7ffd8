// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountspage/accountactions.h"

#include "accountpage/removedialog.h"
#include "accountspage/batchtext.h"
#include "accountspage/removeseveraldialog.h"
#include "accountspage/revokeactions.h"
#include "errortext.h"
#include "handout/accountcsv.h"
#include "handout/savefile.h"
#include "plainbox.h"
#include "statustext.h"
#include "tryit/trydialog.h"

#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
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
    , m_revoke(new RevokeActions(services, parent))
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
    int unrevoked = 0;
    for (const QString &id : accountIds) {
        const std::optional<Account> account = m_services.accounts.find(id);
        if (!account)
            continue;
        accounts.append(*account);
        names.append(account->displayName());
        unrevoked += m_services.accounts.pendingRevocation(id) ? 1 : 0;
    }
    if (accounts.isEmpty())
        return;
    QDialog *dialog = nullptr;
    if (accounts.size() == 1)
        dialog = removeDialog(accounts.first());
    else
        dialog = new RemoveSeveralDialog(names, unrevoked, m_parent);
    connect(dialog, &QDialog::accepted, this, [this, accountIds] { removeNow(accountIds); });
    dialog->open();
}

QDialog *AccountActions::removeDialog(const Account &account)
{
    auto *dialog = new RemoveDialog(account, m_services, m_parent);
    connect(dialog, &RemoveDialog::revokeChosen, m_revoke,
            [this, id = account.id] { m_revoke->revokeNow(id, Afterwards::Remove); });
    return dialog;
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
    plainBox(objectName, text, details, m_parent)->open();
}

void AccountActions::tryIt(const QString &accountId)
{
    if (m_services.accounts.find(accountId))
        (new TryDialog(m_services, accountId, m_parent))->open();
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
