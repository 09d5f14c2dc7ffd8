// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connect.h"
#include "support/desk.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"
#include "support/rawclient.h"
#include "support/scriptedserver.h"
#include "support/signintrial.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace tokendesk;

/// The code was exchanged for one person, and the token answers for another: a broker that mixes up two seats, or
/// worse.
class TestConnectStranger : public QObject
{
    Q_OBJECT
private slots:
    void whoseTokenItIsIsCompared_data();
    void whoseTokenItIsIsCompared();

private:
    Result<Connect::Outcome> signIn(Desk &desk);

    ManualClock m_clock;
    MemoryKeychain m_keychain;
};

/// The browser comes back with a code at once.
Result<Connect::Outcome> TestConnectStranger::signIn(Desk &desk)
{
    CertificateStore certificates(desk.folder(), m_clock);
    Connect attempt({.providerId = u"test"_s,
                     .registration = {.clientId = u"1234567890"_s, .redirectAddresses = {freeRedirectAddress()}},
                     .appSecret = Secret("0123456789abcdef"),
                     .scopes = {u"instagram_business_basic"_s}},
                    desk.accounts(), m_keychain, desk.catalog, desk.graph, certificates, m_clock);
    std::optional<Result<Connect::Outcome>> result;
    QUrl page;
    connect(&attempt, &Connect::browserRequested, this, [&page](const QUrl &url) { page = url; });
    connect(&attempt, &Connect::connected, this, [&result](const Connect::Outcome &outcome) { result = outcome; });
    connect(&attempt, &Connect::failed, this, [&result](const Error &error) { result = std::unexpected(error); });
    attempt.start();
    if (!QTest::qWaitFor([&] { return result || !page.isEmpty(); }) || result)
        return result.value_or(failure(ErrorKind::TimedOut, u"no page came"_s));
    const QMap<QByteArray, QByteArray> asked = formOf(page.query(QUrl::FullyEncoded).toLatin1());
    const QUrl back = QUrl::fromEncoded(asked.value("redirect_uri"));
    RawClient browser(Wire::Http, quint16(back.port()));
    browser.send("GET " + back.path().toLatin1() + "?code=AQB&state=" + asked.value("state")
                 + " HTTP/1.1\r\nHost: " + back.authority().toLatin1() + "\r\n\r\n");
    const bool ended = QTest::qWaitFor([&result] { return result.has_value(); });
    return ended ? *result : failure(ErrorKind::TimedOut, u"the sign-in did not end"_s);
}

void TestConnectStranger::whoseTokenItIsIsCompared_data()
{
    QTest::addColumn<QByteArray>("codesUser");
    QTest::addColumn<bool>("noticed");
    QTest::newRow("the same") << QByteArray(R"("user_id":27640875392278831,)") << false;
    QTest::newRow("by the other kind of id") << QByteArray(R"("user_id":17841400000000001,)") << false;
    QTest::newRow("the code's is not told") << QByteArray() << false;
    QTest::newRow("somebody else") << QByteArray(R"("user_id":27640875392278832,)") << true;
}

// A28: the user. It is told rather than refused, since ids have been seen to differ in kind.
void TestConnectStranger::whoseTokenItIsIsCompared()
{
    QFETCH(QByteArray, codesUser);
    QFETCH(bool, noticed);
    ScriptedServer server;
    server.answer(200, '{' + codesUser + R"("access_token":"IGAAshort","permissions":["instagram_business_basic"]})");
    server.answer(200, R"({"access_token":"IGAAlong","token_type":"bearer","expires_in":5184000})");
    server.answer(200, R"({"id":"27640875392278831","user_id":"17841400000000001","username":"shop"})");
    Desk desk(m_keychain, m_clock, testProvider(server.serverPort()));
    const Result<Connect::Outcome> outcome = signIn(desk);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().what));
    const QString id = outcome->account.id;
    QCOMPARE(desk.accounts().isMarked(id), noticed);
    const QList<Event> notices = desk.accounts().events(9, {.accountId = id, .kinds = {Event::Kind::Noticed}});
    QCOMPARE(notices.size(), noticed ? 1 : 0);
    if (noticed)
        QVERIFY2(notices.first().detail.contains("shop"_L1), qPrintable(notices.first().detail));
}

QTEST_GUILESS_MAIN(TestConnectStranger)
#include "tst_connectstranger.moc"
