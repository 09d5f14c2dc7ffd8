// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/failurepage.h"
#include "errortext.h"
#include "graph/errorcatalogue.h"
#include "support/connectstage.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

/// What people get wrong, the most frequent first, and the sentences that each of them gets for it: at the real dialog,
/// in front of Practice.
class TestUserMistakes : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_stage = std::make_unique<ConnectStage>();
        m_stage->saveApp(true);
    }
    void cleanup() { m_stage.reset(); }

    void onTheProvidersPage_data();
    void onTheProvidersPage();
    void whatNobodyKnowsIsSaidToBeUnknown();
    void everySentenceThatCanBePickedIsAnswered();
    void theAnswerLeadsToTheMend();

    void theStepsBeforeTheFirstSignInLeadToTheirPages();

    void inTheAnswer_data();
    void inTheAnswer();
    void whatIsMendedInTheBrowserLeadsThere();
    void afterTheTokenWasIssued_data();
    void afterTheTokenWasIssued();
    void withATokenThatIsThere_data();
    void withATokenThatIsThere();
    void aFacebookTokenWhereInstagramsBelongsIsTakenForWhatItIs();
    void withATokenThatWorkedBefore_data();
    void withATokenThatWorkedBefore();

private:
    ConnectStage &stage() { return *m_stage; }
    void goToBrowser()
    {
        stage().open();
        QVERIFY(stage().click(u"connectPrimary"_s));
        QVERIFY(stage().comesToSee(u"waitingHeading"_s));
    }
    void compareAnswer(const QString &view)
    {
        QFETCH(QString, happened);
        QFETCH(QString, todo);
        QFETCH(QString, who);
        const QString said = stage().read(view + u"Happened"_s);
        QVERIFY2(said.contains(happened), qPrintable(said));
        const QString advice = stage().read(view + u"Todo"_s);
        QVERIFY2(advice.contains(todo), qPrintable(advice));
        const QString person = stage().read(view + u"Who"_s);
        QVERIFY2(person.contains(who), qPrintable(person));
    }
    static void answerColumns(const char *first)
    {
        QTest::addColumn<QString>(first);
        QTest::addColumn<QString>("happened");
        QTest::addColumn<QString>("todo");
        QTest::addColumn<QString>("who");
    }

    std::unique_ptr<ConnectStage> m_stage;
};

// -- no answer comes back: the person picks or pastes what the page says

void TestUserMistakes::onTheProvidersPage_data()
{
    answerColumns("page");
    const QString id = u"does not know this app id"_s;
    const QString idMend = u"Instagram app id from the dashboard"_s;
    const QString tester = u"only the app's own testers"_s;
    const QString testerMend = u"“Instagram Tester”, then accept the invitation"_s;
    const QString redirect = u"redirect address is not registered"_s;
    const QString redirectMend = u"last slash included"_s;
    const QString scope = u"may not ask for one of these permissions"_s;
    const QString owner = u"owner of the app"_s;
    const auto row = [](const char *mistake, const QString &page, const QString &happened, const QString &todo,
                        const QString &who) { QTest::newRow(mistake) << page << happened << todo << who; };
    row("1 Meta app id instead of the Instagram app id",
        u"Invalid Request: Request parameters are invalid: Invalid platform app"_s, id, idMend, owner);
    row("1 the same, in German", u"Ungültige Anfrage: Die Anfrageparameter sind ungültig: Invalid platform app"_s, id,
        idMend, owner);
    row("1 the same, pasted with line breaks",
        u" Invalid Request:\n Request parameters are invalid:\nInvalid  platform app\n"_s, id, idMend, owner);
    row("2 not a tester", u"Insufficient Developer Role: Insufficient developer role"_s, tester, testerMend,
        u"account's owner accepts"_s);
    row("2 the same, in German", u"Unzureichende Entwicklerrolle"_s, tester, testerMend, u"account's owner accepts"_s);
    row("3 another redirect address", u"Invalid Request: Request parameters are invalid: Invalid redirect_uri"_s,
        redirect, redirectMend, owner);
    row("3 saved on the page of Facebook Login",
        u"URL Blocked: This redirect failed because the redirect URI is not whitelisted in the app’s Client OAuth Settings."_s,
        redirect, redirectMend, owner);
    row("3 the same, in German", u"URL blockiert: Diese Weiterleitung ist fehlgeschlagen."_s, redirect, redirectMend,
        owner);
    row("3 its domain is missing", u"Can’t load URL: The domain of this URL isn't included in the app's domains."_s,
        redirect, redirectMend, owner);
    row("6 a scope of another family", u"Invalid Scope: instagram_basic"_s, scope, u"Tick fewer"_s, owner);
    row("6 a dead scope", u"Invalid Scopes: manage_pages. This message is only shown to developers."_s,
        u"names that ended in 2020"_s, u"begin with “pages_”"_s, u"your developer"_s);
    row("10 an app without Advanced Access and a customer's account", u"It looks like this app isn't available"_s,
        tester, u"have Meta review the app"_s, u"account's owner accepts"_s);
    row("10 the same, in German", u"App nicht verfügbar"_s, tester, u"have Meta review the app"_s,
        u"account's owner accepts"_s);
    row("13 asked too often", u"Please wait a few minutes before you try again."_s, u"wants a pause"_s,
        u"Try again in an hour"_s, u"waiting helps"_s);
}

