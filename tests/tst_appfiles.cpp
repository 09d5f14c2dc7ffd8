// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/registrationfile.h"
#include "apps/appfiles.h"
#include "mainwindow.h"
#include "support/connectstage.h"
#include "support/isolateddesktop.h"

#include <QAction>
#include <QFile>
#include <QFileOpenEvent>
#include <QMessageBox>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

/// A registration file from the developer's desk to the colleague's, who opens it by a double click.
class TestAppFiles : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_stage = std::make_unique<ConnectStage>();
        m_stage->services.desktop = isolatedDesktop(m_stage->desk.folder());
        m_window = std::make_unique<MainWindow>(m_stage->services);
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_stage.reset();
    }

    void aColleagueConnectsWithTheFileOfADeveloper();
    void theDialogThatIsOpenShowsTheApp();
    void theHostsAreShownBeforeAnythingIsKept();
    void theSystemHandsTheFileToTheRunningProgram();
    void aKnownAppIsReplacedAndKeepsItsSecret();
    void whatTheFileDoesNotSpeakOfStays();
    void whatCannotBeUsedIsSaid_data();
    void whatCannotBeUsedIsSaid();
    void aFolderThatCannotBeWrittenIsSaid();

private:
    ConnectStage &stage() { return *m_stage; }
    Accounts &accounts() { return m_stage->desk.accounts(); }
    QString path(const QString &name) const { return m_stage->desk.folder() + u'/' + name; }
    Registration app() const
    {
        return {.providerId = u"test"_s,
                .name = u"Lumen Publisher"_s,
                .clientId = ConnectStage::appId(),
                .redirectAddresses = {m_stage->redirectAddress}};
    }
    QString written(const QByteArray &content) const
    {
        QFile file(path(u"app.tokendesk-app"_s));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    template <typename T = QWidget>
    T *seen(const QString &name)
    {
        for (T *widget : m_window->findChildren<T *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    void click(const QString &name)
    {
        QTRY_VERIFY2(seen<QAbstractButton>(name), qPrintable(name));
        seen<QAbstractButton>(name)->click();
    }

    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<MainWindow> m_window;
};

void TestAppFiles::aColleagueConnectsWithTheFileOfADeveloper()
{
    AppFiles developer(stage().services, m_window.get());
    const QString file = path(u"lumen.tokendesk-app"_s);
    developer.saveAs(app(), file);
    QVERIFY(QFile::exists(file));

    m_window->openAppFile(file); // the double click
    click(u"appFileAdd"_s);
    QCOMPARE(accounts().registrations().size(), 1);
    QCOMPARE(accounts().registrations().first().name, u"Lumen Publisher"_s);
    QTRY_VERIFY(seen<QLineEdit>(u"appSecret"_s)); // the one thing that is not in the file
    seen<QLineEdit>(u"appSecret"_s)->setText(stage().appSecret());
    click(u"connectPrimary"_s);
    click(u"connectPrimary"_s);
    QTRY_VERIFY(seen(u"waitingHeading"_s));
    FakeBrowser browser;
    browser.open(stage().opened.last());
    QTRY_VERIFY(seen(u"copyToken"_s));
    QCOMPARE(accounts().usersOf(accounts().registrations().first().id), 1);
}

void TestAppFiles::theDialogThatIsOpenShowsTheApp()
{
    m_window->findChild<QAction *>(u"actionConnect"_s)->trigger();
    QTRY_VERIFY(seen(u"connectDialog"_s));
    QVERIFY(!seen(u"appSecret"_s));
    m_window->openAppFile(written(registrationFile(app())));
    click(u"appFileAdd"_s);
    QTRY_VERIFY(seen<QLineEdit>(u"appSecret"_s)); // the one thing that is not in the file
    QCOMPARE(accounts().registrations().size(), 1);
    QCOMPARE(m_window->findChildren<ConnectDialog *>().size(), 1);
}

void TestAppFiles::theHostsAreShownBeforeAnythingIsKept()
{
    m_window->openAppFile(written(registrationFile(app())));
    QTRY_VERIFY(seen(u"appFileDialog"_s));
    QStringList hosts;
    for (const QLabel *label : m_window->findChildren<QLabel *>(u"appFileHost"_s))
        hosts.append(label->text());
    QCOMPARE(hosts, (QStringList{u"127.0.0.1"_s}));
    QVERIFY(accounts().registrations().isEmpty());
    QTest::keyClick(seen(u"appFileDialog"_s), Qt::Key_Return); // an Enter too many takes nothing
    QTRY_VERIFY(!seen(u"appFileDialog"_s));
    QVERIFY(accounts().registrations().isEmpty());
}

void TestAppFiles::theSystemHandsTheFileToTheRunningProgram()
{
    QFileOpenEvent event(written(registrationFile(app())));
    QVERIFY(QCoreApplication::sendEvent(qApp, &event));
    QTRY_VERIFY(seen(u"appFileDialog"_s));
    click(u"appFileCancel"_s);
    QVERIFY(accounts().registrations().isEmpty());
}

void TestAppFiles::aKnownAppIsReplacedAndKeepsItsSecret()
{
    const Registration before = stage().saveApp(true);
    m_window->openAppFile(written(registrationFile(app())));
    QTRY_VERIFY(seen(u"appFileReplaces"_s));
    click(u"appFileAdd"_s);
    QCOMPARE(accounts().registrations().size(), 1);
    const Registration after = accounts().registrations().first();
    QCOMPARE(after.id, before.id);
    QCOMPARE(after.name, u"Lumen Publisher"_s);
    QVERIFY(after.secretKept);
}

void TestAppFiles::whatTheFileDoesNotSpeakOfStays()
{
    Registration before = stage().saveApp(true);
    before.configurationId = u"1357924680"_s;
    before.broker = u"https://login.example.org/broker"_s;
    QVERIFY(accounts().save(before));
    Registration brought = app();
    brought.name.clear();
    brought.redirectAddresses = {u"https://localhost:9001/new/"_s};
    m_window->openAppFile(written(registrationFile(brought)));
    QTRY_VERIFY(seen<QLabel>(u"appFileReplaces"_s));
    QVERIFY(seen<QLabel>(u"appFileTitle"_s)->text().contains("Shop app"_L1)); // as it will be
    QVERIFY(seen<QLabel>(u"appFileSecret"_s)->text().contains("login.example.org"_L1));
    click(u"appFileAdd"_s);
    QCOMPARE(accounts().registrations().size(), 1);
    const Registration after = accounts().registrations().first();
    QCOMPARE(after.configurationId, before.configurationId);
    QCOMPARE(after.broker, before.broker);
    QCOMPARE(after.name, before.name);
    QCOMPARE(after.redirectAddresses, brought.redirectAddresses);
    QVERIFY(after.secretKept);
}

void TestAppFiles::whatCannotBeUsedIsSaid_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("advice");
    QTest::newRow("missing") << QByteArray("-") << u"still there"_s;
    QTest::newRow("a page") << QByteArray("<html>") << u"line 1 is wrong"_s;
    QTest::newRow("a secret in it") << QByteArray("{\n\"clientSecret\": \"1\"}") << u"line 2 is wrong"_s;
}

void TestAppFiles::whatCannotBeUsedIsSaid()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, advice);
    m_window->openAppFile(content == "-" ? path(u"missing"_s) : written(content));
    QTRY_VERIFY(seen<QMessageBox>(u"appFileFailure"_s));
    const auto *box = seen<QMessageBox>(u"appFileFailure"_s);
    QVERIFY2(box->informativeText().contains(advice), qPrintable(box->informativeText()));
    QVERIFY(box->text().contains(content == "-" ? u"missing"_s : u"app.tokendesk-app"_s));
    QVERIFY(accounts().registrations().isEmpty());
}

void TestAppFiles::aFolderThatCannotBeWrittenIsSaid()
{
    AppFiles files(stage().services, m_window.get());
    files.saveAs(app(), path(u"no/such/folder/x.tokendesk-app"_s));
    QVERIFY(seen<QMessageBox>(u"appFileFailure"_s));
}

QTEST_MAIN(TestAppFiles)
#include "tst_appfiles.moc"
