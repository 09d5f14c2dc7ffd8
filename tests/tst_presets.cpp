// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connectstage.h"

#include <QAccessible>
#include <QApplication>
#include <QScreen>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

const QString basic = u"instagram_business_basic"_s;
const QString publish = u"instagram_business_content_publish"_s;
const QString insights = u"instagram_business_manage_insights"_s;
const QString comments = u"instagram_business_manage_comments"_s;

} // namespace

/// The page of the permissions in the real dialog: jobs, summary, hint and search, with the mouse and without.
class TestPresets : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_stage.reset(); }

    void aJobTicksItsPermissionsAndIsAskedFor();
    void everyProviderOffersTheFiveJobs_data();
    void everyProviderOffersTheFiveJobs();
    void theSummaryFollowsEachTick();
    void manyAreSummedUp();
    void moreThanTheJobNeedsIsSaidAndUnticked();
    void resetTicksWhatWasTickedAtFirst();
    void lastTimesJobIsPressed();
    void aConfigurationDecidesInstead();
    void theKeyboardAloneDoesIt();
    void escapeEndsTheSearchBeforeTheDialog();
    void enterInASearchDoesNotGoOn();
    void aScreenReaderIsToldAll();
    void itFitsASmallScreen_data();
    void itFitsASmallScreen();

private:
    ConnectStage &stage() { return *m_stage; }
    void choose(const QString &providerId) { stage().dialog->chooseProvider(providerId); }
    bool isTicked(const QString &id) { return stage().find<QAbstractButton>(id)->isChecked(); }
    QString summary() { return stage().read(u"scopeSummary"_s); }
    void walkTo(const QString &name);

    std::unique_ptr<ConnectStage> m_stage;
};

void TestPresets::init()
{
    m_stage = std::make_unique<ConnectStage>();
    stage().open();
    choose(u"practice"_s);
}

void TestPresets::aJobTicksItsPermissionsAndIsAskedFor()
{
    QVERIFY(stage().read(u"jobSentence"_s).startsWith("Choose what the token is for"_L1));
    QVERIFY(stage().click(u"publishJob"_s));
    QVERIFY(isTicked(publish) && isTicked(basic) && !isTicked(insights));
    QVERIFY(stage().read(u"jobSentence"_s).contains("plans and publishes"_L1));
    QVERIFY(stage().click(u"insightsJob"_s));
    QVERIFY(stage().read(u"jobSentence"_s).contains("reports"_L1));
    QVERIFY(stage().click(u"connectPrimary"_s));
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(stage().desk.accounts().all().value(0).grantedScopes, (QStringList{basic, publish, insights}));
}

void TestPresets::everyProviderOffersTheFiveJobs_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("ticked");
    QTest::newRow("Instagram") << u"practice"_s << u"instagram_business_manage_messages"_s;
    QTest::newRow("Facebook") << u"practice-facebook"_s << u"pages_manage_metadata"_s;
}

void TestPresets::everyProviderOffersTheFiveJobs()
{
    QFETCH(QString, provider);
    QFETCH(QString, ticked);
    choose(provider);
    for (const QString &job : {u"publish"_s, u"insights"_s, u"comments"_s, u"messages"_s, u"everything"_s}) {
        auto *button = stage().find<QAbstractButton>(job + "Job"_L1);
        QVERIFY2(button, qPrintable(job));
        QVERIFY(button->isCheckable() && !button->isChecked() && !button->accessibleDescription().isEmpty());
    }
    QVERIFY(stage().click(u"messagesJob"_s));
    QVERIFY(isTicked(ticked));
    QVERIFY(stage().click(u"messagesJob"_s));
    QVERIFY(!isTicked(ticked));
}

