// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceerrors.h"
#include "support/practicefixture.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>
#include <optional>

using namespace Qt::StringLiterals;
using namespace tokendesk;
using Answer = PracticeClient::Answer;

namespace {

// Faults with a test of their own, below or in tst_practicewire; all others are errors and told by the tables.
const QStringList special{u"hang"_s,
                          u"drip"_s,
                          u"reset"_s,
                          u"reset-after-request"_s,
                          u"garbage"_s,
                          u"huge"_s,
                          u"truncated"_s,
                          u"redirect307"_s,
                          u"html200"_s,
                          u"html503"_s,
                          u"empty"_s,
                          u"wrong-content-type"_s,
                          u"denied"_s,
                          u"developer-role-redirect"_s,
                          u"server-error-redirect"_s,
                          u"data-list"_s,
                          u"permissions-text"_s,
                          u"user-id-text"_s,
                          u"no-permissions"_s,
                          u"no-lifetime"_s,
                          u"no-page-tokens"_s, // by tst_facebookmistakes
                          u"other-app"_s};

/// JSON as it is read more easily.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

/// Every fault that is an answer is the answer it says.
class TestPracticeFaults : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_practice.emplace(); }

    void everyFaultIsTestedHere();
    void errorsComeInTheShapeOfTheirEndpoint_data();
    void errorsComeInTheShapeOfTheirEndpoint();
    void theImportantErrorsAreMetasWords_data();
    void theImportantErrorsAreMetasWords();
    void throttlingIsToldInTheHeadersToo_data();
    void throttlingIsToldInTheHeadersToo();
    void refusalsComeByRedirect_data();
    void refusalsComeByRedirect();
    void grantsComeInEveryShape_data();
    void grantsComeInEveryShape();
    void extendedGrantsComeInEveryShape();
    void foreignAnswersAreWellFormed_data();
    void foreignAnswersAreWellFormed();
    void aRedirectIsAskedForTheSecretAndTellsWhetherItCame();
    void faultsShowAsOftenAsAskedFor();
    void faultsStayAtTheirEndpoint();
    void shapesAndTroubleGoTogether();
    void whatIsUnknownIsLeftOut();

private:
    /// Asks an endpoint for something that works without a fault.
    Answer ask(const QString &endpoint);
    std::unique_ptr<QNetworkReply> startMe();

    std::optional<PracticeFixture> m_practice;
};

Answer TestPracticeFaults::ask(const QString &endpoint)
{
    PracticeClient &client = m_practice->client;
    if (endpoint == "authorize"_L1)
        return client.get(u"/oauth/authorize"_s, client.authorization({u"instagram_business_basic"_s}));
    if (endpoint == "token"_L1)
        return client.post(u"/oauth/access_token"_s, client.exchange(client.code()));
    if (endpoint == "extend"_L1)
        return client.extend(client.shortToken());
    const QString token = client.longToken();
    m_practice->server.advance(std::chrono::hours(24));
    if (endpoint == "renew"_L1)
        return client.renew(token);
    if (endpoint == "me"_L1)
        return client.me(token);
    return client.get(u"/me/permissions"_s, {{u"access_token"_s, token}});
}

std::unique_ptr<QNetworkReply> TestPracticeFaults::startMe()
{
    return m_practice->client.start("GET", m_practice->client.url(u"/me"_s));
}

void TestPracticeFaults::everyFaultIsTestedHere()
{
    QStringList tested = special;
    for (const NamedPracticeError &each : namedPracticeErrors())
        tested << each.name;
    QStringList names = PracticeServer::faultNames();
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
    names.sort();
    tested.sort();
    QCOMPARE(tested, names);
}

void TestPracticeFaults::errorsComeInTheShapeOfTheirEndpoint_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("name");
    for (const QString &endpoint :
         {u"authorize"_s, u"token"_s, u"extend"_s, u"renew"_s, u"me"_s, u"permissions"_s}) { // Instagram's
        for (const NamedPracticeError &each : namedPracticeErrors())
            QTest::newRow(qPrintable(endpoint + ": "_L1 + each.name)) << endpoint << each.name;
    }
}

