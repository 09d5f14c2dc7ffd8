// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connectstage.h"
#include "support/settle.h"

#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString cafe = u"104000000000001"_s;

} // namespace

/// Facebook Login through the real dialog, against Practice as Facebook.
class TestFacebookDialog : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_stage = std::make_unique<ConnectStage>();
        m_stage->clock.advance(1s
                               - std::chrono::milliseconds(m_stage->clock.now().time().msec())); // as Facebook counts
    }
    void cleanup() { m_stage.reset(); }

    void pageIsChosenByPictureAndName();
    void pagesOfAPortfolioAreOffered();
    void withoutAPageItIsSaidWhoCanMendIt_data();
    void withoutAPageItIsSaidWhoCanMendIt();
    void ownTokenCanBeKept();
    void signingInAgainKeepsThePageWithoutAQuestion();
    void pageThatIsNotAllowedAgainIsNamed();
    void configurationDecidesInsteadOfScopes();
    void declinedPermissionIsAskedForAgain();
    void proofIsSentWhereTheAppRequiresIt();
    void backFromTheChoiceStoresNothing();
    void deletionWhileThePagesAreListed();

private:
    ConnectStage &stage() { return *m_stage; }
    void signIn(const FakeBrowser::Person &person = {});
    Account chooseFirst();
    QStringList offered();

    std::unique_ptr<ConnectStage> m_stage;
};

/// To where the choice is, or another end.
void TestFacebookDialog::signIn(const FakeBrowser::Person &person)
{
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer(person);
}

QStringList TestFacebookDialog::offered()
{
    QStringList texts;
    auto *list = stage().find<QListWidget>(u"pageChoices"_s);
    for (int i = 0; list && i < list->count(); ++i)
        texts.append(list->item(i)->text());
    return texts;
}

Account TestFacebookDialog::chooseFirst()
{
    stage().open();
    stage().dialog->chooseProvider(u"practice-facebook"_s);
    signIn();
    if (!stage().comesToSee(u"pageChoices"_s) || !stage().click(u"connectPrimary"_s))
        return {};
    return stage().comesToSee(u"doneTitle"_s) ? stage().desk.accounts().all().value(0) : Account();
}

void TestFacebookDialog::pageIsChosenByPictureAndName()
{
    stage().open();
    QVERIFY(stage().click(u"practice-facebookCard"_s));
    signIn();
    QVERIFY(stage().comesToSee(u"pageChoices"_s));
    QCOMPARE(stage().read(u"connectStep"_s), u"Connect an account · step 4 of 4"_s);
    QCOMPARE(
        offered(),
        QStringList({u"Practice Café\nInstagram: @practice.account"_s, u"Practice Bikes\nInstagram: @second.practice"_s,
                     u"Practice Choir\nNo Instagram account is linked to this Page."_s,
                     u"Pat Practice\nYourself, without a Page. This token ends after 60 days."_s}));
    QVERIFY(!stage().sees(u"noPageReason"_s));
    QVERIFY(stage().desk.accounts().all().isEmpty());
    stage().press(Qt::Key_Down);
    stage().press(Qt::Key_Return); // with the keyboard alone
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(stage().read(u"doneTitle"_s), u"Connected @second.practice"_s);
    QVERIFY(stage().read(u"doneLife"_s).contains("no expiry date"_L1));
    QSignalSpy copied(stage().dialog.get(), &ConnectDialog::copyRequested);
    QVERIFY(stage().click(u"copyToken"_s));
    QCOMPARE(copied.count(), 1);

    stage().desk.restart();
    const Account account = stage().desk.accounts().all().value(0);
    QCOMPARE(account.userId, u"104000000000002"_s);
    QCOMPARE(account.name, u"Practice Bikes"_s);
    QCOMPARE(account.professionalId, u"17841400000000102"_s);
    QCOMPARE(account.accountType, facebookPage);
    QCOMPARE(account.tokenKind, TokenKind::NoExpiry);
    QVERIFY(!account.expiresAt.isValid());
    QCOMPARE(account.dataAccessExpiresAt, stage().clock.now().addDays(90));
    QVERIFY(account.grantedScopes.contains(u"instagram_basic"_s));
    QCOMPARE(stage().desk.accounts().status(account.id).detail, StatusDetail::NoExpiryDate);
    QVERIFY(!stage().desk.accounts().picture(account.id).isEmpty());

    Awaited<Secret> token;
    stage().desk.accounts().token(account.id, &token.context, token.callback());
    const Provider provider = stage().desk.catalog.provider(u"practice-facebook"_s).value();
    const Secret secret = Secret::fromText(PracticeServer::clientSecret());
    Awaited<Profile> profile;
    stage().desk.graph.facebook().profile({provider, token.wait().value(), secret}, &profile.context,
                                          profile.callback());
    QCOMPARE(profile.wait().value().name, u"Practice Bikes"_s); // it is the Page's own token
}

