// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/appsdialog.h"
#include "support/connectstage.h"

#include <QComboBox>
#include <QListWidget>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QStringList pagesOfPat{u"104000000000001"_s, u"104000000000002"_s, u"104000000000003"_s};

} // namespace

/// What people get wrong with Facebook Login, and the sentences that they get for it: at the real dialog, in front of
/// Practice as Facebook behind a provider that wants an app like any other.
class TestFacebookMistakes : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_stage = std::make_unique<ConnectStage>(u"http"_s, u"practicefacebook"_s);
        m_stage->clock.advance(1s
                               - std::chrono::milliseconds(m_stage->clock.now().time().msec())); // as Facebook counts
        m_stage->saveApp(true);
    }
    void cleanup() { m_stage.reset(); }

    void onFacebooksPage_data();
    void onFacebooksPage();
    void inTheAnswer_data();
    void inTheAnswer();
    void noPageIsListed_data();
    void noPageIsListed();
    void aPageWithoutAnInstagramAccountIsSaidToBeOne();
    void aConfigurationMakesABusinessLoginWork();
    void theStepsBeforeTheFirstSignInLeadToTheirPages();
    void whatTheSecretIsForIsNotWhatItIsAtInstagram();

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
        QFETCH(const QString, happened);
        QFETCH(const QString, todo);
        QFETCH(const QString, who);
        const std::pair<QString, QString> parts[]{{u"Happened"_s, happened}, {u"Todo"_s, todo}, {u"Who"_s, who}};
        for (const auto &[part, expected] : parts) {
            const QString said = stage().read(view + part);
            QVERIFY2(said.contains(expected), qPrintable(said));
        }
    }

    std::unique_ptr<ConnectStage> m_stage;
};

// -- no answer comes back: the person picks or pastes what the page says

void TestFacebookMistakes::onFacebooksPage_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("happened");
    QTest::addColumn<QString>("todo");
    QTest::addColumn<QString>("who");
    const QString owner = u"owner of the app"_s;
    const auto row = [](const char *mistake, const QString &page, const QString &happened, const QString &todo,
                        const QString &who) { QTest::newRow(mistake) << page << happened << todo << who; };
    row("1 an id that is no app's",
        u"Error validating application. Cannot get application info due to a system error."_s,
        u"does not know this app id"_s, u"under App settings, Basic"_s, owner);
    row("2 no role at an app in development", u"App not active: This app is not currently accessible"_s,
        u"only the app's own testers"_s, u"under App roles add this person"_s, owner);
    row("3 the address is not registered",
        u"URL Blocked: This redirect failed because the redirect URI is not whitelisted in the app’s Client OAuth Settings."_s,
        u"redirect address is not registered"_s, u"under Facebook Login, Settings"_s, owner);
    row("3 http where https is wanted",
        u"Facebook has detected that Test isn't using a secure connection to transfer information."_s,
        u"only an address with https"_s, u"https://localhost"_s, owner);
    row("3 the same in its older words",
        u"Insecure Login Blocked: You can't get an access token or log in to this app "
        u"from an insecure page. Try re-loading the page as https://"_s,
        u"only an address with https"_s, u"https://localhost"_s, owner);
    row("6 Instagram Login's permissions",
        u"Invalid Scopes: instagram_business_basic. This message is only shown to "
        u"developers."_s,
        u"may not ask for one of these permissions"_s, u"Tick fewer"_s, owner);
    row("6 a dead permission", u"(#200) The permission publish_actions has been deprecated"_s,
        u"Posting as a person on Facebook ended in 2018"_s, u"Post as a Page"_s, u"your developer"_s);
    row("6 Basic Display's permissions", u"Invalid Scope: user_profile"_s, u"ended on 4 December 2024"_s,
        u"Instagram Login"_s, u"your developer"_s);
    row("7 an app that found no Page", u"No Facebook Pages found"_s, u"lists no Page for this person"_s,
        u"tick that Page"_s, u"account's owner"_s);
    row("12 Login for Business without a configuration", u"This app needs at least one supported permission."_s,
        u"uses Facebook Login for Business"_s, u"“Configuration id”"_s, owner);
    row("13 a check is wanted",
        u"You cannot access the app till you log in to www.facebook.com and follow the "
        u"instructions given."_s,
        u"pass a security check"_s, u"do what it asks"_s, u"account's owner"_s);
}

