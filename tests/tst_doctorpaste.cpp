// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/doctorreport.h"
#include "doctor/doctortext.h"
#include "support/canaries.h"
#include "support/surgery.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

/// What is pasted into the token doctor: recognised, kept out of the report, and forgotten.
class TestDoctorPaste : public QObject
{
    Q_OBJECT
private slots:
    void whatIsPastedIsRecognised_data();
    void whatIsPastedIsRecognised();
    void whatIsNoErrorIsToldApart_data();
    void whatIsNoErrorIsToldApart();
    void theReportHoldsNoSecret();
    void theReportIsTheUsersAlone();
    void forgettingWipesWhatWasPasted();
};

// -- what is pasted, asking nobody

void TestDoctorPaste::whatIsPastedIsRecognised_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("known");
    QTest::addColumn<Mender>("who");
    const auto row = [](const char *name, const QByteArray &text, const char *known, Mender who) {
        QTest::newRow(name) << text << QString::fromLatin1(known) << who;
    };
    row("JSON of the Graph API", "{\"error\":{\"message\":\"x\",\"code\":190,\"error_subcode\":458}}", "app-removed",
        Mender::AccountOwner);
    row("JSON with words around it",
        "it says: {\"error\":{\"message\":\"x\",\"code\":190,\"error_subcode\":463}} since monday", "expired",
        Mender::You);
    row("JSON over lines", "{\n  \"error\": {\n    \"code\": 4\n  }\n}", "throttled-app", Mender::Provider);
    row("JSON of the token endpoint",
        "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Invalid platform app\"}", "app-id",
        Mender::AppOwner);
    row("JSON of RFC 6749", "{\"error\":\"invalid_grant\"}", "grant-refused", Mender::You);
    row("JSON of debug_token",
        "{\"data\":{\"is_valid\":false,\"error\":{\"code\":190,\"subcode\":460,\"message\":\"x\"}}}",
        "password-changed", Mender::You);
    row("an address that came back",
        "https://localhost:8917/instagram/?error=access_denied&error_reason=user_denied&error_description=No#_",
        "denied", Mender::AccountOwner);
    row("an address with Meta's code", "https://example.org/cb?error_code=191&error_message=Can%27t+Load+URL",
        "redirect-address", Mender::AppOwner);
    row("an address with a fragment", "https://example.org/cb#error=invalid_scope&state=1", "scopes", Mender::AppOwner);
    row("Facebook's address after a no",
        "https://localhost/"
        "?error=access_denied&error_code=200&error_reason=user_denied&error_description=Permissions+error"
        "&state=x#_=_",
        "denied", Mender::AccountOwner);
    row("a header", "WWW-Authenticate: OAuth \"Facebook Platform\" \"invalid_request\" \"(#4) Application limit\"",
        "throttled-app", Mender::Provider);
    row("a page", "Invalid Request: Request parameters are invalid: Invalid platform app", "app-id", Mender::AppOwner);
    row("a page in German", "Unzureichende Entwicklerrolle", "tester", Mender::BothOwners);
    row("a picture's text, typed off", "  INSUFFICIENT\n developer\n  ROLE ", "tester", Mender::BothOwners);
    row("a line of a log", "OAuthException: failed, code: 190, subcode: 492", "no-page-role", Mender::PageAdmin);
    row("Meta's own way of writing codes", "(#10) Application does not have permission", "permission-declined",
        Mender::You);
    row("a throttle's words look like any other's", "(#32) Error validating client secret", "throttled-page",
        Mender::Provider);
    row("only a word", "curl said invalid_client", "app-refused", Mender::AppOwner);
    row("a dead scope", "Invalid Scopes: publish_pages", "retired-page-scopes", Mender::Developer);
}

void TestDoctorPaste::whatIsPastedIsRecognised()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, known);
    QFETCH(Mender, who);
    Surgery surgery;
    surgery.examination->takePaste(Secret(text));
    const auto &error = surgery.examination->symptom().error;
    QVERIFY(error);
    QCOMPARE(errorCatalogue().of(*error)->id, known);
    QVERIFY(!whatItIs(*surgery.examination).isEmpty());
    QVERIFY(!whatItIs(*surgery.examination).contains("A code from"_L1)); // "#_" alone is none
    const QList<DoctorStep> steps = stepsOf(*surgery.examination);
    QVERIFY(!steps.isEmpty());
    QCOMPARE(int(steps.first().who), int(who));
    QVERIFY(surgery.examination->needsSomebody());
    QVERIFY(surgery.server.requests().isEmpty());
}

