// SPDX-License-Identifier: GPL-3.0-or-later
#include "unsavedquestion.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tokendesk {

UnsavedQuestion::UnsavedQuestion(Accounts &accounts, QWidget *parent)
    : QMessageBox(parent)
    , m_accounts(accounts)
{
    setAttribute(Qt::WA_DeleteOnClose, false); // what it tells comes after the click
    setObjectName(u"unsavedQuestion"_s);
    setIcon(Warning);
    setText(tr("A token is in memory only."));
    setInformativeText(
        tr("Your keychain has not taken it yet. It is gone when TokenDesk ends, and somebody has to sign in "
           "again."));
    QPushButton *trySaving = addButton(tr("Try to save it"), AcceptRole);
    QPushButton *letGo = addButton(tr("Quit and lose it"), DestructiveRole);
    QPushButton *stay = addButton(tr("Stay"), RejectRole);
    trySaving->setObjectName(u"unsavedSave"_s);
    letGo->setObjectName(u"unsavedLose"_s);
    stay->setObjectName(u"unsavedStay"_s);
    setDefaultButton(trySaving);
    setEscapeButton(stay);
    connect(trySaving, &QPushButton::clicked, this, &UnsavedQuestion::save);
    connect(letGo, &QPushButton::clicked, this, &UnsavedQuestion::mayEnd);
}

void UnsavedQuestion::save()
{
    for (const Account &account : QList(m_accounts.all())) {
        if (account.custody == Custody::MemoryOnly)
            m_accounts.saveAgain(account.id, this, [this](const Result<void> &result) { saved(result); });
    }
}

void UnsavedQuestion::saved(const Result<void> &result)
{
    if (!result)
        emit notSaved(result.error());
    else if (!m_accounts.hasUnsavedTokens())
        emit mayEnd();
}

} // namespace tokendesk