void TestFacebookMistakes::onFacebooksPage()
{
    QFETCH(const QString, page);
    goToBrowser();
    QVERIFY(stage().click(u"connectLink"_s));
    stage().find<QComboBox>(u"pageWords"_s)->setEditText(page);
    QVERIFY2(!stage().sees(u"pageErrorUnknown"_s), "it is not known");
    compareAnswer(u"pageError"_s);
    QVERIFY(stage().sees(u"waitingHeading"_s)); // the attempt waits on
}

// -- the answer says what is wrong

void TestFacebookMistakes::inTheAnswer_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("happened");
    QTest::addColumn<QString>("todo");
    QTest::addColumn<QString>("who");
    const auto row = [](const char *mistake, const QString &endpoint, const QString &fault, const QString &happened,
                        const QString &todo,
                        const QString &who) { QTest::newRow(mistake) << endpoint << fault << happened << todo << who; };
    row("1 a secret of another app", u"token"_s, u"wrong-secret"_s, u"secret does not fit the app"_s,
        u"under App settings, Basic"_s, u"owner of the app"_s);
    row("3 another redirect address at the exchange", u"token"_s, u"redirect-mismatch"_s,
        u"redirect address is not registered"_s, u"under Facebook Login, Settings"_s, u"owner of the app"_s);
    row("8 a code used twice", u"token"_s, u"code-used"_s, u"used before or is too old"_s, u"gets a fresh one"_s,
        u"You can do this"_s);
    row("10 the review is missing", u"pages"_s, u"permission-declined"_s, u"lacks a permission"_s,
        u"tick the permission"_s, u"You"_s);
    row("13 a checkpoint", u"me"_s, u"checkpoint"_s, u"pass a security check"_s, u"do what it asks"_s,
        u"account's owner"_s);
    row("said no on the consent page", u"authorize"_s, u"denied"_s, u"Access was not given"_s, u"choose “Allow”"_s,
        u"account's owner"_s);
}

void TestFacebookMistakes::inTheAnswer()
{
    QFETCH(const QString, endpoint);
    QFETCH(const QString, fault);
    stage().server.inject({.name = fault, .endpoint = endpoint});
    goToBrowser();
    stage().answer();
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    compareAnswer(u"error"_s);
    QVERIFY(stage().desk.accounts().all().isEmpty());
}

// -- 7: the list of Pages is empty, or is not what was hoped for

void TestFacebookMistakes::noPageIsListed_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QStringList>("unticks");
    QTest::addColumn<bool>("portfolios");
    QTest::addColumn<QString>("said");
    QTest::newRow("7 there is no Page") << u"Nia Nopage"_s << QStringList() << true
                                        << u"An Instagram account without a Page is connected with Instagram Login"_s;
    QTest::newRow("7 the Page was not ticked")
        << u"Pat Practice"_s << pagesOfPat << true << u"tick the Page on the consent page"_s;
    QTest::newRow("7 business_management is missing")
        << u"Bo Business"_s << QStringList() << false << u"tick “Find Pages of a business portfolio”"_s;
    QTest::newRow("14 the role on the Pages is not enough")
        << u"Pat Practice"_s << QStringList() << false << u"your role on them is not enough"_s;
    QTest::newRow("7 listing Pages was declined")
        << u"Pat Practice"_s << QStringList{u"pages_show_list"_s} << false << u"“List your Pages” was not allowed"_s;
}