void TestFacebookDialog::pagesOfAPortfolioAreOffered()
{
    stage().open();
    stage().dialog->chooseProvider(u"practice-facebook"_s);
    QVERIFY(stage().click(u"business_managementRow"_s));
    signIn({.account = u"Bo Business"_s});
    QVERIFY(stage().comesToSee(u"pageChoices"_s));
    QCOMPARE(offered().size(), 3);
    QVERIFY(offered().at(0).startsWith("Practice Hotel"_L1));
    QVERIFY(offered().at(1).startsWith("Client Shop"_L1));
}

void TestFacebookDialog::withoutAPageItIsSaidWhoCanMendIt_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QStringList>("unticks");
    QTest::addColumn<bool>("portfolios");
    QTest::addColumn<QString>("said");
    QTest::newRow("has none") << u"Nia Nopage"_s << QStringList() << true << u"without a Page is connected with"_s;
    QTest::newRow("portfolio") << u"Bo Business"_s << QStringList() << false
                               << u"tick “Find Pages of a business portfolio”"_s;
    QTest::newRow("not ticked") << u"Pat Practice"_s << QStringList({cafe, u"104000000000002"_s, u"104000000000003"_s})
                                << true << u"tick the Page on the consent page"_s;
    QTest::newRow("not allowed") << u"Pat Practice"_s << QStringList{u"pages_show_list"_s} << false
                                 << u"“List your Pages” was not allowed"_s;
}

void TestFacebookDialog::withoutAPageItIsSaidWhoCanMendIt()
{
    QFETCH(const QString, account);
    QFETCH(const QStringList, unticks);
    QFETCH(const bool, portfolios);
    QFETCH(const QString, said);
    stage().open();
    stage().dialog->chooseProvider(u"practice-facebook"_s);
    if (portfolios)
        QVERIFY(stage().click(u"business_managementRow"_s));
    signIn({.account = account, .unticks = unticks});
    QVERIFY(stage().comesToSee(u"noPageReason"_s));
    QVERIFY2(stage().read(u"noPageReason"_s).contains(said), qPrintable(stage().read(u"noPageReason"_s)));
    QCOMPARE(offered().size(), 1);
}

