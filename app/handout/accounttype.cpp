// SPDX-License-Identifier: GPL-3.0-or-later
#include "handout/accounttype.h"

#include "accounts/account.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class AccountType
{
    Q_DECLARE_TR_FUNCTIONS(AccountType)
};

} // namespace

QString accountTypeInWords(const QString &accountType)
{
    if (accountType == "business"_L1)
        return AccountType::tr("Business account");
    if (accountType == "media_creator"_L1)
        return AccountType::tr("Creator account");
    if (accountType == "personal"_L1)
        return AccountType::tr("Personal account");
    if (accountType == facebookPage)
        return AccountType::tr("Facebook Page");
    if (accountType == facebookPerson)
        return AccountType::tr("Facebook user");
    if (accountType == facebookServer)
        return AccountType::tr("System user");
    if (accountType == facebookAppItself)
        return AccountType::tr("The app itself");
    return accountType;
}

} // namespace tokendesk
