// SPDX-License-Identifier: GPL-3.0-or-later
#include "retiredtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace tokendesk {

namespace {

class RetiredText
{
    // where these sentences stood before, so that they stay translated
    Q_DECLARE_TR_FUNCTIONS(tokendesk::PasteText)
};

QString dayOf(const Retired &old)
{
    return QLocale().toString(old.ended, QLocale::LongFormat);
}

} // namespace

QString retiredSentence(const Retired &old)
{
    switch (old.way) {
    case RetiredWay::LegacyApi:
        return RetiredText::tr("This is of the first Instagram API, which ended on %1. Instagram Login replaces it: "
                               "connect the account by signing in. It has to be a professional account.")
            .arg(dayOf(old));
    case RetiredWay::BasicDisplay:
        return RetiredText::tr(
                   "This is of Instagram Basic Display, which ended on %1. Instagram Login replaces it: "
                   "connect the account by signing in. It has to be a professional account, which is a free "
                   "setting in the Instagram app.")
            .arg(dayOf(old));
    case RetiredWay::BusinessScopes:
        return RetiredText::tr("This asks for permissions by names that ended on %1. Today's names begin with "
                               "“instagram_business_”; TokenDesk uses them when you connect the account.")
            .arg(dayOf(old));
    case RetiredWay::PublishActions:
        return RetiredText::tr("Posting as a person on Facebook ended on %1. Nothing replaces it.").arg(dayOf(old));
    case RetiredWay::PageScopes:
        return RetiredText::tr("This asks for Page permissions by names that ended on %1. Today's names begin with "
                               "“pages_”.")
            .arg(dayOf(old));
    case RetiredWay::OfflineAccess:
        return RetiredText::tr(
                   "Tokens without an end are no longer given for the asking since %1. TokenDesk extends and "
                   "renews tokens instead.")
            .arg(dayOf(old));
    case RetiredWay::FacebookPhotos:
        return RetiredText::tr(
            "“user_photos” is about photos on Facebook. It never gives a token for Instagram; connect "
            "the account by signing in.");
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