void TestUserMistakes::onTheProvidersPage()
{
    QFETCH(QString, page);
    goToBrowser();
    QVERIFY(stage().click(u"connectLink"_s));
    auto *words = stage().find<QComboBox>(u"pageWords"_s);
    QVERIFY(words);
    QVERIFY(!stage().sees(u"pageErrorHappened"_s));
    words->setEditText(page);
    compareAnswer(u"pageError"_s);
    QVERIFY(stage().sees(u"waitingHeading"_s)); // the attempt waits on
}

void TestUserMistakes::whatNobodyKnowsIsSaidToBeUnknown()
{
    goToBrowser();
    QVERIFY(stage().click(u"connectLink"_s));
    stage().find<QComboBox>(u"pageWords"_s)->setEditText(u"The moon is in the wrong house"_s);
    QVERIFY(stage().sees(u"pageErrorUnknown"_s));
    QVERIFY(!stage().sees(u"pageErrorHappened"_s));
    stage().find<QComboBox>(u"pageWords"_s)->setEditText(u"Inv"_s); // still typing
    QVERIFY(!stage().sees(u"pageErrorUnknown"_s));
}

void TestUserMistakes::everySentenceThatCanBePickedIsAnswered()
{
    const QStringList sentences = errorCatalogue().sentences();
    QVERIFY(sentences.size() >= 8);
    for (const QString &sentence : sentences)
        QVERIFY2(errorCatalogue().byPage(sentence), qPrintable(sentence));
}

void TestUserMistakes::theAnswerLeadsToTheMend()
{
    goToBrowser();
    QVERIFY(stage().click(u"connectLink"_s));
    auto *words = stage().find<QComboBox>(u"pageWords"_s);
    words->setEditText(u"Insufficient developer role"_s);
    QVERIFY(!stage().sees(u"pageErrorApp"_s));
    words->setEditText(u"Invalid redirect_uri"_s);
    QCOMPARE(stage().read(u"redirectAddress"_s), stage().redirectAddress); // to be copied from here
    QVERIFY(stage().click(u"pageErrorApp"_s));
    QVERIFY(stage().sees(u"appId"_s));
}

void TestUserMistakes::theStepsBeforeTheFirstSignInLeadToTheirPages()
{
    stage().open();
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(!stage().sees(u"setupDashboard"_s)); // folded away
    QVERIFY(stage().click(u"setupStepsHeading"_s));
    QVERIFY(stage().click(u"setupDashboard"_s));
    QCOMPARE(stage().opened.last(), stage().desk.catalog.description(u"test"_s)->dashboard);
    stage().find<QAbstractButton>(u"setupInvitations"_s)->click();
    QCOMPARE(stage().opened.last(), stage().desk.catalog.description(u"test"_s)->withdraw);
}

// -- the answer says what is wrong