void TestPracticeFaults::errorsComeInTheShapeOfTheirEndpoint()
{
    QFETCH(const QString, endpoint);
    QFETCH(const QString, name);
    PracticeError error;
    for (const NamedPracticeError &each : namedPracticeErrors())
        error = each.name == name ? each.error : error;

    m_practice->server.inject({.name = name, .endpoint = endpoint, .times = 1});
    const Answer answer = ask(endpoint);
    QCOMPARE(answer.status, error.status);
    const QJsonObject json = answer.json();
    if (endpoint == "authorize"_L1) {
        QVERIFY(answer.body.contains(error.message.toHtmlEscaped().toUtf8()));
        QVERIFY(answer.header("Location").isEmpty());
    } else if (endpoint == "token"_L1) {
        QCOMPARE(json,
                 (QJsonObject{
                     {u"error_type"_s, error.type}, {u"code"_s, error.status}, {u"error_message"_s, error.message}}));
    } else {
        const QJsonObject told = answer.graphError();
        QCOMPARE(told.value("code"_L1).toInt(), error.code);
        QCOMPARE(told.value("error_subcode"_L1).toInt(-1), error.subcode.value_or(-1));
        QCOMPARE(told.value("message"_L1).toString(), error.message);
        QCOMPARE(told.value("type"_L1).toString(), error.type);
        QCOMPARE(told.value("fbtrace_id"_L1).toString().size(), 12);
    }
    QCOMPARE(ask(endpoint).status, 200);
}

void TestPracticeFaults::theImportantErrorsAreMetasWords_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &endpoint, const QString &shown) {
        QTest::newRow(qPrintable(QLatin1StringView(name) + ": "_L1 + shown))
            << QString::fromLatin1(name) << endpoint << shown;
    };
    row("invalid-platform-app", u"authorize"_s,
        u"Invalid Request: Request parameters are invalid: Invalid platform app"_s);
    row("invalid-redirect-uri", u"authorize"_s,
        u"Invalid Request: Request parameters are invalid: Invalid redirect_uri"_s);
    row("developer-role", u"authorize"_s, u"Insufficient Developer Role: Insufficient developer role"_s);
    row("code-used", u"token"_s,
        QString::fromLatin1(quoted("{'code':400,'error_message':'Matching code was not found or was already "
                                   "used','error_type':'OAuthException'}")));
    row("wrong-secret", u"token"_s, u"Error validating client secret"_s);
    row("app-removed", u"me"_s, u"Error validating access token: The user has not authorized application."_s);
    row("app-removed", u"me"_s, u"\"error_subcode\":458"_s);
    row("expired", u"renew"_s,
        u"Error validating access token: Session has expired on Monday, 05-Jan-26 00:30:00 PST."_s);
    row("expired", u"renew"_s, u"\"error_subcode\":0"_s);
    row("expired-463", u"renew"_s, u"\"error_subcode\":463"_s);
    row("tester", u"extend"_s, u"\"Unsupported request - method type: get\",\"type\":\"IGApiException\""_s);
    row("throttled-app", u"me"_s, u"(#4) Application request limit reached"_s);
    row("throttled", u"me"_s, u"\"code\":80002"_s);
    row("cannot-parse", u"me"_s, u"Invalid OAuth access token - Cannot parse access token"_s);
}

void TestPracticeFaults::theImportantErrorsAreMetasWords()
{
    QFETCH(const QString, name);
    QFETCH(const QString, endpoint);
    QFETCH(const QString, shown);
    m_practice->server.inject({.name = name});
    const Answer answer = ask(endpoint);
    QVERIFY2(answer.body.contains(shown.toUtf8()), answer.body.constData());
}

