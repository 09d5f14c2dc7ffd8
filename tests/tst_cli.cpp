// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/database.h"
#include "support/commandrun.h"
#include "support/faketool.h"
#include "support/isolateddesktop.h"
#include "support/practicefixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <memory>
#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

Account practiceAccount(const QString &id, const QString &userId)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Account account;
    account.id = id;
    account.providerId = u"practice"_s;
    account.userId = userId;
    account.username = u"shop."_s + userId;
    account.tokenKind = TokenKind::LongLived;
    account.issuedAt = now.addDays(-1);
    account.expiresAt = now.addDays(59).addSecs(60);
    account.grantedScopes = QStringList{u"instagram_business_basic"_s};
    account.grantedKnown = true;
    return account;
}

} // namespace

/// The command line, run as scripts and people run it.
class TestCli : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void itTellsItsVersionAndItsCommands();
    void mistakesAreToldAndEndWithTwo_data();
    void mistakesAreToldAndEndWithTwo();
    void practiceServesUntilItIsInterrupted_data();
    void practiceServesUntilItIsInterrupted();
    void tokensWorkAcrossProcesses();
    void faultsAndTimeAreSetFromTheCommandLine();
    void aTakenPortIsTold();
    void everyFaultIsListed();
    void withoutAccountsThereIsNothingToDo();
    void statusListsEveryAccount();
    void statusSpeaksTheLanguageOfThePerson();
    void statusAnswersPrograms();
    void namesCannotTalkToTheTerminal();
    void anUnreadableDatabaseIsTrouble();
    void theScheduleIsInstalledToldAndRemoved();
    void withoutASchedulerTheLineForCronIsTold();

private:
    Ending run(const QStringList &arguments, const QString &language = u"en_US.UTF-8"_s)
    {
        return CommandLine(m_home->path(), arguments, language).wait();
    }
    QString dataFolder() const;
    void store(const QList<Account> &accounts);

    std::unique_ptr<QTemporaryDir> m_home;
};

QString TestCli::dataFolder() const
{
    return m_home->filePath(u"data/TokenDesk"_s);
}

void TestCli::store(const QList<Account> &accounts)
{
    QDir().mkpath(dataFolder());
    const auto database = Database::open(dataFolder());
    QVERIFY(database);
    for (const Account &account : accounts)
        QVERIFY((*database)->save(account));
}

void TestCli::itTellsItsVersionAndItsCommands()
{
    const Ending version = run({u"--version"_s});
    QCOMPARE(version.code, 0);
    QCOMPARE(version.output.trimmed(), u"TokenDesk " TOKENDESK_VERSION ""_s);
    const Ending help = run({u"--help"_s});
    QCOMPARE(help.code, 0);
    QVERIFY(help.output.contains("  status "_L1) && help.output.contains("  practice "_L1));
    QVERIFY(run({u"practice"_s, u"--help"_s}).output.contains("--advance <seconds>"_L1));
    QVERIFY(run({u"status"_s, u"--help"_s}).output.contains("--json"_L1));
}

void TestCli::mistakesAreToldAndEndWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("complaint");
    const QString practice = u"practice"_s;
    QTest::newRow("nothing") << QStringList{} << u"No command was given"_s;
    QTest::newRow("no command") << QStringList{u"dance"_s} << u"no command “dance”"_s;
    QTest::newRow("no option") << QStringList{u"--dance"_s} << u"dance"_s;
    QTest::newRow("no option of practice") << QStringList{practice, u"--dance"_s} << u"dance"_s;
    QTest::newRow("no option of status") << QStringList{u"status"_s, u"--dance"_s} << u"dance"_s;
    QTest::newRow("nothing to schedule") << QStringList{u"schedule"_s} << u"Say install, remove or status"_s;
    QTest::newRow("no such schedule") << QStringList{u"schedule"_s, u"dance"_s} << u"Say install, remove"_s;
    QTest::newRow("no number") << QStringList{practice, u"--port"_s, u"x"_s} << u"“x” is not a port number"_s;
    QTest::newRow("no port") << QStringList{practice, u"--port"_s, u"65536"_s} << u"“65536” is not a port number"_s;
    QTest::newRow("no time") << QStringList{practice, u"--advance"_s, u"1h"_s} << u"“1h” is not a number"_s;
    for (const QString &fault : {u""_s, u"nonsense"_s, u"hang@nowhere"_s, u"hang@"_s, u"hangx0"_s, u"hangx"_s,
                                 u"hang@tokenx-1"_s, u"@token"_s, u"hang token"_s})
        QTest::newRow(qPrintable("fault <"_L1 + fault + u'>'))
            << QStringList{practice, u"--fault"_s, fault} << u"“%1” is not a kind of trouble"_s.arg(fault);
}

