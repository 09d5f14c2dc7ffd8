// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicetokens.h"
#include "support/canaries.h"
#include "support/commandrun.h"
#include "support/desk.h"
#include "support/keyring.h"
#include "support/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// "tokendesk-cli doctor" as scripts and people call it, over a real keyring.
class TestCliDoctor : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void aPastedErrorIsExplained_data();
    void aPastedErrorIsExplained();
    void itAnswersPrograms();
    void aHealthyAccountEndsWithZero();
    void anAccountThatNeedsSomebodyEndsWithOne();
    void aTokenComesByStandardInputAndNeverOut();
    void aTokenInTheArgumentsIsRefused();
    void wrongCallsEndWithTwo();
    void itSpeaksGerman();

private:
    QByteArray mint(std::chrono::seconds age) const;
    void keep(const QString &username, const QByteArray &token, std::chrono::seconds age);
    Ending call(const QStringList &arguments, const QByteArray &input = {}, const QString &language = u"C.UTF-8"_s)
    {
        CommandLine line(m_home->path(), QStringList{u"doctor"_s} + arguments, language);
        line.give(input);
        return line.wait(40'000);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Keyring> m_keyring;
    SystemClock m_clock;
};

void TestCliDoctor::init()
{
    if (!Keyring::isPossible())
        QSKIP("needs a keyring of its own");
    m_home = std::make_unique<QTemporaryDir>();
    m_keyring = std::make_unique<Keyring>();
    QVERIFY(m_keyring->start());
}

void TestCliDoctor::cleanup()
{
    m_keyring.reset();
    m_home.reset();
}

QByteArray TestCliDoctor::mint(std::chrono::seconds age) const
{
    const QDateTime then = m_clock.now().addSecs(-age.count());
    return mintPracticeToken({.kind = PracticeToken::Kind::Long,
                              .appId = PracticeServer::clientId().toULongLong(),
                              .userId = 27640875392278831,
                              .scopes = practiceScopes(),
                              .issuedAt = then,
                              .expiresAt = then.addDays(60)});
}

void TestCliDoctor::keep(const QString &username, const QByteArray &token, std::chrono::seconds age)
{
    Program program(m_home->path() + "/data/TokenDesk"_L1);
    NewAccount fresh{.token = Secret(token)};
    fresh.account.providerId = u"practice"_s;
    fresh.account.userId = u"27640875392278831"_s;
    fresh.account.username = username;
    fresh.account.issueToken(TokenKind::LongLived, 60 * 24h, m_clock.now().addSecs(-age.count()));
    fresh.account.grantPermissions(practiceScopes());
    Awaited<Account> adopted;
    program.accounts.adopt(std::move(fresh), &adopted.context, adopted.callback());
    QVERIFY(adopted.wait());
}

void TestCliDoctor::aPastedErrorIsExplained_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("who");
    QTest::addColumn<int>("code");
    QTest::newRow("JSON") << QByteArray("{\"error\":{\"message\":\"x\",\"code\":190,\"error_subcode\":459}}")
                          << u"security check"_s << u"Who: The account's owner"_s << 1;
    QTest::newRow("an address") << QByteArray("https://localhost:8917/instagram/?error=access_denied") << u"not given"_s
                                << u"Who: The account's owner"_s << 1;
    QTest::newRow("a German page") << QByteArray("Unzureichende Entwicklerrolle") << u"own testers"_s
                                   << u"Who: The owner of the app"_s << 1;
    QTest::newRow("unknown") << QByteArray("the moon") << u"Nobody here knows"_s << u"developer"_s << 1;
    QTest::newRow("nothing") << QByteArray() << u"token doctor"_s << QString() << 0;
}

void TestCliDoctor::aPastedErrorIsExplained()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, cause);
    QFETCH(QString, who);
    const Ending end = call({u"--stdin"_s, u"--no-checks"_s}, text);
    QVERIFY2(end.output.contains(cause), qPrintable(end.output + end.complaint));
    QVERIFY2(end.output.contains(who), qPrintable(end.output));
    QTEST(end.code, "code");
}