void TestPracticeFaults::throttlingIsToldInTheHeadersToo_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("throttled-app") << QByteArray("X-App-Usage")
                                   << quoted("{'call_count':100,'total_cputime':33,'total_time':50}");
    QTest::newRow("throttled") << QByteArray("X-Business-Use-Case-Usage")
                               << quoted("{'17841400000000101':[{'call_count':100,'estimated_time_to_regain_access':5,'"
                                         "total_cputime':33,'total_time':50,'type':'instagram'}]}");
}

void TestPracticeFaults::throttlingIsToldInTheHeadersToo()
{
    QFETCH(const QByteArray, header);
    m_practice->server.inject({.name = QString::fromLatin1(QTest::currentDataTag()), .endpoint = u"me"_s});
    QTEST(ask(u"me"_s).header(header), "value");
}

void TestPracticeFaults::refusalsComeByRedirect_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("denied") << u"error=access_denied&error_reason=user_denied"
                               "&error_description=The+user+denied+your+request&state=state-1"_s;
    QTest::newRow("developer-role-redirect") << u"error=access_denied&error_reason=user_denied"
                                                "&error_description=Insufficient+developer+role&state=state-1"_s;
    QTest::newRow("server-error-redirect") << u"error=server_error&error_reason=server_error"
                                              "&error_description=Try+again+later&state=state-1"_s;
}

void TestPracticeFaults::refusalsComeByRedirect()
{
    QFETCH(const QString, query);
    m_practice->server.inject({.name = QString::fromLatin1(QTest::currentDataTag())});
    const Answer answer = ask(u"authorize"_s);
    QCOMPARE(answer.status, 302);
    QCOMPARE(QString::fromLatin1(answer.header("Location")), m_practice->client.redirectUri() + u'?' + query);
}

void TestPracticeFaults::grantsComeInEveryShape_data()
{
    QTest::addColumn<QStringList>("faults");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("usual") << QStringList{}
                           << quoted("','permissions':['instagram_business_basic','instagram_business_manage_insights']"
                                     ",'user_id':27640875392278831}");
    QTest::newRow("list") << QStringList{u"data-list"_s}
                          << quoted("'instagram_business_manage_insights'],'user_id':27640875392278831}]}");
    QTest::newRow("text") << QStringList{u"permissions-text"_s, u"user-id-text"_s}
                          << quoted("','permissions':'instagram_business_basic,instagram_business_manage_insights','"
                                    "user_id':'27640875392278831'}");
    QTest::newRow("none") << QStringList{u"no-permissions"_s} << quoted("','user_id':27640875392278831}");
    QTest::newRow("as documented") << QStringList{u"data-list"_s, u"permissions-text"_s, u"user-id-text"_s}
                                   << quoted("instagram_business_manage_insights','user_id':'27640875392278831'}]}");
}

void TestPracticeFaults::grantsComeInEveryShape()
{
    QFETCH(const QStringList, faults);
    QFETCH(const QByteArray, shown);
    for (const QString &name : faults)
        m_practice->server.inject({.name = name});
    const Answer answer = ask(u"token"_s);
    QCOMPARE(answer.status, 200);
    QVERIFY2(answer.body.endsWith(shown), answer.body.constData());
    QCOMPARE(answer.body.startsWith(quoted("{'data':[{'access_token':'PRACTICE")), faults.contains(u"data-list"_s));
}

void TestPracticeFaults::extendedGrantsComeInEveryShape()
{
    m_practice->server.inject({.name = u"no-lifetime"_s, .times = 2});
    for (const QString &endpoint : {u"extend"_s, u"renew"_s})
        QVERIFY(!ask(endpoint).json().contains("expires_in"_L1) || endpoint == "renew"_L1);
    m_practice->server.clearFaults();
    m_practice->server.inject({.name = u"data-list"_s, .endpoint = u"extend"_s, .times = 1});
    const Answer wrapped = ask(u"extend"_s);
    QVERIFY(wrapped.json().value("data"_L1).toArray().at(0).toObject().contains("access_token"_L1));
    m_practice->server.inject({.name = u"data-list"_s, .endpoint = u"me"_s, .times = 1});
    QVERIFY(ask(u"me"_s).json().value("data"_L1).toArray().at(0).toObject().contains("username"_L1));
}

