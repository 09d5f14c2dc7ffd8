// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/eventgroup.h"

#include <QCoreApplication>

namespace tokendesk {

namespace {

class EventGroupText
{
    Q_DECLARE_TR_FUNCTIONS(tokendesk::EventGroupText)
};

EventGroup groupOf(Event::Kind kind)
{
    switch (kind) {
    case Event::Kind::Extended:
    case Event::Kind::Renewed:
    case Event::Kind::RenewalFailed:
    case Event::Kind::Recovered:
    case Event::Kind::Checked:
    case Event::Kind::Asked:
        return EventGroup::Renewals;
    case Event::Kind::Connected:
    case Event::Kind::Reconnected:
    case Event::Kind::SignInFailed:
    case Event::Kind::RevocationAsked:
    case Event::Kind::Revoked:
    case Event::Kind::RevocationGivenUp:
    case Event::Kind::PermissionRemoved:
        return EventGroup::SignIns;
    case Event::Kind::Copied:
    case Event::Kind::Shown:
    case Event::Kind::HandedOut:
        return EventGroup::HandedOut;
    case Event::Kind::Renamed:
    case Event::Kind::Removed:
    case Event::Kind::Saved:
    case Event::Kind::NotSaved:
    case Event::Kind::Replaced:
        return EventGroup::ChangesHere;
    case Event::Kind::Noticed:
        return EventGroup::Watch;
    }
    Q_UNREACHABLE();
}

} // namespace

QString nameOf(EventGroup group)
{
    switch (group) {
    case EventGroup::Everything:
        return EventGroupText::tr("Everything");
    case EventGroup::Renewals:
        return EventGroupText::tr("Renewals");
    case EventGroup::SignIns:
        return EventGroupText::tr("Sign-ins");
    case EventGroup::HandedOut:
        //: Tokens that left the program
        return EventGroupText::tr("Handed out");
    case EventGroup::Trouble:
        return EventGroupText::tr("Trouble");
    case EventGroup::ChangesHere:
        return EventGroupText::tr("Changes here");
    case EventGroup::Watch:
        return EventGroupText::tr("Worth a look");
    }
    Q_UNREACHABLE();
}

QString contentsOf(EventGroup group)
{
    switch (group) {
    case EventGroup::Everything:
        return EventGroupText::tr("Whatever happened to a token");
    case EventGroup::Renewals:
        return EventGroupText::tr("Renewed, extended, or tried to");
    case EventGroup::SignIns:
        return EventGroupText::tr("Connected, signed in again, revoked, or tried to");
    case EventGroup::HandedOut:
        return EventGroupText::tr("Copied, shown, given to scripts");
    case EventGroup::Trouble:
        return EventGroupText::tr("Whatever did not succeed");
    case EventGroup::ChangesHere:
        return EventGroupText::tr("Renamed, removed, saved in the keychain");
    case EventGroup::Watch:
        return EventGroupText::tr("Strange visitors, missing permissions, old secrets");
    }
    Q_UNREACHABLE();
}

EventFilter filterOf(EventGroup group)
{
    EventFilter filter;
    if (group == EventGroup::Everything)
        return filter;
    if (group == EventGroup::Trouble) {
        filter.outcome = EventFilter::Outcome::Failed;
        return filter;
    }
    for (int value = 0; value <= int(Event::lastKind); ++value) {
        if (groupOf(Event::Kind(value)) == group)
            filter.kinds.append(Event::Kind(value));
    }
    return filter;
}

} // namespace tokendesk
