// SPDX-License-Identifier: GPL-3.0-or-later
#include "attentionstrip.h"

#include "accountpage/remedy.h"
#include "accounts/warning.h"
#include "base/timetext.h"
#include "visibleminute.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

AttentionStrip::AttentionStrip(Services &services, QWidget *parent)
    : NoticeBar(parent, u"attention"_s)
    , m_services(services)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &AttentionStrip::collect);
    const auto later = [this] { m_soon.start(); };
    connect(&services.accounts, &Accounts::accountAdded, this, later);
    connect(&services.accounts, &Accounts::accountChanged, this, later);
    connect(&services.accounts, &Accounts::accountRemoved, this, later);
    // The strip hides itself, and has to find out when it is needed: the one around it is watched.
    const auto *minute = new VisibleMinute(services.clock, parent);
    connect(minute, &VisibleMinute::passed, this, &AttentionStrip::collect);
    connect(this, &NoticeBar::actionChosen, this, &AttentionStrip::act);
    collect();
}

void AttentionStrip::setShown(const QString &accountId)
{
    m_shown = accountId;
    tell();
}

void AttentionStrip::collect()
{
    const QDateTime now = m_services.clock.now();
    const QDateTime soon = now.addDays(warnedDays[0]);
    m_needy.clear();
    m_ending.clear();
    for (const Account &account : m_services.accounts.all()) {
        if (needsSomebody(m_services.accounts.statusWord(account, now)))
            m_needy.append(account.id);
        else if (account.neededBy() <= soon && endsWithoutPerson(account, m_services.accounts.status(account)))
            m_ending.append(account.id);
    }
    const auto endsFirst = [this](const QString &a, const QString &b) {
        return m_services.accounts.find(a)->neededBy() < m_services.accounts.find(b)->neededBy();
    };
    std::ranges::sort(m_ending, endsFirst);
    tell();
}

void AttentionStrip::tell()
{
    const QStringList all = m_needy + m_ending;
    setNotice(all.isEmpty() || all == QStringList(m_shown) ? Notice{}
                  : all.size() == 1                        ? noticeOf(all.first())
                                                           : noticeOfSeveral());
}

/// Or can its own page do more for it?
bool AttentionStrip::wantsSignIn(const QString &accountId) const
{
    const AccountStatus status = m_services.accounts.status(accountId);
    return remedyFor(status) == Remedy::SignInAgain || status.detail == StatusDetail::Until;
}

QString AttentionStrip::endingSentence(const Account &account, Status status)
{
    if (account.endsByAccess())
        //: Account, "in 3 days"
        return tr("Access to the data of %1 ends %2. Sign in again to confirm it.");
    if (status == Status::Retrying)
        //: Account, "in 3 days"
        return tr("The token of %1 ends %2, and renewing it has not worked so far.");
    return tr("The token of %1 ends %2 and cannot be renewed without you.");
}

NoticeBar::Notice AttentionStrip::noticeOf(const QString &accountId) const
{
    const Account account = m_services.accounts.find(accountId).value_or(Account());
    const AccountStatus status = m_services.accounts.status(accountId);
    const StatusText text = describe(status, account, m_services.clock.now());
    const QString name = account.displayName();
    //: An account's name
    const QString action = wantsSignIn(accountId) ? tr("Reconnect %1").arg(name) : tr("Show %1").arg(name);
    if (m_needy.isEmpty()) {
        const QString ends = relativeTime(account.neededBy(), m_services.clock.now());
        const QString sentence = endingSentence(account, status.status).arg(name, ends);
        return {.mood = Mood::Warning, .text = sentence, .action = action};
    }
    //: Account, status and reason, such as "Needs you, password changed"
    return {.mood = text.mood, .text = tr("%1: %2").arg(name, text.sentence), .action = action};
}

NoticeBar::Notice AttentionStrip::noticeOfSeveral() const
{
    const QString needy = m_needy.isEmpty() ? QString() : tr("%n account(s) need you.", nullptr, int(m_needy.size()));
    const QString ending = m_ending.isEmpty()
        ? QString()
        : tr("%n account(s) need a new sign-in within two weeks.", nullptr, int(m_ending.size()));
    return {.mood = Mood::Warning,
            .text = needy.isEmpty() ? ending
                : ending.isEmpty()  ? needy
                                   //: "3 accounts need you." "2 accounts need a new sign-in within two weeks."
                                   : tr("%1 %2").arg(needy, ending),
            .action = tr("Show them")};
}

void AttentionStrip::act()
{
    const QStringList all = m_needy + m_ending;
    if (all.isEmpty())
        return;
    emit accountRequested(all.first());
    if (all.size() == 1 && wantsSignIn(all.first()))
        emit signInRequested(all.first());
}

} // namespace tokendesk
