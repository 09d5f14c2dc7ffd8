// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicefacebooktokens.h"
#include "support/practicefixture.h"

#include <QSignalSpy>
#include <QTest>
#include <optional>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Answer = PracticeClient::Answer;
using Values = PracticeClient::Values;

namespace {

const QString base = u"/facebook/v26.0/device/"_s;

QString app()
{
    return PracticeServer::clientId() + u'|' + PracticeServer::clientToken();
}

int subcodeOf(const Answer &answer)
{
    return answer.graphError().value("error_subcode"_L1).toInt();
}

} // namespace

/// Practice as Facebook gives codes for other devices, by Meta's rules and in its words.
class TestPracticeDevices : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_practice.emplace(); }
    void cleanup() { m_practice.reset(); }

    void codeIsAsFacebookGivesIt();
    void appHasToShowItself_data();
    void appHasToShowItself();
    void askingTooFastIsRefused();
    void agreementGivesATokenOnce();
    void refusalIsTold();
    void codeRunsOutAfterSevenMinutes();
    void wrongCodeIsComplainedAbout();
    void consentPageIsAnsweredOnce();
    void codeIsEscapedOnThePage();

private:
    Answer start(const QString &token = app(), const QString &scope = u"pages_show_list,instagram_basic"_s)
    {
        return m_practice->client.post(base + u"login"_s, {{u"access_token"_s, token}, {u"scope"_s, scope}});
    }
    Answer status(const QString &code, const QString &token = app())
    {
        return m_practice->client.post(base + u"login_status"_s, {{u"access_token"_s, token}, {u"code"_s, code}});
    }
    QByteArray enter(const QString &userCode, FakeBrowser::Person person = {});

    std::optional<PracticeFixture> m_practice;
};

QByteArray TestPracticeDevices::enter(const QString &userCode, FakeBrowser::Person person)
{
    person.userCode = userCode;
    FakeBrowser browser(person);
    QSignalSpy rested(&browser, &FakeBrowser::rested);
    browser.open(m_practice->client.url(u"/facebook/device"_s));
    rested.wait(10'000);
    return browser.page();
}

void TestPracticeDevices::codeIsAsFacebookGivesIt()
{
    const QJsonObject code = start().json();
    QCOMPARE(code.keys(),
             QStringList({u"code"_s, u"expires_in"_s, u"interval"_s, u"user_code"_s, u"verification_uri"_s}));
    QCOMPARE(code.value("expires_in"_L1).toInt(), 420);
    QCOMPARE(code.value("interval"_L1).toInt(), 5);
    QCOMPARE(code.value("user_code"_L1).toString().size(), 8);
    QCOMPARE(code.value("verification_uri"_L1).toString(), m_practice->client.url(u"/facebook/device"_s).toString());
    QVERIFY(start().json().value("user_code"_L1) != code.value("user_code"_L1));
    QCOMPARE(subcodeOf(status(code.value("code"_L1).toString())), 1349174);
}

void TestPracticeDevices::appHasToShowItself_data()
{
    QTest::addColumn<QString>("token");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no client token") << PracticeServer::clientId();
    QTest::newRow("the secret instead") << PracticeServer::clientId() + u'|' + PracticeServer::clientSecret();
    QTest::newRow("no app id") << u"|"_s + PracticeServer::clientToken();
}

void TestPracticeDevices::appHasToShowItself()
{
    QFETCH(const QString, token);
    const Answer refused = start(token);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.graphError().value("code"_L1).toInt(), 190);
    const QString code = start().json().value("code"_L1).toString();
    QCOMPARE(status(code, token).graphError().value("code"_L1).toInt(), 190);
    const QString other = u"99999|"_s + PracticeServer::clientToken();
    QCOMPARE(subcodeOf(status(code, other)), 1349152); // another app's code is none
}

void TestPracticeDevices::askingTooFastIsRefused()
{
    const QString code = start().json().value("code"_L1).toString();
    QCOMPARE(subcodeOf(status(code)), 1349174);
    m_practice->clock.advance(4s);
    QCOMPARE(subcodeOf(status(code)), 1349172);
    m_practice->clock.advance(5s);
    QCOMPARE(subcodeOf(status(code)), 1349174);
}

void TestPracticeDevices::agreementGivesATokenOnce()
{
    const QJsonObject code = start().json();
    const QString typed = code.value("user_code"_L1).toString().toLower().insert(4, u'-');
    QVERIFY(enter(typed, {.account = u"Bo Business"_s, .unticks = {u"instagram_basic"_s}}).contains("signed in"));
    const Answer granted = status(code.value("code"_L1).toString());
    QCOMPARE(granted.json().value("expires_in"_L1).toInt(), 60 * 24 * 3600);
    const auto token = readPracticeFacebookToken(granted.json().value("access_token"_L1).toString().toLatin1());
    QVERIFY(token);
    QCOMPARE(token->kind, PracticeFacebookToken::Kind::LongUser);
    QCOMPARE(token->scopes, QStringList(u"pages_show_list"_s));
    QCOMPARE(token->declined, QStringList(u"instagram_basic"_s));
    m_practice->clock.advance(5s);
    QCOMPARE(subcodeOf(status(code.value("code"_L1).toString())), 1349152);
}

void TestPracticeDevices::refusalIsTold()
{
    const QJsonObject code = start().json();
    QVERIFY(
        enter(code.value("user_code"_L1).toString(), {.presses = FakeBrowser::Button::Cancel}).contains("no access"));
    QCOMPARE(subcodeOf(status(code.value("code"_L1).toString())), 1349173);
    QVERIFY(enter(code.value("user_code"_L1).toString()).contains("not known")); // there is no way back
}

void TestPracticeDevices::codeRunsOutAfterSevenMinutes()
{
    const QJsonObject code = start().json();
    m_practice->clock.advance(7min);
    QCOMPARE(subcodeOf(status(code.value("code"_L1).toString())), 1349152);
    QVERIFY(enter(code.value("user_code"_L1).toString()).contains("not known"));
}

void TestPracticeDevices::wrongCodeIsComplainedAbout()
{
    start();
    const QByteArray page = enter(u"AAAAAAAA"_s);
    QVERIFY(page.contains("The code AAAAAAAA is not known"));
    QVERIFY(page.contains("name=\"user_code\"")); // and asked for again
}

void TestPracticeDevices::consentPageIsAnsweredOnce()
{
    const QJsonObject code = start().json();
    QVERIFY(enter(code.value("user_code"_L1).toString()).contains("signed in"));
    const Answer again
        = m_practice->client.post(u"/facebook/device"_s, {{u"ticket"_s, u"guessed"_s}, {u"decision"_s, u"allow"_s}});
    QVERIFY(again.body.contains("out of date"));
}

void TestPracticeDevices::codeIsEscapedOnThePage()
{
    const QByteArray page = enter(u"<b>\"'&"_s);
    QVERIFY(page.contains("&lt;b&gt;"));
    QVERIFY(!page.contains("<b>"));
    const Answer filled = m_practice->client.get(u"/facebook/device"_s, {{u"user_code"_s, u"\"><i>"_s}});
    QVERIFY(!filled.body.contains("<i>"));
}

QTEST_GUILESS_MAIN(TestPracticeDevices)
#include "tst_practicedevices.moc"
