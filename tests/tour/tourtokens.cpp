// SPDX-License-Identifier: GPL-3.0-or-later
//
// The chapters of the tour about tokens that people bring along, several accounts at once, and a damaged database.
#include "support/pastedtoken.h"
#include "tour.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString tokenOf(qsizetype account)
{
    return QString::fromLatin1(mintPracticeToken(givenToken(QDateTime::currentDateTimeUtc(), account)));
}

} // namespace

void Tour::bringToken()
{
    say(u"Start with a token from elsewhere"_s);
    m_window.reset();
    m_workplace.emplace();
    openWindow();
    m_person.click(u"emptyToken"_s);
    m_person.see(u"pasteToken"_s);
    takeFront(u"paste-token"_s);
    pasteToken(u"EAACW5Fg5N2IBAK0"_s);
    takeFront(u"paste-refused"_s);
    pasteToken(tokenOf(0));
    takeFront(u"paste-recognised"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"doneTitle"_s);
    takeFront(u"done-pasted"_s);
    closeDialog();
    tellStatus();
}

void Tour::bringSeveralTokens()
{
    say(u"Bring a list of tokens, one of them damaged"_s);
    m_person.press(Qt::Key_N, Qt::ControlModifier);
    m_person.click(u"tokenCard"_s);
    m_person.see(u"pasteToken"_s);
    pasteToken(u"name,token\nSecond,%1\nThird,%2\nBroken,IGAA12\n"_s.arg(tokenOf(1), tokenOf(2)));
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"tokenList"_s);
    takeFront(u"token-list"_s);
    m_person.click(u"connectPrimary"_s);
    if (!QTest::qWaitFor([this] { return m_workplace->accounts().all().size() == 3; }))
        throw Lost{u"the tokens of the list are not kept"_s};
    m_person.seeGone(u"tokenListProgress"_s);
    takeFront(u"token-list-done"_s);
    closeDialog();
}

void Tour::selectSeveral()
{
    say(u"Select all accounts, to renew, check or remove them together"_s);
    m_person.click(u"accountList"_s);
    m_person.press(Qt::Key_A, Qt::ControlModifier);
    m_person.see(u"severalPage"_s);
    takeFront(u"several"_s);
    say(u"Check all of them while the app has hardly any calls left"_s);
    m_workplace->practice().limitCalls(1);
    m_person.click(u"checkAll"_s);
    m_person.see(u"batchWaiting"_s);
    takeFront(u"check-all-waits"_s);
    m_person.click(u"batchCancel"_s);
    m_person.see(u"batchOutcomes"_s);
    takeFront(u"check-all-stopped"_s);
    m_workplace->practice().limitCalls(200);
}

void Tour::askTheDoctor()
{
    say(u"Ask the doctor about an error, a token, and why an account does not work"_s);
    m_person.press(Qt::Key_Home);
    m_window->findChild<QAction *>(u"actionDoctor"_s)->trigger();
    m_person.see(u"doctorDialog"_s);
    m_person.type(u"doctorField"_s, u"Insufficient Developer Role"_s);
    m_person.see(u"doctorStep0"_s);
    takeFront(u"doctor-error"_s);
    m_person.click(u"doctorClear"_s);
    QApplication::clipboard()->setText(tokenOf(0));
    m_person.press(Qt::Key_V, Qt::ControlModifier);
    m_workplace->practice().inject({.name = u"checkpoint"_s, .endpoint = u"me"_s});
    m_person.click(u"doctorRun"_s);
    m_person.see(u"doctorStep0"_s);
    takeFront(u"doctor-token"_s);
    m_workplace->practice().clearFaults();
    m_person.click(u"doctorReport"_s);
    m_person.see(u"reportText"_s);
    takeFront(u"doctor-report"_s);
    m_person.click(u"reportClose"_s);
    m_person.seeGone(u"reportText"_s);
    QApplication::activeModalWidget()->close();
    comeToFront();
}

void Tour::findDamage()
{
    say(u"The accounts' file is damaged: it is set aside, and they are all there again"_s);
    QSignalSpy recovered(&m_workplace->accounts(), &Accounts::recovered);
    m_workplace->accounts().replaceDatabase();
    if (recovered.isEmpty() && !recovered.wait())
        throw Lost{u"the accounts are not found again"_s};
    m_person.press(Qt::Key_Home);
    takeFront(u"recovered"_s);
}

void Tour::pasteToken(const QString &text)
{
    QApplication::clipboard()->setText(text);
    m_person.click(u"pasteToken"_s);
}

} // namespace tokendesk