void TestPresets::theSummaryFollowsEachTick()
{
    QCOMPARE(summary(), u"The consent page will ask for <b>1 permission(s)</b>: “See the profile and its media”."_s);
    QVERIFY(stage().click(publish + u"Row"_s));
    QCOMPARE(summary(),
             u"The consent page will ask for <b>2 permission(s)</b>: “See the profile and its media”, “Publish posts, "
             "reels and stories”."_s);
    QVERIFY(stage().click(publish + u"Row"_s));
    QVERIFY(summary().contains("<b>1 permission(s)</b>"_L1));
}

void TestPresets::manyAreSummedUp()
{
    choose(u"practice-facebook"_s);
    QVERIFY(stage().click(u"everythingJob"_s));
    QVERIFY2(summary().contains("<b>9 permission(s)</b>"_L1), qPrintable(summary()));
    QVERIFY2(summary().endsWith(", 5 more."_L1), qPrintable(summary()));
}

void TestPresets::moreThanTheJobNeedsIsSaidAndUnticked()
{
    QVERIFY(stage().click(comments + u"Row"_s));
    QVERIFY(!stage().sees(u"scopeHint"_s)); // no job, no measure
    QVERIFY(stage().click(comments + u"Row"_s));
    QVERIFY(stage().click(u"publishJob"_s));
    QVERIFY(!stage().sees(u"scopeHint"_s));
    QVERIFY(stage().click(insights + u"Row"_s));
    QCOMPARE(stage().read(u"scopeHint"_s), u"More than is needed for what you chose: “Read insights”."_s);
    QVERIFY(stage().click(u"untickExcess"_s));
    QVERIFY(!isTicked(insights) && isTicked(publish));
    QVERIFY(!stage().sees(u"scopeHint"_s));
    QVERIFY(stage().click(insights + u"Row"_s));
    QVERIFY(stage().click(u"insightsJob"_s)); // then it is needed
    QVERIFY(!stage().sees(u"scopeHint"_s));
}

void TestPresets::resetTicksWhatWasTickedAtFirst()
{
    QVERIFY(!stage().sees(u"resetScopes"_s));
    QVERIFY(stage().click(u"everythingJob"_s));
    QVERIFY(stage().click(u"resetScopes"_s));
    QVERIFY(summary().contains("<b>1 permission(s)</b>"_L1));
    QVERIFY(!stage().find<QAbstractButton>(u"everythingJob"_s)->isChecked());
    QVERIFY(!stage().sees(u"resetScopes"_s));
}

void TestPresets::lastTimesJobIsPressed()
{
    stage().connectAccount(u"practice"_s); // asked for insights
    stage().open();
    choose(u"practice"_s);
    QVERIFY(stage().find<QAbstractButton>(u"insightsJob"_s)->isChecked());
    QVERIFY(!stage().find<QAbstractButton>(u"publishJob"_s)->isChecked());
    QVERIFY(stage().click(publish + u"Row"_s));
    QVERIFY(stage().read(u"scopeHint"_s).contains("Publish posts"_L1));
}

void TestPresets::aConfigurationDecidesInstead()
{
    choose(u"practice-facebook"_s);
    QVERIFY(stage().click(u"publishJob"_s));
    QVERIFY(stage().click(u"ads_readRow"_s));
    QVERIFY(stage().sees(u"scopeHint"_s));
    stage().type(u"configurationId"_s, u"123456789012345"_s);
    QVERIFY(!stage().find(u"publishJob"_s)->isEnabled());
    QVERIFY(!stage().sees(u"scopeHint"_s));
    QVERIFY(summary().startsWith("The configuration decides"_L1));
}

/// Tab by Tab, at most once around.
void TestPresets::walkTo(const QString &name)
{
    for (int i = 0; i < 60 && QApplication::focusWidget()->objectName() != name; ++i)
        stage().press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), name);
}

