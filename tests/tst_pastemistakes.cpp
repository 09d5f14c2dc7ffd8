// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/secretfield.h"
#include "practice/practicetokens.h"
#include "support/connectstage.h"
#include "support/pastedtoken.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What people paste for a token that is none, or none that works: what was done, and the sentences that they get for
/// it, at the real dialog in front of Practice.
class TestPasteMistakes : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_stage = std::make_unique<ConnectStage>(); }
    void cleanup() { m_stage.reset(); }

    void whatStandsAroundItGoes_data();
    void whatStandsAroundItGoes();
    void whatCannotWorkIsNamedAtOnce_data();
    void whatCannotWorkIsNamedAtOnce();
    void whatTheProviderRefusesIsNamed_data();
    void whatTheProviderRefusesIsNamed();
    void whatBelongsElsewhereGoesThere_data();
    void whatBelongsElsewhereGoesThere();
    void anHoursTokenThatWasStoredHasRunOut();
    void anEndThatIsNotKnownIsSaidAndLearned();
    void aOneHourTokenIsExtendedWhereItsSecretIsKept();

private:
    ConnectStage &stage() { return *m_stage; }
    Account only() { return stage().desk.accounts().all().value(0); }
    QByteArray token(int days = 2, PracticeToken::Kind kind = PracticeToken::Kind::Long)
    {
        PracticeToken token = givenToken(stage().clock.now());
        token.kind = kind;
        token.issuedAt = stage().clock.now().addDays(-days);
        token.expiresAt = token.issuedAt.addSecs(kind == PracticeToken::Kind::Long ? 60 * 86400 : 3600);
        return mintPracticeToken(token);
    }
    void paste(const QByteArray &text)
    {
        stage().open();
        stage().dialog->askForToken();
        QVERIFY(stage().comesToSee(u"tokenInput"_s));
        stage().find<SecretField>(u"tokenInput"_s)->setContent(Secret(text));
    }
    bool goesOn() { return stage().find<QAbstractButton>(u"connectPrimary"_s)->isEnabled(); }

    std::unique_ptr<ConnectStage> m_stage;
};

void TestPasteMistakes::whatStandsAroundItGoes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("in quotation marks") << QByteArray("\"%\"");
    QTest::newRow("in typographic ones") << QByteArray("\xe2\x80\x9e%\xe2\x80\x9c");
    QTest::newRow("as a line of JSON") << QByteArray("  \"access_token\": \"%\",");
    QTest::newRow("with the header") << QByteArray("Authorization: Bearer %");
    QTest::newRow("in an address") << QByteArray("https://graph.instagram.com/me?fields=id&access_token=%");
    QTest::newRow("in a mail") << QByteArray("Hi Anna,\n\nhere is the token:\n%\n\nBest,\nTom");
    QTest::newRow("with an invisible mark") << QByteArray("\xef\xbb\xbf%\n");
}

void TestPasteMistakes::whatStandsAroundItGoes()
{
    QFETCH(QByteArray, text);
    const QByteArray pasted = token();
    paste(text.replace('%', pasted));
    QVERIFY2(stage().read(u"tokenRecognised"_s).contains("Practice"_L1),
             qPrintable(stage().read(u"tokenRecognised"_s)));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(stage().keychain.value(only().tokenKey).view().toByteArray(), pasted);
}

void TestPasteMistakes::whatCannotWorkIsNamedAtOnce_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const QByteArray tail = QByteArray("x7Qz").repeated(40);
    QTest::newRow("cut off") << QByteArray("IG") + "AAJ1x7Qz…" << u"A part of this token is missing"_s;
    QTest::newRow("shortened where it is shown") << QByteArray("IG") + "AAJ1...x7Qz" << u"is missing"_s;
    QTest::newRow("Basic Display") << QByteArray("IG") + "QVJ" + tail << u"Basic Display"_s;
    QTest::newRow("Basic Display, when it ended") << QByteArray("IG") + "QVJ" + tail << u"4 December 2024"_s;
    QTest::newRow("the app secret") << QByteArray("0123abcd").repeated(4) << u"app secret and is no token"_s;
    QTest::newRow("the code") << QByteArray("https://localhost/?code=AQB1234567890#_")
                              << u"code from the consent page"_s;
    QTest::newRow("an account's number") << QByteArray("17841400000000001") << u"only a number"_s;
    QTest::newRow("something else") << QByteArray("hello") << u"no token in this text"_s;
}

