// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext.h"

#include <QSet>
#include <QTest>
#include <array>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array allKinds{ErrorKind::Cancelled,
                              ErrorKind::Denied,
                              ErrorKind::TimedOut,
                              ErrorKind::Offline,
                              ErrorKind::Insecure,
                              ErrorKind::ServerTrouble,
                              ErrorKind::RateLimited,
                              ErrorKind::Rejected,
                              ErrorKind::Misconfigured,
                              ErrorKind::Malformed,
                              ErrorKind::InvalidInput,
                              ErrorKind::PortTaken,
                              ErrorKind::KeychainUnavailable,
                              ErrorKind::KeychainLocked,
                              ErrorKind::Storage,
                              ErrorKind::SchedulerUnavailable};

} // namespace

class TestErrorText : public QObject
{
    Q_OBJECT
private slots:
    void everyKindIsPhrased_data();
    void everyKindIsPhrased();
    void kindsAreToldApart();
    void hintIsNamed_data();
    void hintIsNamed();
    void hintOfAnotherKindIsLeftAlone();
    void waitIsToldInMinutes();
    void detailsHoldWhatADeveloperNeeds();
    void detailsLeaveOutWhatIsNotThere();
    void allOfItIsToldInOneText();
};

void TestErrorText::everyKindIsPhrased_data()
{
    QTest::addColumn<ErrorKind>("kind");
    for (const ErrorKind kind : allKinds)
        QTest::newRow(qPrintable(nameOf(kind))) << kind;
}

void TestErrorText::everyKindIsPhrased()
{
    QFETCH(ErrorKind, kind);
    const ErrorText text = describe({.kind = kind, .what = u"the step"_s}, u"Practice"_s);
    for (const QString &sentence : {text.happened, text.todo, text.who}) {
        QVERIFY(sentence.size() > 10);
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
        QVERIFY2(!sentence.contains("invalid token"_L1, Qt::CaseInsensitive), qPrintable(sentence));
    }
}

void TestErrorText::kindsAreToldApart()
{
    QSet<QString> sentences;
    for (const ErrorKind kind : allKinds)
        sentences.insert(describe({.kind = kind, .what = {}}, u"Instagram"_s).happened);
    QCOMPARE(sentences.size(), qsizetype(allKinds.size()));
}

void TestErrorText::hintIsNamed_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<ErrorHint>("hint");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, ErrorKind kind, ErrorHint hint, const QString &word) {
        QTest::newRow(name) << kind << hint << word;
    };
    row("app id", ErrorKind::Misconfigured, ErrorHint::AppId, u"Instagram app id"_s);
    row("app secret", ErrorKind::Misconfigured, ErrorHint::AppSecret, u"app secret"_s);
    row("redirect address", ErrorKind::Misconfigured, ErrorHint::RedirectAddress, u"last slash"_s);
    row("scopes", ErrorKind::Misconfigured, ErrorHint::Scopes, u"Tick fewer"_s);
    row("role", ErrorKind::Misconfigured, ErrorHint::Role, u"Instagram Tester"_s);
    row("role, as a refusal", ErrorKind::Denied, ErrorHint::Role, u"Instagram Tester"_s);
    row("code used", ErrorKind::Rejected, ErrorHint::CodeUsed, u"fresh one"_s);
    row("expired", ErrorKind::Rejected, ErrorHint::Expired, u"run out"_s);
    row("password changed", ErrorKind::Rejected, ErrorHint::PasswordChanged, u"password was changed"_s);
    row("app removed", ErrorKind::Rejected, ErrorHint::AppRemoved, u"access away"_s);
    row("checkpoint", ErrorKind::Rejected, ErrorHint::Checkpoint, u"security check"_s);
    row("wrong host", ErrorKind::Rejected, ErrorHint::WrongHost, u"another service"_s);
    row("permission", ErrorKind::Rejected, ErrorHint::Permission, u"permission"_s);
}

void TestErrorText::hintIsNamed()
{
    QFETCH(ErrorKind, kind);
    QFETCH(ErrorHint, hint);
    QFETCH(QString, word);
    const ErrorText plain = describe({.kind = kind, .what = {}}, u"Instagram"_s);
    const ErrorText text = describe({.kind = kind, .what = {}, .hint = hint}, u"Instagram"_s);
    QVERIFY2((text.happened + text.todo).contains(word), qPrintable(text.happened + text.todo));
    QVERIFY(text.happened != plain.happened);
}

void TestErrorText::hintOfAnotherKindIsLeftAlone()
{
    const ErrorText plain = describe({.kind = ErrorKind::Offline, .what = {}}, u"Instagram"_s);
    const ErrorText text = describe({.kind = ErrorKind::Offline, .what = {}, .hint = ErrorHint::AppId}, u"Instagram"_s);
    QCOMPARE(text.happened, plain.happened);
}

void TestErrorText::waitIsToldInMinutes()
{
    const auto todo = [](int seconds) {
        return describe({.kind = ErrorKind::RateLimited, .what = {}, .retryAfter = seconds}, u"Instagram"_s).todo;
    };
    QVERIFY2(todo(600).contains("10"_L1), qPrintable(todo(600)));
    QVERIFY2(todo(61).contains("2"_L1), qPrintable(todo(61)));
    QVERIFY2(todo(0).contains("hour"_L1), qPrintable(todo(0)));
}

void TestErrorText::detailsHoldWhatADeveloperNeeds()
{
    const Error error{.kind = ErrorKind::Rejected,
                      .what = u"extending the token"_s,
                      .message = u"The session has been invalidated"_s,
                      .type = u"OAuthException"_s,
                      .traceId = u"AbC123"_s,
                      .httpStatus = 400,
                      .code = 190,
                      .subcode = 460};
    const QString details = describe(error, u"Instagram"_s).details;
    for (const QLatin1StringView part : {"Rejected"_L1, "extending the token"_L1, "The session has been invalidated"_L1,
                                         "OAuthException"_L1, "AbC123"_L1, "400"_L1, "190"_L1, "460"_L1})
        QVERIFY2(details.contains(part), part.data());
}

void TestErrorText::detailsLeaveOutWhatIsNotThere()
{
    const QString details = describe({.kind = ErrorKind::Offline, .what = u"the profile"_s}, u"Instagram"_s).details;
    QCOMPARE(details, u"Kind: Offline\nStep: the profile"_s);
}

void TestErrorText::allOfItIsToldInOneText()
{
    Error error{.kind = ErrorKind::Rejected, .what = {}, .hint = ErrorHint::Expired};
    const ErrorText text = describe(error, u"Practice"_s);
    QCOMPARE(told(text), text.happened + u' ' + text.todo);
    error.traceId = u"AbC_d-1"_s;
    const QString whole = told(describe(error, u"Practice"_s));
    QVERIFY2(whole.startsWith(told(text)) && whole.endsWith("AbC_d-1"_L1), qPrintable(whole));
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
