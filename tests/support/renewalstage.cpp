// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/renewalstage.h"

#include "practice/practicetokens.h"

#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

void RenewalStage::begin()
{
    m_clock = std::make_unique<ManualClock>();
    m_keychain = std::make_unique<MemoryKeychain>();
    m_server = std::make_unique<PracticeServer>(*m_clock);
    const Result<quint16> port = m_server->listen();
    QVERIFY(port);
    m_desk = std::make_unique<Desk>(*m_keychain, *m_clock, testProvider(*port));
    m_desk->catalog.setPracticePort([port] { return port; });
    m_renewer = std::make_unique<Renewer>(accounts(), *m_clock);
}

void RenewalStage::end()
{
    m_renewer.reset();
    m_desk.reset();
    m_server.reset();
}

NewAccount RenewalStage::fresh(TokenKind kind, quint64 user) const
{
    const bool isLong = kind == TokenKind::LongLived;
    const std::chrono::seconds lifetime = isLong ? 60 * 24h : 1h;
    PracticeToken token;
    token.kind = isLong ? PracticeToken::Kind::Long : PracticeToken::Kind::Short;
    token.appId = PracticeServer::clientId().toULongLong();
    token.userId = user;
    token.scopes = practiceScopes();
    token.issuedAt = m_clock->now();
    token.expiresAt = m_clock->now().addSecs(lifetime.count());
    NewAccount made{.token = Secret(mintPracticeToken(token))};
    made.account.providerId = u"practice"_s;
    made.account.userId = QString::number(user);
    made.account.issueToken(kind, lifetime, m_clock->now());
    return made;
}

Account RenewalStage::adopt(NewAccount made)
{
    Awaited<Account> answer;
    accounts().adopt(std::move(made), &answer.context, answer.callback());
    return answer.wait().value();
}

Account RenewalStage::adopt(TokenKind kind, quint64 user)
{
    return adopt(fresh(kind, user));
}

Secret RenewalStage::token(const QString &id)
{
    Awaited<Secret> answer;
    accounts().token(id, &answer.context, answer.callback());
    return answer.wait().value();
}

void RenewalStage::round()
{
    QSignalSpy finished(m_renewer.get(), &Renewer::roundFinished);
    m_renewer->look();
    QVERIFY(finished.wait());
}

void RenewalStage::beginRenewal(const QString &id, Awaited<Account> &renewed)
{
    accounts().renew(id, &renewed.context, renewed.callback());
    const QDeadlineTimer patience(5s);
    while (renewals() == 0 && !patience.hasExpired())
        QCoreApplication::processEvents();
    QCOMPARE(renewals(), 1);
    QVERIFY(!renewed.result);
}

int RenewalStage::renewals() const
{
    return int(m_server->requests().count(u"GET /refresh_access_token"_s));
}

int RenewalStage::count(Event::Kind kind)
{
    const QList<Event> events = accounts().events(100);
    return int(std::ranges::count(events, kind, &Event::kind));
}

} // namespace tokendesk