void TestCli::mistakesAreToldAndEndWithTwo()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, complaint);
    const Ending ending = run(arguments);
    QCOMPARE(ending.code, 2);
    QVERIFY2(ending.complaint.contains(complaint), qPrintable(ending.complaint));
    QCOMPARE(ending.output, QString());
}

void TestCli::practiceServesUntilItIsInterrupted_data()
{
#ifdef Q_OS_UNIX
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
#endif
}

void TestCli::practiceServesUntilItIsInterrupted()
{
#ifdef Q_OS_UNIX
    QFETCH(const int, signal);
    CommandLine practice(m_home->path(), {u"practice"_s});
    const quint16 port = practice.practicePort();
    QVERIFY(port != 0);
    QCOMPARE(PracticeClient(port).get(u"/me"_s).status, 400);
    ::kill(pid_t(practice.processId()), signal);
    QCOMPARE(practice.wait().code, 0);
#endif
}

void TestCli::tokensWorkAcrossProcesses()
{
    CommandLine practice(m_home->path(), {u"practice"_s});
    const SystemClock clock;
    PracticeServer here(clock);
    QVERIFY(here.listen());
    PracticeClient there(practice.practicePort());
    PracticeClient client(*here.listen());
    QCOMPARE(there.me(client.longToken()).json().value("username"_L1).toString(), u"practice.account"_s);
    QCOMPARE(client.extend(there.shortToken()).status, 200);
}

void TestCli::faultsAndTimeAreSetFromTheCommandLine()
{
    CommandLine practice(m_home->path(),
                         {u"practice"_s, u"--fault"_s, u"throttled@mex2"_s, u"--fault"_s, u"data-list@me"_s,
                          u"--fault"_s, u"html503@permissions"_s, u"--advance"_s, u"86400"_s});
    PracticeClient there(practice.practicePort());
    const SystemClock clock;
    PracticeServer here(clock);
    QVERIFY(here.listen());
    const QString token = PracticeClient(here.port()).longToken();
    for (int i = 0; i < 2; ++i)
        QCOMPARE(there.me(token).graphError().value("code"_L1).toInt(), 80002);
    QCOMPARE(there.me(token).json().value("data"_L1).toArray().size(), 1);
    QCOMPARE(there.get(u"/me/permissions"_s, {{u"access_token"_s, token}}).status, 503);
    QCOMPARE(there.renew(token).status, 200); // there it is a day old
    QCOMPARE(PracticeClient(here.port()).renew(token).status, 400);
}

void TestCli::aTakenPortIsTold()
{
    const PracticeFixture taken;
    const QString port = QString::number(taken.server.port());
    const Ending ending = run({u"practice"_s, u"--port"_s, port});
    QCOMPARE(ending.code, 2);
    QVERIFY(ending.complaint.contains(port));
}

void TestCli::everyFaultIsListed()
{
    const Ending ending = run({u"practice"_s, u"--list-faults"_s});
    QCOMPARE(ending.code, 0);
    for (const QString &name : PracticeServer::faultNames() + PracticeServer::endpointNames())
        QVERIFY2(ending.output.contains(u' ' + name), qPrintable(name));
}

void TestCli::withoutAccountsThereIsNothingToDo()
{
    const Ending ending = run({u"status"_s});
    QCOMPARE(ending.code, 0);
    QCOMPARE(ending.output.trimmed(), u"There is no account yet."_s);
    QCOMPARE(run({u"status"_s, u"--json"_s}).output.simplified(), u"{ \"accounts\": [ ] }"_s);
}

void TestCli::statusListsEveryAccount()
{
    Account expired = practiceAccount(u"b"_s, u"2"_s);
    expired.expiresAt = QDateTime::currentDateTimeUtc().addDays(-1);
    store({practiceAccount(u"a"_s, u"1"_s)});
    const Ending well = run({u"status"_s});
    QCOMPARE(well.code, 0);
    const QRegularExpression line(u"^@shop\\.1  Practice  Working, renews on .*  ends .*, 59 days left\\s*$"_s);
    QVERIFY2(line.match(well.output).hasMatch(), qPrintable(well.output));

    store({expired});
    const Ending ill = run({u"status"_s});
    QCOMPARE(ill.code, 1);
    QCOMPARE(ill.output.trimmed().split(u'\n').size(), 2);
    QVERIFY2(ill.output.contains("Expired, sign in again"_L1), qPrintable(ill.output));
}

void TestCli::statusSpeaksTheLanguageOfThePerson()
{
    store({practiceAccount(u"a"_s, u"1"_s)});
    const Ending german = run({u"status"_s}, u"de_DE.UTF-8"_s);
    QVERIFY2(german.output.contains("59 Tage"_L1), qPrintable(german.output));
}

