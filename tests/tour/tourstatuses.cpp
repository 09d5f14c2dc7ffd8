// SPDX-License-Identifier: GPL-3.0-or-later
//
// The chapters of the tour about many accounts, and about the program without its window.
#include "practice/practicetokens.h"
#include "support/desk.h"
#include "tour.h"
#include "tray/traymenu.h"

#include <QAction>
#include <QApplication>
#include <QTest>
#include <algorithm>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr quint64 firstUser = 27640875392278831;

/// An account as a sign-in of that many days ago has left it.
NewAccount accountOf(const QString &username, quint64 number, int daysAgo)
{
    const QDateTime then = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
    const PracticeToken token{.kind = PracticeToken::Kind::Long,
                              .appId = PracticeServer::clientId().toULongLong(),
                              .userId = firstUser,
                              .scopes = practiceScopes(),
                              .issuedAt = then,
                              .expiresAt = then.addDays(60)};
    NewAccount made{.token = Secret(mintPracticeToken(token))};
    made.account.providerId = u"practice"_s;
    made.account.userId = QString::number(firstUser + number);
    made.account.username = username;
    made.account.issueToken(TokenKind::LongLived, 60 * 24h, then);
    made.account.grantPermissions(practiceScopes());
    return made;
}

std::vector<NewAccount> oneOfEach()
{
    quint64 number = 0;
    QList<std::pair<QString, std::function<void(Account &)>>> kinds{
        {u"lumen.studio"_s, [](Account &) {}},
        {u"hour.only"_s,
         [](Account &account) { account.issueToken(TokenKind::ShortLived, 40min, QDateTime::currentDateTimeUtc()); }},
        {u"pasted"_s, [](Account &account) { account.issueToken(TokenKind::Unknown, 0s, account.issuedAt); }},
        {u"page"_s, [](Account &account) { account.issueToken(TokenKind::NoExpiry, 0s, account.issuedAt); }},
        {u"ends.soon"_s,
         [](Account &account) { account.issueToken(TokenKind::LongLived, 20h, QDateTime::currentDateTimeUtc()); }},
        {u"new.password"_s,
         [](Account &account) {
             account.refused = true;
             account.refusedFor = ErrorHint::PasswordChanged;
         }},
        {u"withdrawn"_s,
         [](Account &account) {
             account.refused = true;
             account.refusedFor = ErrorHint::AppRemoved;
         }},
        {u"ran.out"_s, [](Account &account) { account.expiresAt = account.issuedAt.addDays(2); }},
        {u"offline"_s, [](Account &) {}},
        {u"on.its.way"_s, [](Account &) {}},
    };
    std::vector<NewAccount> accounts;
    for (const auto &[name, change] : kinds) {
        NewAccount made = accountOf(name, number++, 3);
        change(made.account);
        accounts.push_back(std::move(made));
    }
    return accounts;
}

} // namespace

void Tour::seeEveryStatus()
{
    say(u"Ten accounts, each in another state"_s);
    m_window.reset();
    m_workplace.emplace();
    Accounts &accounts = m_workplace->accounts();
    std::vector<NewAccount> fresh = oneOfEach();
    for (NewAccount &made : fresh) {
        Awaited<Account> adopted;
        accounts.adopt(std::move(made), &adopted.context, adopted.callback());
        if (!adopted.wait())
            throw Lost{u"an account could not be stored"_s};
    }
    m_workplace->services().settings.setAccountOrder(AccountOrder::NeedsYou);
    openWindow();
    renewWithFault(u"offline"_s, u"unavailable"_s);
    renewWithFault(u"on.its.way"_s, u"hang"_s);
    takeFront(u"every-status"_s);
    for (const Account &account : QList(accounts.all())) {
        m_window->showNeedy(account.id);
        takeFront("status-"_L1 + account.username);
        tellStatus();
    }
    m_workplace->services().settings.setAccountOrder(AccountOrder::Name);
}

/// Begins; a hanging server leaves it under way.
void Tour::renewWithFault(const QString &username, const QString &fault)
{
    m_workplace->practice().inject({.name = fault, .endpoint = u"renew"_s, .times = 1});
    const QList<Account> &accounts = m_workplace->accounts().all();
    const auto account = std::ranges::find(accounts, username, &Account::username);
    m_workplace->accounts().renew(account->id, qApp, [](const auto &) { });
    const auto begun = [this, id = account->id, hangs = fault == "hang"_L1] {
        const Status status = m_workplace->accounts().status(id).status;
        return status == (hangs ? Status::Renewing : Status::Retrying);
    };
    if (!QTest::qWaitFor(begun))
        throw Lost{u"a renewal did not begin"_s};
}

/// A day of an app as an agency has it: busy, too busy once, and a pause.
void Tour::seeUsage()
{
    say(u"How much of the allowances is used"_s);
    QAction *usage = m_window->findChild<QAction *>(u"actionUsage"_s);
    usage->trigger();
    m_person.see(u"usagePane"_s);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<UsageSample> day;
    for (int stretch = 0; stretch < 130; ++stretch) {
        const int percent = stretch < 40 ? 5 + stretch : stretch < 70 ? 102 - stretch / 2 + 20 : (stretch * 7) % 60;
        day.append({.providerId = u"practice"_s,
                    .at = now.addSecs(-600 * (130 - stretch)),
                    .calls = stretch == 60 ? 100 : percent,
                    .time = percent / 2,
                    .processor = percent / 3});
    }
    const QString account = m_workplace->accounts().all().first().id;
    day.append({.providerId = u"practice"_s,
                .accountId = account,
                .allowance = Allowance::Business,
                .at = now,
                .calls = 100,
                .time = 80,
                .freeAt = now.addSecs(19 * 60)});
    if (!m_workplace->database().noteUsage(day, now))
        throw Lost{u"the usage could not be noted"_s};
    m_person.click(u"usageClose"_s);
    m_person.seeGone(u"usagePane"_s);
    usage->trigger();
    m_person.see(u"usagePlot"_s);
    m_album.take(m_person.see(u"usagePane"_s), u"usage"_s);
    QTest::keyClick(m_person.see(u"usageList"_s), Qt::Key_Down);
    QTest::keyClick(m_person.see(u"usagePlot"_s), Qt::Key_End);
    m_album.take(m_person.see(u"usagePane"_s), u"usage-throttled"_s);
    m_person.click(u"usageClose"_s);
    m_person.seeGone(u"usagePane"_s);
}

void Tour::lookBesideTheClock()
{
    say(u"The menu beside the clock, and what closing the window means where there is none"_s);
    TrayMenu menu(m_workplace->services());
    menu.rebuild();
    menu.popup(m_window->mapToGlobal(QPoint(80, 80)));
    if (!QTest::qWaitForWindowExposed(&menu) || m_album.take(&menu, u"tray-menu"_s).isEmpty())
        throw Lost{u"the tray's menu does not open"_s};
    menu.close();
    m_window->close();
    m_person.see(u"closingExplained"_s);
    takeFront(u"closing"_s);
    m_person.press(Qt::Key_Escape);
    m_person.seeGone(u"closingExplained"_s);
}

} // namespace tokendesk