void TestUserMistakes::inTheAnswer_data()
{
    QTest::addColumn<QString>("endpoint");
    answerColumns("fault");
    const auto row = [](const char *mistake, const QString &endpoint, const QString &fault, const QString &happened,
                        const QString &todo,
                        const QString &who) { QTest::newRow(mistake) << endpoint << fault << happened << todo << who; };
    row("1 Meta app secret instead of the Instagram app secret", u"token"_s, u"wrong-secret"_s,
        u"secret does not fit the app"_s, u"Meta app secret is another one"_s, u"owner of the app"_s);
    row("1 Meta app id at the exchange", u"token"_s, u"invalid-platform-app"_s, u"does not know this app id"_s,
        u"Instagram app id from the dashboard"_s, u"owner of the app"_s);
    row("2 not a tester, told by the redirect", u"authorize"_s, u"developer-role-redirect"_s,
        u"only the app's own testers"_s, u"accept the invitation"_s, u"account's owner accepts"_s);
    row("3 another redirect address at the exchange", u"token"_s, u"redirect-mismatch"_s,
        u"redirect address is not registered"_s, u"last slash included"_s, u"owner of the app"_s);
    row("6 a misspelt scope", u"token"_s, u"invalid-scope"_s, u"does not exist"_s,
        u"instagram_business_content_publish”"_s, u"your developer"_s);
    row("8 a code used twice", u"token"_s, u"code-used"_s, u"used before or is too old"_s, u"gets a fresh one"_s,
        u"You can do this"_s);
    row("said no on the consent page", u"authorize"_s, u"denied"_s, u"Access was not given"_s, u"choose “Allow”"_s,
        u"account's owner"_s);
}

void TestUserMistakes::inTheAnswer()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, fault);
    stage().server.inject({.name = fault, .endpoint = endpoint});
    goToBrowser();
    stage().answer();
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    compareAnswer(u"error"_s);
    QVERIFY(stage().desk.accounts().all().isEmpty());
}

void TestUserMistakes::whatIsMendedInTheBrowserLeadsThere()
{
    FailurePage page(stage().network, nullptr);
    const auto *button = page.findChild<QAbstractButton *>(u"openPage"_s);
    QSignalSpy asked(&page, &FailurePage::linkRequested);
    page.setError({.kind = ErrorKind::Misconfigured, .what = {}, .hint = ErrorHint::AppId},
                  *stage().desk.catalog.description(u"instagram"_s), {});
    QVERIFY(!button->isHidden());
    page.findChild<QAbstractButton *>(u"openPage"_s)->click();
    QCOMPARE(asked.value(0).value(0).toUrl(), QUrl(u"https://developers.facebook.com/apps/"_s));
    page.setError({.kind = ErrorKind::Rejected, .what = {}}, *stage().desk.catalog.description(u"instagram"_s), {});
    QVERIFY(button->isHidden());
}

/// The token is kept, as a one-hour one, and why it is no more is said.
void TestUserMistakes::afterTheTokenWasIssued_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("1 the secret is the Meta app's") << u"wrong-secret"_s << u"secret does not fit the app"_s;
    QTest::newRow("2 the invitation was not accepted") << u"tester"_s << u"only the app's own testers"_s;
    QTest::newRow("13 a checkpoint") << u"checkpoint"_s << u"pass a security check"_s;
    QTest::newRow("the permission is missing") << u"permission-missing"_s << u"lacks a permission"_s;
}

void TestUserMistakes::afterTheTokenWasIssued()
{
    QFETCH(QString, fault);
    QFETCH(QString, sentence);
    stage().server.inject({.name = fault, .endpoint = u"extend"_s});
    goToBrowser();
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QVERIFY2(stage().read(u"doneTrouble"_s).contains(sentence), qPrintable(stage().read(u"doneTrouble"_s)));
    QVERIFY(stage().read(u"doneLife"_s).contains("one hour only"_L1));
}

// -- a token that is pasted

