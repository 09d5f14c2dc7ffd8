// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/accountsfixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

AccountsFixture::AccountsFixture()
{
    for (const QString &id : {u"r"_s, u"r2"_s})
        accounts().save({.id = id, .providerId = u"instagram"_s, .name = id, .clientId = id}).value();
}

NewAccount AccountsFixture::fresh(const QByteArray &token, const QString &user) const
{
    NewAccount made{.token = Secret(token)};
    made.account.providerId = u"instagram"_s;
    made.account.registrationId = u"r"_s;
    made.account.userId = user;
    made.account.username = "user"_L1 + user.last(2);
    made.account.issueToken(TokenKind::LongLived, 60 * 24h, clock.now());
    return made;
}

Result<Account> AccountsFixture::adopt(NewAccount made)
{
    Awaited<Account> answer;
    accounts().adopt(std::move(made), &answer.context, answer.callback());
    return answer.wait();
}

QByteArray AccountsFixture::token(const QString &id)
{
    Awaited<Secret> answer;
    accounts().token(id, &answer.context, answer.callback());
    const Result<Secret> secret = answer.wait();
    return secret ? secret->view().toByteArray() : '!' + nameOf(secret.error().kind).toLatin1();
}

Result<void> AccountsFixture::saveAgain(const QString &id)
{
    Awaited<void> answer;
    accounts().saveAgain(id, &answer.context, answer.callback());
    return answer.wait();
}

Result<void> AccountsFixture::remove(const QString &id)
{
    Awaited<void> answer;
    accounts().remove(id, &answer.context, answer.callback());
    return answer.wait();
}

QList<Event::Kind> AccountsFixture::kinds(const QString &id)
{
    QList<Event::Kind> kinds;
    for (const Event &event : accounts().events(100, {.accountId = id}))
        kinds.prepend(event.kind);
    return kinds;
}

} // namespace tokendesk
