// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultstage.h"

#include "practice/practicetokens.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {
constexpr quint64 user = 27640875392278831;
}

void FaultStage::beginWithTwo()
{
    begin();
    m_before = adopt(TokenKind::LongLived, user);
    m_other = adopt(TokenKind::LongLived, user + 1);
    m_clock->advance(25h); // it may be renewed, and is not yet due
    accounts().reconcile();
    QTRY_VERIFY(!m_desk->database().stalePage().value());
}

bool FaultStage::hasFreshToken(const QString &id)
{
    const std::optional<PracticeToken> said = readPracticeToken(token(id).view().toByteArray());
    return said && said->issuedAt == m_clock->now();
}

QList<Event::Kind> FaultStage::kinds(const QString &id)
{
    QList<Event::Kind> kinds;
    for (const Event &event : accounts().events(100, {.accountId = id}))
        kinds.prepend(event.kind);
    return kinds;
}

void FaultStage::nothingIsLost()
{
    QCOMPARE(accounts().all().size(), 2);
    QCOMPARE(accounts().find(m_other.id), m_other);
    QCOMPARE(accounts().status(m_other.id).status, Status::Working);
    QVERIFY(m_keychain->keys().contains(m_before.tokenKey));
    QVERIFY(m_keychain->keys().contains(m_other.tokenKey));
}

void FaultStage::allIsWell()
{
    QTRY_COMPARE(accounts().status(m_before.id).status, Status::Working);
    QVERIFY(hasFreshToken(m_before.id));
    QVERIFY(!accounts().hasUnsavedTokens());
    accounts().reconcile();
    QTRY_COMPARE(m_keychain->keys().size(), 2);
    QVERIFY(m_desk->database().intents()->isEmpty());
    QTRY_VERIFY(m_desk->database().leftovers()->isEmpty());
    QCOMPARE(accounts().find(m_other.id), m_other);

    m_desk->restart();
    QCOMPARE(accounts().all().size(), 2);
    QCOMPARE(accounts().status(m_before.id).status, Status::Working);
    QVERIFY(hasFreshToken(m_before.id));
    QVERIFY(token(m_other.id).size() > 0);
}

} // namespace tokendesk
