// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/doctordialog.h"
#include "doctor/doctorfield.h"
#include "doctor/reportdialog.h"
#include "mainwindow.h"
#include "practice/practicetokens.h"
#include "support/canaries.h"
#include "support/connectstage.h"
#include "support/isolateddesktop.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The token doctor as somebody in front of the window meets it.
class TestDoctorPane : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void theMenuOpensItWithTheAccountThatIsShown();
    void aPastedErrorIsAnsweredAtOnceAndAsksNobody();
    void anErrorIsTypedOffAPicture();
    void aPastedTokenIsNeverText();
    void aTypedTokenIsHidden();
    void anotherPasteTakesThePlaceOfAHiddenOne();
    void everythingIsCheckedWithProgress();
    void aCheckIsCancelled();
    void aStepLeadsToItsPage();
    void clearingForgetsAll();
    void theReportIsReadSavedAndCopied();
    void aReportThatCannotBeSavedIsTold();
    void leavingInTheMiddleLeavesNothing();
    void theKeyboardIsEnough();

private:
    void open(const QString &accountId = {});
    template <typename T = QWidget>
    T *find(const QString &name)
    {
        return m_dialog->findChild<T *>(name);
    }
    QString read(const QString &name)
    {
        const auto *label = find<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    void paste(const QByteArray &text)
    {
        QApplication::clipboard()->setText(QString::fromUtf8(text));
        find<DoctorField>(u"doctorField"_s)->paste();
    }
    void click(const QString &name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    QByteArray mint() const
    {
        return mintPracticeToken({.kind = PracticeToken::Kind::Long,
                                  .appId = PracticeServer::clientId().toULongLong(),
                                  .userId = 27640875392278831,
                                  .scopes = practiceScopes(),
                                  .issuedAt = m_stage->clock.now(),
                                  .expiresAt = m_stage->clock.now().addDays(60)});
    }

    /// One of Practice that works.
    Account connectAccount()
    {
        NewAccount fresh{.token = Secret(mint())};
        fresh.account.providerId = u"practice"_s;
        fresh.account.userId = u"27640875392278831"_s;
        fresh.account.username = u"lumen.light"_s;
        fresh.account.issueToken(TokenKind::LongLived, 60 * 24h, m_stage->clock.now());
        fresh.account.grantPermissions(practiceScopes());
        Awaited<Account> adopted;
        m_stage->desk.accounts().adopt(std::move(fresh), &adopted.context, adopted.callback());
        return adopted.wait().value_or(Account());
    }

    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<DoctorDialog> m_dialog;
};

void TestDoctorPane::init()
{
    m_stage = std::make_unique<ConnectStage>();
    m_stage->services.desktop = isolatedDesktop(m_stage->desk.folder() + "/desktop"_L1);
}

void TestDoctorPane::cleanup()
{
    m_dialog.reset();
    m_stage.reset();
}

void TestDoctorPane::open(const QString &accountId)
{
    m_dialog = std::make_unique<DoctorDialog>(m_stage->services, accountId, nullptr);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestDoctorPane::theMenuOpensItWithTheAccountThatIsShown()
{
    const Account account = connectAccount();
    MainWindow window(m_stage->services);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.findChild<QAction *>(u"actionDoctor"_s)->trigger();
    QPointer<DoctorDialog> dialog = window.findChild<DoctorDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QComboBox *>(u"doctorAccount"_s)->currentData().toString(), account.id);
    QVERIFY(dialog->findChild<QLabel *>(u"doctorWhat"_s)->text().contains(account.displayName()));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog); // and what was pasted with it
}

void TestDoctorPane::aPastedErrorIsAnsweredAtOnceAndAsksNobody()
{
    open();
    paste("{\"error\":{\"message\":\"x\",\"code\":190,\"error_subcode\":459,\"fbtrace_id\":\"AbC\"}}");
    QVERIFY2(read(u"doctorWhat"_s).contains("security check"_L1), qPrintable(read(u"doctorWhat"_s)));
    QVERIFY(read(u"doctorStep0"_s).contains("do what it asks"_L1));
    QCOMPARE(read(u"doctorStepWho0"_s), u"The account's owner"_s);
    QVERIFY(!find(u"doctorField"_s)->property("plainText").toString().isEmpty()); // it can be corrected
    bool isOffered = false;
    for (const QLabel *fact : m_dialog->findChildren<QLabel *>())
        isOffered = isOffered || (fact->isVisible() && fact->text() == "AbC"_L1);
    QVERIFY(isOffered);
    QVERIFY(m_stage->server.requests().isEmpty());
}