void TestFacebookDialog::ownTokenCanBeKept()
{
    stage().open();
    stage().dialog->chooseProvider(u"practice-facebook"_s);
    signIn({.account = u"Nia Nopage"_s});
    QVERIFY(stage().comesToSee(u"noPageReason"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(stage().read(u"doneTitle"_s), u"Connected Nia Nopage"_s);
    const Account account = stage().desk.accounts().all().value(0);
    QCOMPARE(account.accountType, facebookPerson);
    QCOMPARE(account.expiresAt, stage().clock.now().addDays(60));
    QCOMPARE(stage().desk.accounts().status(account.id).detail, StatusDetail::Until);
}

void TestFacebookDialog::signingInAgainKeepsThePageWithoutAQuestion()
{
    const Account before = chooseFirst();
    QCOMPARE(before.userId, cafe);
    stage().clock.advance(80 * 24h);
    QCOMPARE(stage().desk.accounts().status(before.id).detail, StatusDetail::AccessUntil);
    stage().clock.advance(11 * 24h);
    const AccountStatus ended = stage().desk.accounts().status(before.id);
    QCOMPARE(ended.status, Status::NeedsYou);
    QCOMPARE(ended.why, ErrorHint::AccessEnded);

    stage().open();
    stage().dialog->reconnect(before.id);
    signIn();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(stage().read(u"doneTitle"_s), u"Connected @practice.account again"_s);
    QCOMPARE(stage().desk.accounts().all().size(), 1);
    const Account after = stage().desk.accounts().find(before.id).value();
    QCOMPARE(after.dataAccessExpiresAt, stage().clock.now().addDays(90));
    QCOMPARE(stage().desk.accounts().status(before.id).detail, StatusDetail::NoExpiryDate);
}

void TestFacebookDialog::pageThatIsNotAllowedAgainIsNamed()
{
    const Account before = chooseFirst();
    stage().open();
    stage().dialog->reconnect(before.id);
    signIn({.unticks = {cafe}});
    QVERIFY(stage().comesToSee(u"errorHappened"_s));
    QVERIFY(stage().read(u"errorHappened"_s).contains("Pat Practice"_L1));
    QVERIFY(stage().read(u"errorHappened"_s).contains("@practice.account"_L1));
    QCOMPARE(stage().desk.accounts().all(), QList{before});
}

void TestFacebookDialog::configurationDecidesInsteadOfScopes()
{
    stage().open();
    stage().dialog->chooseProvider(u"practice-facebook"_s);
    stage().type(u"configurationId"_s, u"13579 abc 24680"_s);
    QCOMPARE(stage().read(u"configurationId"_s), u"1357924680"_s);
    QVERIFY(!stage().find(u"scopePicker"_s)->isEnabled());
    signIn();
    const QUrlQuery asked(stage().opened.last());
    QCOMPARE(asked.queryItemValue(u"config_id"_s), u"1357924680"_s);
    QVERIFY(!asked.hasQueryItem(u"scope"_s));
    QVERIFY(stage().comesToSee(u"pageChoices"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QVERIFY(stage().desk.accounts().all().value(0).grantedScopes.contains(u"business_management"_s));
}

void TestFacebookDialog::declinedPermissionIsAskedForAgain()
{
    stage().open();
    stage().dialog->chooseProvider(u"practice-facebook"_s);
    QVERIFY(stage().click(u"instagram_manage_insightsRow"_s));
    signIn({.unticks = {u"instagram_manage_insights"_s}});
    QVERIFY(!QUrlQuery(stage().opened.last()).hasQueryItem(u"auth_type"_s));
    QVERIFY(stage().comesToSee(u"pageChoices"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QVERIFY(stage().find<QLabel>(u"instagram_manage_insightsGrant"_s)->accessibleName().contains("declined"_L1));

    stage().open();
    stage().dialog->chooseProvider(u"practice-facebook"_s);
    signIn();
    QCOMPARE(QUrlQuery(stage().opened.last()).queryItemValue(u"auth_type"_s), u"rerequest"_s);
    QVERIFY(stage().comesToSee(u"pageChoices"_s));
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QVERIFY(stage().desk.accounts().all().value(0).grantedScopes.contains(u"instagram_manage_insights"_s));
}

// A29: on the whole way of a sign-in.
void TestFacebookDialog::proofIsSentWhereTheAppRequiresIt()
{
    stage().server.requireProof();
    QCOMPARE(chooseFirst().userId, cafe);
}

void TestFacebookDialog::backFromTheChoiceStoresNothing()
{
    stage().open();
    stage().dialog->chooseProvider(u"practice-facebook"_s);
    signIn();
    QVERIFY(stage().comesToSee(u"pageChoices"_s));
    QVERIFY(stage().click(u"connectBack"_s));
    QVERIFY(stage().sees(u"scopePicker"_s));
    QVERIFY(stage().desk.accounts().all().isEmpty());
    QVERIFY(stage().keychain.keys().isEmpty());
}

void TestFacebookDialog::deletionWhileThePagesAreListed()
{
    stage().server.inject({.name = u"hang"_s, .endpoint = u"pages"_s});
    stage().open();
    stage().dialog->chooseProvider(u"practice-facebook"_s);
    signIn();
    QTRY_VERIFY(stage().server.requests().contains(u"GET /facebook/v26.0/me/accounts"_s));
    stage().dialog.reset();
    QVERIFY(comesToRest(stage().desk.transport));
    QVERIFY(stage().desk.accounts().all().isEmpty());
}

QTEST_MAIN(TestFacebookDialog)
#include "tst_facebookdialog.moc"