void TestFacebookMistakes::noPageIsListed()
{
    QFETCH(const QString, account);
    QFETCH(const QStringList, unticks);
    QFETCH(const bool, portfolios);
    QFETCH(const QString, said);
    if (said.contains("role on them"_L1))
        stage().server.inject({.name = u"no-page-tokens"_s, .endpoint = u"pages"_s});
    stage().open();
    if (portfolios)
        QVERIFY(stage().click(u"business_managementRow"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer({.account = account, .unticks = unticks});
    QVERIFY(stage().comesToSee(u"noPageReason"_s));
    QVERIFY2(stage().read(u"noPageReason"_s).contains(said), qPrintable(stage().read(u"noPageReason"_s)));
    QCOMPARE(stage().read(u"connectTitle"_s), u"There is no Page to choose"_s);
}

/// The Instagram account is a personal one, or was never linked.
void TestFacebookMistakes::aPageWithoutAnInstagramAccountIsSaidToBeOne()
{
    goToBrowser();
    stage().answer();
    QVERIFY(stage().comesToSee(u"pageChoices"_s));
    auto *list = stage().find<QListWidget>(u"pageChoices"_s);
    QVERIFY(!stage().sees(u"unlinkedHint"_s));
    list->setCurrentRow(2); // Practice Choir
    QVERIFY(list->currentItem()->text().contains("No Instagram account is linked to this Page."_L1));
    const QString hint = stage().read(u"unlinkedHint"_s);
    QVERIFY2(hint.contains("professional"_L1) && hint.contains("link it to this Page"_L1), qPrintable(hint));
    list->setCurrentRow(0);
    QVERIFY(!stage().sees(u"unlinkedHint"_s));
}

// -- 12

void TestFacebookMistakes::aConfigurationMakesABusinessLoginWork()
{
    goToBrowser();
    QVERIFY(stage().click(u"connectLink"_s));
    stage().find<QComboBox>(u"pageWords"_s)->setEditText(u"This app needs at least one supported permission."_s);
    QVERIFY(stage().read(u"pageErrorTodo"_s).contains(u"“Configuration id”"_s));
    QVERIFY(stage().click(u"connectBack"_s));
    stage().type(u"configurationId"_s, u"1357924680"_s); // where it was said to go
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"pageChoices"_s));
}

// -- before all that

void TestFacebookMistakes::theStepsBeforeTheFirstSignInLeadToTheirPages()
{
    stage().open();
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().click(u"setupStepsHeading"_s));
    const std::pair<QString, QString> links[]{
        {u"setupProfessional"_s, u"https://help.instagram.com/502981923235522"_s},
        {u"setupLinking"_s, u"https://www.facebook.com/business/help/connect-instagram-to-page"_s},
        {u"setupDashboard"_s, stage().desk.catalog.description(u"test"_s)->dashboard.toString()}};
    for (const auto &[button, page] : links) {
        auto *link = stage().find<QAbstractButton>(button);
        QVERIFY2(link, qPrintable(button));
        link->click();
        QCOMPARE(stage().opened.last().toString(), page);
    }
    QVERIFY(!stage().sees(u"setupInvitations"_s)); // Facebook has none
}

/// There tokens are renewed without it.
void TestFacebookMistakes::whatTheSecretIsForIsNotWhatItIsAtInstagram()
{
    Awaited<void> forgotten;
    const QString app = stage().desk.accounts().registrations().value(0).id;
    stage().desk.accounts().forgetSecret(app, &forgotten.context, forgotten.callback());
    QVERIFY(forgotten.wait());
    AppsDialog apps(stage().services);
    apps.open();
    stage().open();
    QVERIFY(stage().sees(u"appSecret"_s));
    for (const QString &said :
         {stage().read(u"keepSecretHint"_s), apps.findChild<QLabel *>(u"secretState"_s)->text()}) {
        QVERIFY2(said.contains("tokens for servers are not renewed"_L1), qPrintable(said));
        QVERIFY2(!said.contains("renewed without it"_L1), qPrintable(said));
    }
}

QTEST_MAIN(TestFacebookMistakes)
#include "tst_facebookmistakes.moc"