void TestUserMistakes::withATokenThatIsThere_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("11 cut off") << u"IGAAZZZZ…"_s << u"A part of this token is missing"_s;
    QTest::newRow("11 shortened by the page that showed it")
        << u"IGAAabc...xyz"_s << u"A part of this token is missing"_s;
    QTest::newRow("6 a token of Basic Display") << QString(u"IGQV"_s + QString(150, u'Z')) << u"Basic Display"_s;
    QTest::newRow("9 an account's number") << u"17841400000000001"_s << u"only a number"_s;
    QTest::newRow("1 the app secret") << ConnectStage::appSecret() << u"app secret and is no token"_s;
    QTest::newRow("8 the code from the address bar")
        << u"https://localhost:8917/instagram/?code=AQB1234567890&state=x#_"_s << u"code from the consent page"_s;
}

void TestUserMistakes::withATokenThatIsThere()
{
    QFETCH(QString, token);
    QFETCH(QString, sentence);
    stage().open();
    stage().dialog->askForToken(Secret::fromText(token));
    QTRY_VERIFY(stage().find<QLabel>(u"tokenRecognised"_s));
    QVERIFY2(stage().read(u"tokenRecognised"_s).contains(sentence), qPrintable(stage().read(u"tokenRecognised"_s)));
    QVERIFY(!stage().click(u"connectPrimary"_s));
}

void TestUserMistakes::aFacebookTokenWhereInstagramsBelongsIsTakenForWhatItIs()
{
    stage().open();
    stage().dialog->askForToken(Secret::fromText(u"EAA"_s + QString(150, u'Z')));
    QTRY_VERIFY(stage().find<QLabel>(u"tokenRecognised"_s));
    QVERIFY(stage().read(u"tokenRecognised"_s).contains("This is a Facebook token"_L1));
    QVERIFY(stage().find<QAbstractButton>(u"connectPrimary"_s)->isEnabled());
}

// -- a token that is kept: what its account says once the provider has refused it

void TestUserMistakes::withATokenThatWorkedBefore_data()
{
    answerColumns("fault");
    const auto row = [](const char *mistake, const QString &fault, const QString &happened, const QString &todo,
                        const QString &who) { QTest::newRow(mistake) << fault << happened << todo << who; };
    row("4 ran out, told without a subcode", u"expired"_s, u"has run out"_s, u"Sign in again"_s, u"You"_s);
    row("4 ran out, told with one", u"expired-463"_s, u"has run out"_s, u"Sign in again"_s, u"You"_s);
    row("5 sent to the wrong host", u"cannot-parse"_s, u"cannot read this token"_s, u"another service"_s, u"You"_s);
    row("11 arrived empty", u"no-token"_s, u"No token arrived"_s, u"a part of it is missing"_s, u"You"_s);
    row("13 a checkpoint", u"checkpoint"_s, u"pass a security check"_s, u"do what it asks"_s, u"account's owner"_s);
    row("14 the role on the Page is gone", u"no-page-role"_s, u"no role on this Page"_s, u"sign in again"_s,
        u"administrator of the Page"_s);
    row("10 the review is missing", u"permission-declined"_s, u"lacks a permission"_s, u"tick the permission"_s,
        u"You"_s);
    row("9 id and user_id mixed up", u"wrong-id"_s, u"does not exist at Instagram"_s, u"“user_id”"_s,
        u"your developer"_s);
    row("the app was removed at Instagram", u"app-removed"_s, u"took the app's access away"_s, u"Sign in again"_s,
        u"account's owner"_s);
    row("the password was changed", u"password-changed"_s, u"password was changed"_s, u"Sign in again"_s, u"You"_s);
}

void TestUserMistakes::withATokenThatWorkedBefore()
{
    QFETCH(QString, fault);
    QFETCH(QString, happened);
    QFETCH(QString, todo);
    QFETCH(QString, who);
    stage().server.inject({.name = fault, .endpoint = u"me"_s});
    const Account account = stage().connectAccount(u"practice"_s);
    Awaited<void> checked;
    stage().desk.accounts().check(account.id, &checked.context, checked.callback());
    const Result<void> result = checked.wait();
    QVERIFY(!result);
    const ErrorText text = describe(result.error(), u"Instagram"_s);
    QVERIFY2(text.happened.contains(happened), qPrintable(text.happened));
    QVERIFY2(text.todo.contains(todo), qPrintable(text.todo));
    QVERIFY2(text.who.contains(who), qPrintable(text.who));
}

QTEST_MAIN(TestUserMistakes)
#include "tst_usermistakes.moc"
