// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/noticetext.h"

#include <QCoreApplication>

namespace tokendesk {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(NoticeText)
};

} // namespace

NoticeText describe(const Notice &notice)
{
    switch (notice.kind) {
    case Notice::Kind::WrongState:
        return {Words::tr("An answer came that was not this sign-in's, and was turned away."),
                Words::tr("Close old sign-in tabs. If it comes again, a page may be trying to sign you in to somebody "
                          "else's account.")};
    case Notice::Kind::ForeignPage:
        return {Words::tr("A web page tried to reach the sign-in, and was turned away."),
                Words::tr("Close pages that you do not know, and sign in again.")};
    case Notice::Kind::Knocks:
        return {
            Words::tr("Something on this computer knocked at the sign-in's door again and again, and was turned away."),
            Words::tr("If no scanner of yours does that, look which program it is.")};
    case Notice::Kind::OtherUser:
        return {Words::tr("The token answers for %1, not for whom it was issued.").arg(notice.what),
                Words::tr("Do not use it; sign in again.")};
    case Notice::Kind::OtherApp:
        return {
            Words::tr("The token belongs to the app %1, not to the one that it was issued for.").arg(notice.what),
            Words::tr("Do not use it; sign in again. If nobody of yours knows that app, somebody may have put another "
                      "token in its place.")};
    case Notice::Kind::PermissionGone:
        return {Words::tr("The permission %1 is gone.").arg(notice.what),
                Words::tr("If nobody took it back on purpose, sign in again and allow it.")};
    case Notice::Kind::ForeignCalls:
        return {Words::tr(
                    "Another program uses this app: %1 % of the calls that it may make in an hour are used, more than "
                    "TokenDesk has made.")
                    .arg(notice.what),
                Words::tr(
                    "That is fine where it is a tool or another computer of yours. Otherwise make a new app secret in "
                    "the app's dashboard, and enter it under Tools, Your apps.")};
    case Notice::Kind::SecretOld:
        return {Words::tr("The secret of the app %1 is older than your rotation period.").arg(notice.what),
                Words::tr("Make a new one in its dashboard, and enter it under Tools, Your apps.")};
    case Notice::Kind::TokenOld:
        return {Words::tr("The token is older than your rotation period."),
                Words::tr("Sign in again, then revoke the old one.")};
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