void TestDoctorPaste::whatIsNoErrorIsToldApart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<PasteFinding>("finding");
    QTest::addColumn<bool>("unknown");
    QTest::newRow("nothing") << QByteArray() << PasteFinding::Empty << false;
    QTest::newRow("blanks") << QByteArray(" \n ") << PasteFinding::Empty << false;
    QTest::newRow("a whole token") << QByteArray("IGAA" + QByteArray(150, 'Z')) << PasteFinding::Token << false;
    QTest::newRow("a part of one") << QByteArray("IGAAZZZZ…") << PasteFinding::Truncated << false;
    QTest::newRow("Basic Display") << QByteArray("IGQV" + QByteArray(150, 'Z')) << PasteFinding::Retired << false;
    QTest::newRow("an app secret") << QByteArray("0123456789abcdef0123456789abcdef") << PasteFinding::AppSecret
                                   << false;
    QTest::newRow("a code") << QByteArray("https://localhost:8917/instagram/?code=AQB123&state=x#_")
                            << PasteFinding::Code << false;
    QTest::newRow("what nobody knows") << QByteArray("the moon is in the wrong house") << PasteFinding::NoToken << true;
    QTest::newRow("JSON that is no error") << QByteArray("{\"data\":[]}") << PasteFinding::NoToken << true;
    QTest::newRow("not UTF-8") << QByteArray("\xFF\xFE garbage \x80") << PasteFinding::NoToken << true;
    QTest::newRow("too long") << QByteArray(300 * 1024, 'x') << PasteFinding::TooLong << false;
}

void TestDoctorPaste::whatIsNoErrorIsToldApart()
{
    QFETCH(QByteArray, text);
    const Symptom symptom = readSymptom(text);
    QVERIFY(!symptom.error);
    QTEST(symptom.token.finding, "finding");
    QTEST(symptom.isUnknown, "unknown");
}

// -- the report

void TestDoctorPaste::theReportHoldsNoSecret()
{
    Surgery surgery;
    const QByteArray token = Surgery::mint(surgery.clock.now());
    const QByteArray secret = "fedcba98765432100123456789abcdef";
    const QByteArray foreign = "IGAA" + QByteArray("q9X").repeated(40);
    Canaries canaries;
    for (const QByteArray &planted : {token, secret, foreign})
        canaries.plant(planted);
    const QByteArray error = "{\"error\":{\"message\":\"Malformed access token " + foreign + "\",\"code\":190,"
        + "\"type\":\"" + foreign + "\",\"fbtrace_id\":\"" + foreign + "\"}}";
    surgery.examination->chooseAccount(surgery.connectAccount().id);
    const QByteArrayList pastes{token,
                                secret,
                                error,
                                token + "\n" + error,
                                "https://example.org/?error=x&error_description=access_token%3D" + foreign,
                                "Invalid platform app client_secret=" + secret};
    for (const QByteArray &paste : pastes) {
        surgery.examination->takePaste(Secret(paste));
        QVERIFY(surgery.run());
        const QString report = doctorReport(*surgery.examination);
        const QByteArray json = doctorJson(*surgery.examination);
        QCOMPARE(canaries.in(report.toUtf8()), QStringList());
        QCOMPARE(canaries.in(json), QStringList());
        QVERIFY(QJsonDocument::fromJson(json).object().value("checks"_L1).isArray());
    }
}

void TestDoctorPaste::theReportIsTheUsersAlone()
{
    Surgery surgery;
    surgery.examination->takePaste(Secret("Invalid platform app"));
    const QString path = surgery.desk->folder() + "/report.txt"_L1;
    QVERIFY(saveDoctorReport(path, *surgery.examination));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), doctorReport(*surgery.examination));
#ifndef Q_OS_WIN
    const QFile::Permissions others
        = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOwner;
    QVERIFY(!(file.permissions() & others));
#endif
    QVERIFY(!saveDoctorReport(surgery.desk->folder() + "/report.txt/no"_L1, *surgery.examination));
}

void TestDoctorPaste::forgettingWipesWhatWasPasted()
{
    Surgery surgery;
    surgery.examination->takePaste(Secret(Surgery::mint(surgery.clock.now())));
    QVERIFY(surgery.examination->hasToken());
    QVERIFY(surgery.run());
    surgery.examination->forget();
    QVERIFY(!surgery.examination->hasToken());
    QVERIFY(surgery.examination->symptom().token.token.isEmpty());
    QVERIFY(surgery.examination->findings().isEmpty());
    QVERIFY(surgery.examination->facts().whose.isEmpty());
}

QTEST_GUILESS_MAIN(TestDoctorPaste)
#include "tst_doctorpaste.moc"