void TestDoctorPane::anErrorIsTypedOffAPicture()
{
    open();
    QTest::keyClicks(find(u"doctorField"_s), u"unzureichende entwicklerrolle"_s);
    QVERIFY(read(u"doctorWhat"_s).contains("own testers"_L1));
    QVERIFY(read(u"doctorStepWho0"_s).contains("owner of the app"_L1));
}

void TestDoctorPane::aPastedTokenIsNeverText()
{
    const QByteArray token = mint();
    open();
    paste("here it is: " + token);
    auto *field = find<DoctorField>(u"doctorField"_s);
    QVERIFY(field->isHiding());
    QCOMPARE(field->toPlainText(), QString());
    QVERIFY(read(u"doctorWhat"_s).contains("A token of Practice"_L1));
    Canaries canaries;
    canaries.plant(token);
    QByteArray everything;
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>())
        everything += (widget->property("text").toString() + widget->accessibleName() + widget->accessibleDescription()
                       + widget->toolTip() + widget->property("placeholderText").toString())
                          .toUtf8();
    QCOMPARE(canaries.in(everything), QStringList());
    field->undo();
    field->selectAll();
    field->copy();
    QCOMPARE(field->toPlainText(), QString());
}

void TestDoctorPane::aTypedTokenIsHidden()
{
    open();
    auto *field = find<DoctorField>(u"doctorField"_s);
    QTest::keyClicks(field, u"0123456789abcdef0123456789abcde"_s);
    QVERIFY(!field->isHiding());
    QTest::keyClick(field, Qt::Key_F);
    QVERIFY(field->isHiding());
    QCOMPARE(field->toPlainText(), QString());
    QVERIFY(read(u"doctorWhat"_s).contains("app secret"_L1));
    QTest::keyClick(field, Qt::Key_Backspace);
    QVERIFY(!field->isHiding() && read(u"doctorWhat"_s).isEmpty());
}

void TestDoctorPane::anotherPasteTakesThePlaceOfAHiddenOne()
{
    open();
    paste(mint());
    paste("Invalid platform app");
    auto *field = find<DoctorField>(u"doctorField"_s);
    QVERIFY(!field->isHiding());
    QCOMPARE(field->toPlainText(), u"Invalid platform app"_s);
    QVERIFY(read(u"doctorWhat"_s).contains("does not know this app id"_L1));
    paste(mint());
    QVERIFY(field->isHiding());
    QVERIFY(!read(u"doctorWhat"_s).contains("app id"_L1));
}

void TestDoctorPane::everythingIsCheckedWithProgress()
{
    open(connectAccount().id);
    QVERIFY(read(u"doctorState"_s).isEmpty());
    click(u"doctorRun"_s);
    QCOMPARE(find<QPushButton>(u"doctorRun"_s)->text(), u"Cancel"_s);
    QVERIFY(read(u"doctorState"_s).contains(u"of %1"_s.arg(checkCount)));
    QTRY_COMPARE(read(u"doctorState"_s), u"Nothing has to be done."_s);
    for (int i = 0; i < checkCount; ++i)
        QVERIFY(!read(u"doctorCheck%1"_s.arg(i)).isEmpty());
    QCOMPARE(find<QPushButton>(u"doctorRun"_s)->text(), u"Check again"_s);
}

void TestDoctorPane::aCheckIsCancelled()
{
    const Account account = connectAccount();
    const qsizetype before = m_stage->server.requests().size();
    m_stage->server.inject({.name = u"hang"_s, .endpoint = u"me"_s});
    open(account.id);
    click(u"doctorRun"_s);
    QTRY_VERIFY(m_stage->server.requests().size() > before);
    QCOMPARE(read(u"doctorCheck1"_s), u"is looked at…"_s);
    click(u"doctorRun"_s);
    QCOMPARE(find<QPushButton>(u"doctorRun"_s)->text(), u"Check again"_s);
    QVERIFY(read(u"doctorCheck1"_s).isEmpty());
    QVERIFY(read(u"doctorState"_s).isEmpty());
    m_stage->server.clearFaults();
    click(u"doctorRun"_s);
    QTRY_COMPARE(read(u"doctorState"_s), u"Nothing has to be done."_s);
}