void TestPresets::theKeyboardAloneDoesIt()
{
    walkTo(u"commentsJob"_s);
    stage().press(Qt::Key_Space);
    QVERIFY(isTicked(comments));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"scopeSearch"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"reach"_s);
    QVERIFY(!stage().sees(comments + u"Row"_s));
    stage().press(Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget()->objectName(), insights);
    stage().press(Qt::Key_Space);
    QVERIFY(stage().sees(u"scopeHint"_s));
    walkTo(u"untickExcess"_s);
    stage().press(Qt::Key_Space);
    QVERIFY(!stage().sees(u"scopeHint"_s));
    QVERIFY(QApplication::focusWidget() && QApplication::focusWidget()->isVisible());
    walkTo(u"resetScopes"_s);
    stage().press(Qt::Key_Space);
    walkTo(u"messagesJob"_s);
    stage().press(Qt::Key_Space);
    stage().press(Qt::Key_Return); // goes on from a job as from anywhere
    stage().answer();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(stage().desk.accounts().all().value(0).requestedScopes,
             (QStringList{basic, u"instagram_business_manage_messages"_s}));
}

void TestPresets::escapeEndsTheSearchBeforeTheDialog()
{
    stage().type(u"scopeSearch"_s, u"reach"_s);
    QVERIFY(!stage().sees(publish + u"Row"_s));
    stage().press(Qt::Key_Escape);
    QVERIFY(stage().dialog->isVisible());
    QVERIFY(stage().sees(publish + u"Row"_s));
    stage().press(Qt::Key_Escape);
    QVERIFY(!stage().dialog->isVisible());
}

void TestPresets::enterInASearchDoesNotGoOn()
{
    stage().type(u"scopeSearch"_s, u"reach"_s);
    stage().press(Qt::Key_Return);
    QVERIFY(stage().sees(u"scopePicker"_s));
    QCOMPARE(QApplication::focusWidget()->objectName(), insights);
    stage().press(Qt::Key_Return);
    QVERIFY(stage().comesToSee(u"waitingHeading"_s));
}

void TestPresets::aScreenReaderIsToldAll()
{
    auto *job = stage().find<QAbstractButton>(u"publishJob"_s);
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(job);
    QCOMPARE(told->text(QAccessible::Name), u"Publish posts and reels"_s);
    QVERIFY(told->text(QAccessible::Description).contains("publishes posts"_L1));
    QVERIFY(told->state().checkable && !told->state().checked);
    told->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(told->state().checked && isTicked(publish));
    for (const QString &name : {u"jobs"_s, u"scopeSearch"_s, u"scopePicker"_s, u"resetScopes"_s})
        QVERIFY2(!stage().find(name)->accessibleName().isEmpty(), qPrintable(name));
}

void TestPresets::itFitsASmallScreen_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    for (const char *provider : {"practice", "practice-facebook"}) {
        QTest::addRow("%s", provider) << QString::fromLatin1(provider) << Qt::LeftToRight;
        QTest::addRow("%s, right to left", provider) << QString::fromLatin1(provider) << Qt::RightToLeft;
    }
}

/// Whatever the height, each job and the list can be reached, and nothing is cut at the sides.
void TestPresets::itFitsASmallScreen()
{
    QFETCH(QString, provider);
    QFETCH(Qt::LayoutDirection, direction);
    choose(provider);
    stage().dialog->setLayoutDirection(direction);
    stage().dialog->resize(stage().dialog->minimumSizeHint().width(), 420);
    QVERIFY(stage().click(u"everythingJob"_s));
    QTest::qWait(0);
    QRect before;
    for (const QString &job : {u"publish"_s, u"insights"_s, u"comments"_s, u"messages"_s, u"everything"_s}) {
        const QWidget *button = stage().find(job + "Job"_L1);
        QVERIFY(button->width() >= button->sizeHint().width());
        QVERIFY2(button->parentWidget()->rect().contains(button->geometry()), qPrintable(job));
        QVERIFY(!button->geometry().intersects(before));
        const bool sameLine = before.isValid() && button->y() == before.y();
        QVERIFY(!sameLine || (button->x() > before.x()) == (direction == Qt::LeftToRight));
        before = button->geometry();
    }
    QVERIFY(stage().find(u"scopePicker"_s)->height() >= 150);
}

QTEST_MAIN(TestPresets)
#include "tst_presets.moc"