void TestCliDoctor::itAnswersPrograms()
{
    const Ending end = call({u"--stdin"_s, u"--no-checks"_s, u"--json"_s},
                            "{\"error\":{\"message\":\"x\",\"code\":4,\"fbtrace_id\":\"AbC\"}}");
    const QJsonObject json = QJsonDocument::fromJson(end.output.toUtf8()).object();
    const QJsonObject error = json["error"_L1].toObject();
    QCOMPARE(error["known"_L1].toString(), u"throttled-app"_s);
    QCOMPARE(error["code"_L1].toInt(), 4);
    QCOMPARE(error["traceId"_L1].toString(), u"AbC"_s);
    QVERIFY(error["temporary"_L1].toBool());
    QCOMPARE(json["steps"_L1].toArray().first().toObject()["who"_L1].toString(), u"provider"_s);
    QCOMPARE(end.code, 1);
}

void TestCliDoctor::aHealthyAccountEndsWithZero()
{
    keep(u"lumen.light"_s, mint(0s), 0s);
    const Ending end = call({u"@lumen.light"_s, u"--json"_s});
    QVERIFY2(end.code == 0, qPrintable(end.output + end.complaint));
    const QJsonObject json = QJsonDocument::fromJson(end.output.toUtf8()).object();
    QCOMPARE(json["checks"_L1].toArray().size(), 11);
    QCOMPARE(json["facts"_L1].toObject()["usable"_L1].toString(), u"yes"_s);
    QVERIFY(json["steps"_L1].toArray().isEmpty());
}

void TestCliDoctor::anAccountThatNeedsSomebodyEndsWithOne()
{
    keep(u"old"_s, mint(61 * 24h), 61 * 24h);
    const Ending end = call({u"old"_s});
    QCOMPARE(end.code, 1);
    QVERIFY2(end.output.contains(u"■ Token: The token has run out."_s), qPrintable(end.output));
    QVERIFY(end.output.contains("Sign in again."_L1));
}

void TestCliDoctor::aTokenComesByStandardInputAndNeverOut()
{
    const QByteArray token = mint(0s);
    Canaries canaries;
    canaries.plant(token);
    for (const QStringList &arguments : {QStringList{u"--stdin"_s}, QStringList{u"--stdin"_s, u"--json"_s}}) {
        const Ending end = call(arguments, "Bearer " + token + '\n');
        QVERIFY2(end.code == 0, qPrintable(end.output + end.complaint));
        QVERIFY(end.output.contains(u'@'));
        QCOMPARE(canaries.in(end.output.toUtf8() + end.complaint.toUtf8()), QStringList());
    }
    QCOMPARE(canaries.below(m_home->path()), QStringList());
}

void TestCliDoctor::aTokenInTheArgumentsIsRefused()
{
    const QByteArray token = mint(0s);
    const Ending end = call({QString::fromLatin1(token)});
    QCOMPARE(end.code, 2);
    QVERIFY(end.complaint.contains("--stdin"_L1));
    QVERIFY(!end.complaint.contains(QString::fromLatin1(token.left(40))));
}

void TestCliDoctor::wrongCallsEndWithTwo()
{
    QCOMPARE(call({u"nobody"_s}).code, 2);
    QCOMPARE(call({u"a"_s, u"b"_s}).code, 2);
    QCOMPARE(call({u"--odd"_s}).code, 2);
    QCOMPARE(call({u"--help"_s}).code, 0);
}

void TestCliDoctor::itSpeaksGerman()
{
    const Ending end = call({u"--stdin"_s, u"--no-checks"_s}, "Invalid platform app", u"de_DE.UTF-8"_s);
    QVERIFY2(end.output.contains("kennt diese App-ID nicht"_L1), qPrintable(end.output));
    QVERIFY2(end.output.contains("Was zu tun ist"_L1), qPrintable(end.output));
}

QTEST_GUILESS_MAIN(TestCliDoctor)
#include "tst_clidoctor.moc"