void TestDoctorPane::aStepLeadsToItsPage()
{
    open();
    paste("Invalid platform app");
    auto *link = find<QPushButton>(u"doctorStepLink0"_s);
    QVERIFY(link && link->isVisible());
    link->click();
    QCOMPARE(m_stage->opened.value(0), QUrl(u"https://developers.facebook.com/apps/"_s));
}

void TestDoctorPane::clearingForgetsAll()
{
    open(connectAccount().id);
    paste(mint());
    click(u"doctorRun"_s);
    QTRY_COMPARE(find<QPushButton>(u"doctorRun"_s)->text(), u"Check again"_s);
    click(u"doctorClear"_s);
    QVERIFY(!find<DoctorField>(u"doctorField"_s)->isHiding());
    QVERIFY(read(u"doctorWhat"_s).isEmpty() && read(u"doctorCheck0"_s).isEmpty());
    QVERIFY(!find<QPushButton>(u"doctorReport"_s)->isEnabled());
    QCOMPARE(find<QComboBox>(u"doctorAccount"_s)->currentIndex(), 0);
}

void TestDoctorPane::theReportIsReadSavedAndCopied()
{
    const QByteArray token = mint();
    Canaries canaries;
    canaries.plant(token);
    open();
    paste(token);
    click(u"doctorRun"_s);
    QTRY_VERIFY(find<QPushButton>(u"doctorReport"_s)->isEnabled());
    click(u"doctorReport"_s);
    auto *report = m_dialog->findChild<ReportDialog *>();
    QVERIFY(report);
    const QString text = report->findChild<QPlainTextEdit *>(u"reportText"_s)->toPlainText();
    QVERIFY(text.contains(u"✓ Token"_s));
    QCOMPARE(canaries.in(text.toUtf8()), QStringList());
    report->findChild<QPushButton *>(u"reportCopy"_s)->click();
    QCOMPARE(QApplication::clipboard()->text(), text);
    report->findChild<QPushButton *>(u"reportSave"_s)->click();
    auto *dialog = report->findChild<QFileDialog *>(u"reportFileDialog"_s);
    QVERIFY(dialog);
    const QString path = m_stage->desk.folder() + "/report.txt"_L1;
    emit dialog->fileSelected(path);
    QVERIFY(report->findChild<QLabel *>(u"reportTold"_s)->text().contains(u"✓"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), text);
#ifndef Q_OS_WIN
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
#endif
}

void TestDoctorPane::aReportThatCannotBeSavedIsTold()
{
    open();
    paste("Invalid platform app");
    click(u"doctorReport"_s);
    auto *report = m_dialog->findChild<ReportDialog *>();
    report->findChild<QPushButton *>(u"reportSave"_s)->click();
    emit report->findChild<QFileDialog *>(u"reportFileDialog"_s)->fileSelected(u"/dev/null/no/report.txt"_s);
    QVERIFY(report->findChild<QLabel *>(u"reportTold"_s)->text().contains("could not be saved"_L1));
}

void TestDoctorPane::leavingInTheMiddleLeavesNothing()
{
    const Account account = connectAccount();
    const qsizetype before = m_stage->server.requests().size();
    m_stage->server.inject({.name = u"hang"_s, .endpoint = u"me"_s});
    open(account.id);
    paste(mint());
    click(u"doctorRun"_s);
    QTRY_VERIFY(m_stage->server.requests().size() > before);
    m_dialog.reset();
    m_stage->server.clearFaults();
    QCOMPARE(m_stage->desk.accounts().all().size(), 1);
}

void TestDoctorPane::theKeyboardIsEnough()
{
    open(connectAccount().id);
    QCOMPARE(QApplication::focusWidget(), find(u"doctorField"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QSet<QString> reached;
    for (int i = 0; i < 12; ++i) {
        reached.insert(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const QString &name : {u"doctorRun"_s, u"doctorClear"_s, u"doctorAccount"_s, u"doctorField"_s})
        QVERIFY2(reached.contains(name), qPrintable(name));
    for (const QWidget *widget : {find(u"doctorRun"_s), find(u"doctorAccount"_s), find(u"doctorField"_s)})
        QVERIFY(!widget->accessibleName().isEmpty());
}

QTEST_MAIN(TestDoctorPane)
#include "tst_doctorpane.moc"