void TestCli::statusAnswersPrograms()
{
    Account account = practiceAccount(u"a"_s, u"27640875392278831"_s);
    account.expiresAt = QDateTime(QDate(2020, 1, 2), QTime(3, 4, 5), QTimeZone::utc());
    Account strange = practiceAccount(u"b"_s, u"2"_s);
    strange.providerId = u"gone"_s;
    strange.expiresAt = {};
    store({account, strange});
    const Ending ending = run({u"status"_s, u"--json"_s}, u"de_DE.UTF-8"_s);
    QCOMPARE(ending.code, 1);
    const QJsonArray accounts = QJsonDocument::fromJson(ending.output.toUtf8()).object().value("accounts"_L1).toArray();
    QCOMPARE(accounts.size(), 2);
    const QJsonObject first
        = accounts.at(0).toObject().value("id"_L1) == "a"_L1 ? accounts.at(0).toObject() : accounts.at(1).toObject();
    QCOMPARE(first.value("userId"_L1).toString(), u"27640875392278831"_s);
    QCOMPARE(first.value("status"_L1).toString(), u"expired"_s);
    QCOMPARE(first.value("detail"_L1).toString(), u"sign-in-again"_s);
    QCOMPARE(first.value("expiresAt"_L1).toString(), u"2020-01-02T03:04:05Z"_s);
    QCOMPARE(first.value("practice"_L1), QJsonValue(true));
    QCOMPARE(first.value("grantedScopes"_L1).toArray(), QJsonArray{u"instagram_business_basic"_s});
    const QJsonObject second
        = accounts.at(0).toObject() == first ? accounts.at(1).toObject() : accounts.at(0).toObject();
    QCOMPARE(second.value("provider"_L1).toString(), u"gone"_s);
    QCOMPARE(second.value("expiresAt"_L1), QJsonValue());
}

void TestCli::namesCannotTalkToTheTerminal()
{
    Account account = practiceAccount(u"a"_s, u"1"_s);
    account.label = u"\x1b[2J\u009b31mshop\r"_s;
    store({account});
    const Ending ending = run({u"status"_s});
    QVERIFY(ending.output.contains("shop"_L1));
    for (const QChar c : {QChar(0x1b), QChar(0x9b), QChar(u'\r')})
        QVERIFY(!ending.output.contains(c));
}

void TestCli::anUnreadableDatabaseIsTrouble()
{
    QDir().mkpath(dataFolder());
    QFile file(dataFolder() + "/tokendesk.sqlite"_L1);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray content = QByteArray("not a database ").repeated(1000);
    file.write(content);
    file.close();
    for (const QStringList &command : {QStringList{u"status"_s}, {u"list"_s}, {u"renew"_s, u"--due"_s}}) {
        const Ending ending = run(command);
        QCOMPARE(ending.code, 2);
        QVERIFY(ending.complaint.contains(dataFolder()));
        QVERIFY2(ending.complaint.contains("Open the window of TokenDesk"_L1), qPrintable(ending.complaint));
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestCli::theScheduleIsInstalledToldAndRemoved()
{
#ifdef Q_OS_LINUX
    Desktop desktop = isolatedDesktop(m_home->path());
    desktop.config = m_home->filePath(u"config"_s);
    FakeTool(desktop, schedulePlan(desktop)).work();
    const QByteArray path = qgetenv("PATH");
    const auto restore = qScopeGuard([&] { qputenv("PATH", path); });
    qputenv("PATH", QFile::encodeName(desktop.tools) + ':' + path);

    const Ending before = run({u"schedule"_s, u"status"_s});
    QCOMPARE(before.code, 0);
    QVERIFY2(before.output.startsWith("Nothing is installed"_L1), qPrintable(before.output));
    const Ending installed = run({u"schedule"_s, u"install"_s});
    QVERIFY2(installed.code == 0, qPrintable(installed.complaint));
    QVERIFY(installed.output.contains("tokendesk.timer"_L1));
    QVERIFY(run({u"schedule"_s, u"status"_s}).output.startsWith("Tokens are renewed every hour"_L1));

    QFile service(m_home->filePath(u"config/systemd/user/tokendesk.service"_s));
    QVERIFY(service.open(QIODevice::ReadWrite));
    QVERIFY(service.readAll().contains("tokendesk-cli renew --due\n"));
    QVERIFY(service.resize(0));
    service.close();
    QCOMPARE(run({u"schedule"_s, u"status"_s}).code, 1);
    QCOMPARE(run({u"schedule"_s, u"remove"_s}).code, 0);
    QVERIFY(!service.exists());
#endif
}

void TestCli::withoutASchedulerTheLineForCronIsTold()
{
#ifdef Q_OS_LINUX
    const QByteArray path = qgetenv("PATH");
    const auto restore = qScopeGuard([&] { qputenv("PATH", path); });
    qputenv("PATH", "/nowhere");
    const Ending ending = run({u"schedule"_s, u"install"_s});
    QCOMPARE(ending.code, 2);
    QVERIFY2(ending.complaint.contains("15 * * * * DBUS_SESSION_BUS_ADDRESS="_L1), qPrintable(ending.complaint));
    QCOMPARE(ending.output, QString());
#endif
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
