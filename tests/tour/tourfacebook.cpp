// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace tokendesk {

void Tour::connectPage()
{
    say(u"Sign in with Facebook, and choose a Page"_s);
    m_person.press(Qt::Key_N, Qt::ControlModifier);
    m_person.see(u"facebookCard"_s);
    takeFront(u"ways"_s);
    m_person.click(u"practice-facebookCard"_s);
    m_person.see(u"configurationId"_s);
    takeFront(u"facebook-permissions"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"waitingHeading"_s);
    if (m_chromium.isThere())
        m_chromium.take(m_workplace->requestedPage(), m_album.nextFile(u"facebook-consent"_s),
                        m_look.theme == Theme::Dark);
    FakeBrowser browser;
    useBrowser(browser);
    m_person.see(u"pageChoices"_s);
    takeFront(u"page-choice"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"doneTitle"_s);
    say(m_person.read(u"doneTitle"_s));
    takeFront(u"done-page"_s);
    closeDialog();
    tellStatus();
    takeFront(u"page-account"_s);
}

void Tour::findNoPage()
{
    say(u"Sign in as somebody who manages no Page: the window says who can mend it"_s);
    m_person.press(Qt::Key_N, Qt::ControlModifier);
    m_person.click(u"practice-facebookCard"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"waitingHeading"_s);
    FakeBrowser browser({.account = u"Nia Nopage"_s});
    useBrowser(browser);
    m_person.see(u"noPageReason"_s);
    takeFront(u"no-page"_s);
    m_person.click(u"connectClose"_s);
    m_person.click(u"stopQuestionStop"_s);
    m_person.seeGone(u"connectDialog"_s);
    comeToFront();
}

void Tour::signInElsewhere()
{
    say(u"Sign in on another device: a code, a picture for the phone, and the page that takes it"_s);
    m_person.press(Qt::Key_N, Qt::ControlModifier);
    m_person.click(u"facebookCard"_s);
    m_person.type(u"appId"_s, u"1234567890123456"_s);
    m_person.type(u"appSecret"_s, u"0123456789abcdef0123456789abcdef"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.click(u"signInElsewhere"_s);
    m_person.see(u"clientToken"_s);
    takeFront(u"client-token"_s);
    m_person.click(u"connectBack"_s);
    m_person.click(u"connectBack"_s);
    m_person.click(u"connectBack"_s);
    m_person.click(u"practice-facebookCard"_s);
    m_person.click(u"signInElsewhere"_s);
    m_person.see(u"deviceCode"_s);
    takeFront(u"device-code"_s);
    const QUrl page(m_person.read(u"devicePage"_s));
    if (m_chromium.isThere())
        m_chromium.take(page, m_album.nextFile(u"device-page"_s), m_look.theme == Theme::Dark);
    FakeBrowser browser({.userCode = m_person.read(u"deviceCode"_s)});
    browser.open(page);
    m_person.see(u"pageChoices"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"doneTitle"_s);
    say(m_person.read(u"doneTitle"_s));
    closeDialog();
}

void Tour::revokeInVain()
{
    say(u"Keep one's own token, and have it revoked while Facebook does not answer: it is tried until that works"_s);
    m_person.press(Qt::Key_N, Qt::ControlModifier);
    m_person.click(u"practice-facebookCard"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"waitingHeading"_s);
    FakeBrowser browser({.account = u"Nia Nopage"_s});
    useBrowser(browser);
    m_person.see(u"noPageReason"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"doneTitle"_s);
    closeDialog();
    m_person.see(u"withdrawPermission"_s);
    takeFront(u"person-account"_s);
    m_workplace->practice().inject({.name = u"unavailable"_s, .endpoint = u"permissions"_s});
    m_window->findChild<QAction *>(u"actionRemove"_s)->trigger();
    m_person.see(u"removeDialog"_s);
    takeFront(u"remove-or-revoke"_s);
    m_person.click(u"revokeAndRemove"_s);
    m_person.see(u"revocationPending"_s);
    takeFront(u"revocation-pending"_s);
    m_person.press(Qt::Key_Escape);
    m_person.seeGone(u"revocationPending"_s);
    takeFront(u"account-to-be-revoked"_s);
    m_person.click(u"noticeOther"_s);
    m_person.see(u"giveUpQuestion"_s);
    takeFront(u"give-up"_s);
    m_person.press(Qt::Key_Escape);
    m_person.seeGone(u"giveUpQuestion"_s);
    m_workplace->practice().clearFaults();
    m_person.click(u"noticeAction"_s);
    m_person.seeGone(u"noticeOther"_s);
    comeToFront();
}

} // namespace tokendesk
