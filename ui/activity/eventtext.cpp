// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/eventtext.h"

#include "accounts/accounts.h"
#include "activity/noticetext.h"
#include "base/logging.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class EventText
{
    Q_DECLARE_TR_FUNCTIONS(tokendesk::EventText)
};

/// A token that the person brought, in the words of what was done with it.
QString pastedSentence(const Event &event)
{
    if (event.detail != pastedOrigin)
        return {};
    if (event.kind == Event::Kind::Connected)
        return EventText::tr("Connected with a token from elsewhere");
    return event.kind == Event::Kind::Reconnected ? EventText::tr("Token replaced by one from elsewhere") : QString();
}

QString sentenceOf(const Event &event)
{
    switch (event.kind) {
    case Event::Kind::Connected:
        return EventText::tr("Connected");
    case Event::Kind::Reconnected:
        return EventText::tr("Signed in again");
    case Event::Kind::Extended:
        return EventText::tr("Extended to a long-lived token");
    case Event::Kind::Renewed:
        return EventText::tr("Renewed");
    case Event::Kind::RenewalFailed:
        return EventText::tr("Could not be renewed");
    case Event::Kind::Copied:
        return EventText::tr("Token copied to the clipboard");
    case Event::Kind::Shown:
        return EventText::tr("Token shown on the screen");
    case Event::Kind::Renamed:
        return EventText::tr("Renamed");
    case Event::Kind::Removed:
        return EventText::tr("Removed from this computer");
    case Event::Kind::NotSaved:
        if (event.detail == nameOf(ErrorKind::Storage))
            return EventText::tr("The file with the accounts did not take the token");
        return EventText::tr("The keychain did not take the token");
    case Event::Kind::Saved:
        return EventText::tr("Token saved in the keychain");
    case Event::Kind::SignInFailed:
        return EventText::tr("The sign-in did not succeed");
    case Event::Kind::Recovered:
        return EventText::tr("Token found in the keychain after an interruption");
    case Event::Kind::HandedOut:
        return EventText::tr("Token given to the command line");
    case Event::Kind::Replaced:
        return EventText::tr("The file with the accounts was damaged and set aside; accounts found again");
    case Event::Kind::Checked:
        return event.ok ? EventText::tr("Checked: the token works") : EventText::tr("The check did not succeed");
    case Event::Kind::RevocationAsked:
        return event.detail.isEmpty() ? EventText::tr("The provider is asked to end the token")
                                      : EventText::tr("The provider is asked to take a permission back");
    case Event::Kind::Revoked:
        return event.ok ? EventText::tr("Revoked: the provider ended the token")
                        : EventText::tr("Could not be revoked");
    case Event::Kind::RevocationGivenUp:
        return EventText::tr("Revoking was given up: the token was not ended");
    case Event::Kind::PermissionRemoved:
        return event.ok ? EventText::tr("Permission taken back by the provider")
                        : EventText::tr("A permission could not be taken back");
    case Event::Kind::Asked:
        return event.ok ? EventText::tr("Asked the provider something with the token")
                        : EventText::tr("The provider did not answer a question with the token");
    case Event::Kind::Noticed: // by a later version
        return EventText::tr("Something was noticed");
    }
    Q_UNREACHABLE();
}

/// What kept it from working, as short as a line of the list wants it.
QString reasonOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return EventText::tr("cancelled");
    case ErrorKind::Denied:
        return EventText::tr("declined");
    case ErrorKind::TimedOut:
        return EventText::tr("no answer in time");
    case ErrorKind::Offline:
        return EventText::tr("no connection");
    case ErrorKind::Insecure:
        return EventText::tr("no connection that can be trusted");
    case ErrorKind::ServerTrouble:
        return EventText::tr("trouble at the provider");
    case ErrorKind::RateLimited:
        return EventText::tr("asked too often");
    case ErrorKind::Rejected:
        return EventText::tr("refused");
    case ErrorKind::Misconfigured:
        return EventText::tr("something is wrong with the app");
    case ErrorKind::Malformed:
        return EventText::tr("an answer that makes no sense");
    case ErrorKind::InvalidInput:
        return EventText::tr("not usable");
    case ErrorKind::PortTaken:
        return EventText::tr("no port is free for the answer");
    case ErrorKind::KeychainUnavailable:
        return EventText::tr("the keychain does not answer");
    case ErrorKind::KeychainLocked:
        return EventText::tr("the keychain is locked");
    case ErrorKind::Storage:
        return EventText::tr("it could not be stored");
    case ErrorKind::SchedulerUnavailable:
        return EventText::tr("the system's scheduler is missing");
    }
    Q_UNREACHABLE();
}

/// What eventDetail() wrote, its first word for people. Where nothing failed the detail is a name.
QString detailInWords(const Event &event)
{
    const QString name = event.detail.section(u", "_s, 0, 0);
    for (int kind = 0; !event.ok && kind <= int(ErrorKind::SchedulerUnavailable); ++kind) {
        if (nameOf(ErrorKind(kind)) == name)
            return reasonOf(ErrorKind(kind)) + event.detail.sliced(name.size());
    }
    return event.detail;
}

/// What eventDetail() wrote behind that word. Where nothing failed the detail is a name, which may say anything.
QString partOf(const Event &event, const QString &word)
{
    if (event.ok)
        return {};
    for (const QString &part : event.detail.split(u", "_s)) {
        if (part.startsWith(word + u' '))
            return part.sliced(word.size() + 1);
    }
    return {};
}

QString sentenceOf(const Event &event, const QString &detail)
{
    if (const std::optional<Notice> notice = noticeFrom(event))
        return describe(*notice).happened;
    if (const QString pasted = pastedSentence(event); !pasted.isEmpty())
        return pasted;
    //: What happened (its detail, such as an error code or a new name)
    return detail.isEmpty() ? sentenceOf(event) : EventText::tr("%1 (%2)").arg(sentenceOf(event), detail);
}

} // namespace

QString describe(const Event &event)
{
    return sentenceOf(event, detailInWords(event));
}

QString lineOf(const Event &event)
{
    const QStringList columns{event.at.toUTC().toString(Qt::ISODate),
                              event.accountName,
                              sentenceOf(event, event.detail),
                              event.ok ? EventText::tr("succeeded") : EventText::tr("failed"),
                              partOf(event, u"code"_s),
                              partOf(event, u"trace"_s)};
    QStringList clean;
    for (const QString &column : columns)
        clean.append(redacted(column.simplified())); // a name must not begin another column or line
    return clean.join(u'\t') + u'\n';
}

} // namespace tokendesk