void TestPasteMistakes::whatCannotWorkIsNamedAtOnce()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    paste(text);
    QVERIFY2(stage().read(u"tokenRecognised"_s).contains(sentence), qPrintable(stage().read(u"tokenRecognised"_s)));
    QVERIFY(!goesOn());
    QVERIFY(stage().server.requests().isEmpty());
}

void TestPasteMistakes::whatTheProviderRefusesIsNamed_data()
{
    QTest::addColumn<int>("chopped");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("happened");
    QTest::addColumn<QString>("todo");
    const QString again = u"where this one came from"_s;
    QTest::newRow("expired") << 0 << 61 << QString() << u"has run out"_s << again;
    QTest::newRow("truncated where nothing shows it")
        << 7 << 2 << QString() << u"cannot read this token"_s << QString();
    QTest::newRow("of another host") << 0 << 2 << u"cannot-parse"_s << u"cannot read this token"_s
                                     << u"belongs to another service"_s;
    QTest::newRow("the password was changed") << 0 << 2 << u"password-changed"_s << u"password was changed"_s << again;
    QTest::newRow("the app was removed") << 0 << 2 << u"app-removed"_s << u"took the app's access away"_s << again;
    QTest::newRow("the invitation was not accepted")
        << 0 << 2 << u"tester"_s << u"only the app's own testers"_s << QString();
}

void TestPasteMistakes::whatTheProviderRefusesIsNamed()
{
    QFETCH(int, chopped);
    QFETCH(int, days);
    QFETCH(QString, fault);
    QFETCH(QString, happened);
    QFETCH(QString, todo);
    if (!fault.isEmpty())
        stage().server.inject({.name = fault, .endpoint = u"me"_s});
    paste(token(days).chopped(chopped));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY2(stage().read(u"errorHappened"_s).contains(happened), qPrintable(stage().read(u"errorHappened"_s)));
    QVERIFY2(stage().read(u"errorTodo"_s).contains(todo), qPrintable(stage().read(u"errorTodo"_s)));
    QVERIFY(stage().desk.accounts().all().isEmpty());
    QVERIFY(stage().keychain.keys().isEmpty());
}

void TestPasteMistakes::whatBelongsElsewhereGoesThere_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("Facebook's, where Instagram's was meant")
        << QByteArray("EA") + "AGm" << u"This is a Facebook token"_s;
    QTest::newRow("Instagram's, where Facebook's was meant")
        << QByteArray("IG") + "AAJ" << u"This is an Instagram token"_s;
}

void TestPasteMistakes::whatBelongsElsewhereGoesThere()
{
    QFETCH(QByteArray, prefix);
    QFETCH(QString, sentence);
    paste(prefix + QByteArray("x7Qz").repeated(40));
    QVERIFY2(stage().read(u"tokenRecognised"_s).contains(sentence), qPrintable(stage().read(u"tokenRecognised"_s)));
    QVERIFY(goesOn());
}

/// It came from a sign-in elsewhere and was put down without being extended.
void TestPasteMistakes::anHoursTokenThatWasStoredHasRunOut()
{
    paste(token(1, PracticeToken::Kind::Short));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY2(stage().read(u"errorHappened"_s).contains("has run out"_L1), qPrintable(stage().read(u"errorHappened"_s)));
    QVERIFY(stage().desk.accounts().all().isEmpty());
}

/// Until the first renewal, which comes with an answer to it.
void TestPasteMistakes::anEndThatIsNotKnownIsSaidAndLearned()
{
    paste(token(0));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(only().tokenKind, TokenKind::Unknown);
    QVERIFY(!only().expiresAt.isValid());
    QCOMPARE(stage().desk.accounts().status(only().id).detail, StatusDetail::ExpiryUnknown);
    QVERIFY2(stage().read(u"doneLife"_s).contains("then knows when it ends"_L1),
             qPrintable(stage().read(u"doneLife"_s)));
    stage().clock.advance(25h);
    Awaited<Account> renewed;
    stage().desk.accounts().renew(only().id, &renewed.context, renewed.callback());
    QVERIFY(renewed.wait());
    QCOMPARE(only().expiresAt, stage().clock.now().addDays(60));
    QCOMPARE(stage().desk.accounts().status(only().id).detail, StatusDetail::RenewsOn);
}

/// A provider whose app's secret is kept here.
void TestPasteMistakes::aOneHourTokenIsExtendedWhereItsSecretIsKept()
{
    paste(token(0, PracticeToken::Kind::Short));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(only().tokenKind, TokenKind::LongLived);
    QCOMPARE(only().expiresAt, stage().clock.now().addDays(60));
}

QTEST_MAIN(TestPasteMistakes)
#include "tst_pastemistakes.moc"
