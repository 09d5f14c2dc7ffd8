// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the tour that chooses permissions, and changes them later.
#include "tour.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

void Tour::choosePermissions()
{
    say(u"Choose Practice, and what the token is for"_s);
    m_person.click(u"practiceCard"_s);
    m_person.click(u"publishJob"_s);
    takeFront(u"permissions-job"_s);
    say(u"Tick more than that job needs: the window says so"_s);
    m_person.click(u"instagram_business_manage_commentsRow"_s);
    takeFront(u"permissions"_s);
    say(u"Search for a name that is retired, and for one of Facebook Login"_s);
    m_person.type(u"scopeSearch"_s, u"business_manage_messages"_s);
    takeFront(u"permissions-retired"_s);
    m_person.press(Qt::Key_Escape);
    m_person.type(u"scopeSearch"_s, u"instagram_manage_insights"_s);
    takeFront(u"permissions-elsewhere"_s);
    m_person.press(Qt::Key_Escape);
}

void Tour::askAgain()
{
    say(u"Ask again for what was declined: the account stays the one it is"_s);
    m_person.click(u"askAgain"_s);
    m_person.see(u"waitingHeading"_s);
    FakeBrowser browser({.account = u"second.practice"_s});
    useBrowser(browser);
    m_person.see(u"doneTitle"_s);
    closeDialog();
    takeFront(u"asked-again"_s);

    say(u"Change its permissions"_s);
    m_person.click(u"changePermissions"_s);
    m_person.click(u"everythingJob"_s);
    takeFront(u"change-permissions"_s);
    closeDialog();
}

} // namespace tokendesk
