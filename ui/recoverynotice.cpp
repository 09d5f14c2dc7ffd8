// SPDX-License-Identifier: GPL-3.0-or-later
#include "recoverynotice.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

RecoveryNotice::RecoveryNotice(Services &services, QWidget *parent)
    : NoticeBar(parent, u"recovery"_s)
    , m_services(services)
{
    connect(&services.accounts, &Accounts::recovered, this, &RecoveryNotice::tellFound);
    connect(this, &NoticeBar::actionChosen, this, &RecoveryNotice::act);
    if (services.accounts.isRecovering())
        tellWaiting();
    else
        setNotice({});
}

void RecoveryNotice::tellWaiting()
{
    setNotice(
        {.mood = Mood::Warning,
         .text = tr("The file with your accounts was damaged and is set aside. Your accounts are looked for in the "
                    "keychain; unlock it if it is locked."),
         .action = tr("Look now")});
}

void RecoveryNotice::tellFound(int accounts)
{
    const QString found = accounts > 0
        ? tr("%n account(s) are here again, with their tokens. Names you gave them may be shortened.", nullptr,
             accounts)
        : tr("No account was found in the keychain. Connect yours again; the tokens they had still work elsewhere.");
    //: What was found
    setNotice({.mood = Mood::Warning,
               .text = tr("The file with your accounts was damaged and is set aside. %1").arg(found),
               .action = tr("OK")});
}

void RecoveryNotice::act()
{
    if (m_services.accounts.isRecovering())
        m_services.accounts.recover();
    else
        setNotice({});
}

} // namespace tokendesk