void TestPracticeFaults::foreignAnswersAreWellFormed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("html200") << 200 << QByteArray("text/html; charset=utf-8") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("html503") << 503 << QByteArray("text/html; charset=utf-8") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("empty") << 200 << QByteArray("application/json") << QByteArray();
    QTest::newRow("wrong-content-type") << 200 << QByteArray("application/octet-stream") << QByteArray("{\"id\":\"276");
    QTest::newRow("redirect307") << 307 << QByteArray() << QByteArray();
}

void TestPracticeFaults::foreignAnswersAreWellFormed()
{
    QFETCH(const QByteArray, start);
    m_practice->server.inject({.name = QString::fromLatin1(QTest::currentDataTag()), .endpoint = u"me"_s});
    const Answer answer = ask(u"me"_s);
    QTEST(answer.status, "status");
    QTEST(answer.header("Content-Type"), "type");
    QVERIFY(answer.body.startsWith(start));
    QCOMPARE(answer.body.isEmpty(), start.isEmpty());
}

void TestPracticeFaults::aRedirectIsAskedForTheSecretAndTellsWhetherItCame()
{
    m_practice->server.inject({.name = u"redirect307"_s});
    QCOMPARE(PracticeClient::wait(startMe()).header("Location"), QByteArray("/elsewhere"));
    QVERIFY(!m_practice->server.requests().contains(u"GET /elsewhere"_s));
    m_practice->client.get(u"/elsewhere"_s);
    QVERIFY(m_practice->server.requests().contains(u"GET /elsewhere"_s));
}

void TestPracticeFaults::faultsShowAsOftenAsAskedFor()
{
    m_practice->server.inject({.name = u"unavailable"_s, .times = 2});
    m_practice->server.inject({.name = u"app-removed"_s});
    QList<int> codes;
    for (int i = 0; i < 5; ++i)
        codes << PracticeClient::wait(startMe()).graphError().value("code"_L1).toInt();
    QCOMPARE(codes, (QList<int>{2, 2, 190, 190, 190}));
    m_practice->server.clearFaults();
    QCOMPARE(PracticeClient::wait(startMe()).graphError().value("code"_L1).toInt(), 2500);
}

void TestPracticeFaults::faultsStayAtTheirEndpoint()
{
    m_practice->server.inject({.name = u"html503"_s, .endpoint = u"permissions"_s});
    QCOMPARE(ask(u"me"_s).status, 200);
    QCOMPARE(ask(u"permissions"_s).status, 503);
    m_practice->server.inject({.name = u"code-used"_s}); // belongs to the token endpoint
    QCOMPARE(ask(u"authorize"_s).status, 200);
    QCOMPARE(ask(u"token"_s).status, 400);
}

void TestPracticeFaults::shapesAndTroubleGoTogether()
{
    m_practice->server.inject({.name = u"data-list"_s, .endpoint = u"me"_s});
    m_practice->server.inject({.name = u"wrong-content-type"_s, .endpoint = u"me"_s});
    const Answer answer = ask(u"me"_s);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/octet-stream"));
    QVERIFY(answer.json().contains("data"_L1));
}

void TestPracticeFaults::whatIsUnknownIsLeftOut()
{
    m_practice->server.inject({.name = u"nonsense"_s});
    m_practice->server.inject({.name = u"html503"_s, .endpoint = u"nonsense"_s});
    QCOMPARE(ask(u"me"_s).status, 200);
}

QTEST_GUILESS_MAIN(TestPracticeFaults)
#include "tst_practicefaults.moc"
