// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/adoptionround.h"
#include "support/pastefixture.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace tokendesk;
using namespace Qt::StringLiterals;

using State = AdoptionRound::State;

namespace {

std::vector<TokenRow> listOf(const QByteArrayList &lines)
{
    return readTokenList(Secret(lines.join('\n'))).value();
}

QByteArrayList twelveTokens(const PasteFixture &fixture)
{
    QByteArrayList tokens;
    for (int i = 0; i < 12; ++i)
        tokens << fixture.longToken();
    return tokens;
}

} // namespace

/// Many tokens that the person has already, as one list, against Practice.
class TestPasteList : public QObject
{
    Q_OBJECT
private slots:
    void aListIsKeptFourAtATime();
    void aListStopsWhereNobodyAnswers();
    void aPauseIsRespected();
    void aListCanBeStopped();
    void aListThatIsDeletedKeepsWhatItHas();
};

void TestPasteList::aListIsKeptFourAtATime()
{
    PasteFixture t;
    QByteArrayList lines{"shop," + t.longToken(), "nothing", t.longToken().chopped(9)};
    for (qsizetype i = 1; i < practiceAccounts().size(); ++i)
        lines << mintPracticeToken(givenToken(t.clock.now(), i));
    lines << t.shortToken() << lines.first().sliced(5);
    AdoptionRound round(listOf(lines), t.accounts(), t.desk.catalog, t.desk.graph, t.clock);
    round.setPracticeSecret(Secret::fromText(PracticeServer::clientSecret()));
    QSignalSpy finished(&round, &AdoptionRound::finished);
    int most = 0;
    QObject::connect(&round, &AdoptionRound::rowChanged, &round,
                     [&] { most = std::max(most, round.count(State::Running)); });
    round.start();
    QVERIFY(finished.wait());
    QCOMPARE(most, 4);
    QVERIFY(!round.isRunning());
    QCOMPARE(t.accounts().all().size(), practiceAccounts().size());
    QCOMPARE(round.rows()[1].state, State::Unusable);
    QCOMPARE(round.rows()[2].state, State::Refused);
    QCOMPARE(round.rows()[2].error->hint, ErrorHint::WrongHost);
    QCOMPARE(round.rows().back().state, State::Unusable); // the very same as the first
    QCOMPARE(round.count(State::Kept) + round.count(State::Replaced), int(practiceAccounts().size()) + 1);
    for (const AdoptionRound::Row &row : round.rows())
        QVERIFY(row.state == State::Unusable || row.source.read.token.isEmpty());
    QCOMPARE(t.accounts().find(round.rows()[0].account.id)->label, u"shop"_s);
}

void TestPasteList::aListStopsWhereNobodyAnswers()
{
    PasteFixture t;
    t.server.inject({.name = u"reset"_s, .endpoint = u"me"_s});
    AdoptionRound round(listOf(twelveTokens(t)), t.accounts(), t.desk.catalog, t.desk.graph, t.clock);
    QSignalSpy finished(&round, &AdoptionRound::finished);
    round.start();
    QVERIFY(finished.wait());
    QVERIFY(round.count(State::Waiting) > 0);
    QVERIFY(t.nothingIsStored());
    t.server.clearFaults();
    round.start();
    QVERIFY(finished.wait());
    QCOMPARE(round.count(State::Kept) + round.count(State::Replaced), 12);
}

void TestPasteList::aPauseIsRespected()
{
    PasteFixture t;
    t.server.inject({.name = u"throttled"_s, .endpoint = u"me"_s});
    AdoptionRound round(listOf(twelveTokens(t)), t.accounts(), t.desk.catalog, t.desk.graph, t.clock);
    QSignalSpy finished(&round, &AdoptionRound::finished);
    round.start();
    QVERIFY(finished.wait());
    QVERIFY(round.count(State::Refused) <= 4);
    QCOMPARE(round.count(State::Waiting) + round.count(State::Refused), 12);
}

void TestPasteList::aListCanBeStopped()
{
    PasteFixture t;
    t.server.inject({.name = u"hang"_s, .endpoint = u"me"_s});
    AdoptionRound round(listOf({t.longToken(), t.longToken()}), t.accounts(), t.desk.catalog, t.desk.graph, t.clock);
    QSignalSpy finished(&round, &AdoptionRound::finished);
    round.start();
    QTRY_COMPARE(t.server.requests().count("GET /v25.0/me"_L1), 1); // of an app nothing is known of yet
    round.cancel();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(round.count(State::Waiting), 2);
    QVERIFY(t.nothingIsStored());
}

void TestPasteList::aListThatIsDeletedKeepsWhatItHas()
{
    PasteFixture t;
    auto round
        = std::make_unique<AdoptionRound>(listOf({t.longToken()}), t.accounts(), t.desk.catalog, t.desk.graph, t.clock);
    t.server.inject({.name = u"hang"_s, .endpoint = u"permissions"_s});
    round->start();
    QTRY_VERIFY(t.server.requests().contains("GET /me/permissions"_L1));
    round.reset();
    QVERIFY(t.nothingIsStored());
}

QTEST_GUILESS_MAIN(TestPasteList)
#include "tst_pastelist.moc"
