// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage/remedy.h"

#include "base/timetext.h"

#include <QCoreApplication>

namespace tokendesk {

namespace {

class RemedyText
{
    Q_DECLARE_TR_FUNCTIONS(tokendesk::RemedyText)
};

QString actionOf(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None:
        return {};
    case Remedy::SaveAgain:
    case Remedy::Extend:
        return RemedyText::tr("Try again");
    case Remedy::Renew:
    case Remedy::Revoke:
        return RemedyText::tr("Try now");
    case Remedy::SignInAgain:
        return RemedyText::tr("Sign in again");
    }
    Q_UNREACHABLE();
}

QString needsYouText(const AccountStatus &status, const Provider &provider)
{
    if (status.detail == StatusDetail::UnlockKeychain)
        return RemedyText::tr("Your keychain does not show this token. Unlock the keychain, then try again.");
    if (status.detail == StatusDetail::RenewalFails)
        return RemedyText::tr(
                   "%1 has given answers that cannot be understood, ten times in a row. The token still works. "
                   "Try it on another network, or look for a new version of TokenDesk.")
            .arg(provider.name);
    if (status.why == ErrorHint::PasswordChanged)
        return RemedyText::tr("The password was changed, so %1 ended this token. Sign in again to get a new one.")
            .arg(provider.name);
    if (status.why == ErrorHint::Checkpoint)
        return RemedyText::tr(
                   "%1 wants the account's owner to sign in there and pass a check. Then sign in again here.")
            .arg(provider.name);
    if (status.why == ErrorHint::AccessEnded)
        return RemedyText::tr("%1 shows this app no data until you confirm its access. Sign in again to do so.")
            .arg(provider.name);
    return RemedyText::tr("%1 no longer accepts this token. Sign in again to get a new one; nothing else changes.")
        .arg(provider.name);
}

/// Nobody has signed in for it, so that nobody is to sign in again.
NoticeBar::Notice forServer(NoticeBar::Notice notice, const AccountStatus &status, const Provider &provider)
{
    notice.action = RemedyText::tr("Make a new token");
    notice.text = status.status == Status::Expired
        ? RemedyText::tr("This token ended on %1. Make a new one.").arg(dateAndTime(status.when))
        : RemedyText::tr("%1 no longer accepts this token. Make a new one.").arg(provider.name);
    return notice;
}

QString textFor(const AccountStatus &status, const Provider &provider, const QDateTime &now)
{
    switch (status.status) {
    case Status::Working:
        if (status.detail == StatusDetail::AccessUntil)
            return RemedyText::tr(
                       "%1 wants you to confirm this app's access by %2. Sign in again; the token itself does "
                       "not end.")
                .arg(provider.name, dateAndTime(status.when));
        if (status.detail != StatusDetail::OneHourOnly)
            return {};
        return RemedyText::tr("This token works for one hour only, until %1: %2 has not turned it into a 60-day token.")
            .arg(dateAndTime(status.when), provider.name);
    case Status::Renewing:
        return {};
    case Status::Retrying:
        if (status.detail == StatusDetail::RevocationPending)
            return RemedyText::tr("%1 was to end this token and could not be asked, or gave no answer. Assume that the "
                                  "token still works, and every copy of it. The next try is %2.")
                .arg(provider.name, recentTime(status.when, now));
        return RemedyText::tr("The token could not be renewed just now and still works. The next try is %1.")
            .arg(relativeTime(status.when, now));
    case Status::NeedsYou:
        return needsYouText(status, provider);
    case Status::Expired:
        return RemedyText::tr("This token ended on %1. Sign in again to get a new one.").arg(dateAndTime(status.when));
    case Status::Revoked:
        return RemedyText::tr("Access was withdrawn at %1. Sign in again to get a new token.").arg(provider.name);
    case Status::NotSaved:
        if (status.detail == StatusDetail::AccountsUnwritable)
            return RemedyText::tr("The file with the accounts did not take this token: it is gone when TokenDesk ends. "
                                  "Make room on the disk, or close the program that holds the file, then try again.");
        return RemedyText::tr("Your keychain did not take this token: it is gone when TokenDesk ends. Unlock or start "
                              "your keychain, then try again.");
    }
    Q_UNREACHABLE();
}

} // namespace

Remedy remedyFor(const AccountStatus &status)
{
    switch (status.status) {
    case Status::Working:
        return status.detail == StatusDetail::OneHourOnly ? Remedy::Extend
            : status.detail == StatusDetail::AccessUntil  ? Remedy::SignInAgain
                                                          : Remedy::None;
    case Status::Renewing:
        return Remedy::None;
    case Status::Retrying:
        return status.detail == StatusDetail::RevocationPending ? Remedy::Revoke : Remedy::Renew;
    case Status::NeedsYou:
        return status.detail == StatusDetail::UnlockKeychain ? Remedy::SaveAgain
            : status.detail == StatusDetail::RenewalFails    ? Remedy::Renew
                                                             : Remedy::SignInAgain;
    case Status::Expired:
    case Status::Revoked:
        return Remedy::SignInAgain;
    case Status::NotSaved:
        return Remedy::SaveAgain;
    }
    Q_UNREACHABLE();
}

NoticeBar::Notice noticeFor(const Account &account, const AccountStatus &status, const Provider &provider,
                            const QDateTime &now)
{
    const Remedy remedy = remedyFor(status);
    const NoticeBar::Notice notice{describe(status, account, now).mood, textFor(status, provider, now),
                                   actionOf(remedy), remedy == Remedy::Revoke ? RemedyText::tr("Give up…") : QString()};
    return account.isForServer() && remedy == Remedy::SignInAgain ? forServer(notice, status, provider) : notice;
}

} // namespace tokendesk
