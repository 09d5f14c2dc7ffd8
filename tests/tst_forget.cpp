// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ownfile.h"
#include "desktop/autostart.h"
#include "desktop/schedule.h"
#include "desktop/scheduleplan.h"
#include "forget/forgetting.h"
#include "support/commandrun.h"
#include "support/desk.h"
#include "support/faketool.h"
#include "support/isolateddesktop.h"
#include "support/keyring.h"
#include "support/manualclock.h"
#include "support/program.h"

#include <QDirIterator>
#include <QLockFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {

const QString foreign = QStringLiteral("somebody/else");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// "Forget everything", with a real keyring and a real home: afterwards a search finds nothing of ours.
class TestForget : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void aSearchFindsNothingAfterwards();
    void whatIsNotOursStays();
    void aLockedKeychainChangesNothing();
    void withoutAKeychainTheRestGoes();
    void aKeychainThatHangsIsGivenUp();
    void anotherProgramAtWorkChangesNothing();
    void whatCouldNotBeRemovedIsNamedAndTriedAgain();
    void nothingIsWrittenAfterwards();
    void theCommandLineAsksForAYes();
    void theCommandLineForgetsToo();
    void theCommandLineForgetsWhatADamagedDatabaseKnew();
    void theCommandLineWaitsForTheWindow();

private:
    void live();
    void open();
    QList<Remnant> forget(Forgetting::Reach reach = Forgetting::Reach::Everything);
    QList<Remnant> again(Forgetting::Reach reach = Forgetting::Reach::Everything);
    QStringList files() const;
    Result<void> put(const QString &key);
    Desktop desktop() const;
    QString data() const { return m_home->filePath(u"data/TokenDesk"_s); }
    QString config() const { return m_home->filePath(u"config/TokenDesk"_s); }
    int ours() const { return m_keyring->count(u"tokendesk/"_s) - m_foreign; }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Keyring> m_keyring;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Program> m_program;
    std::unique_ptr<Forgetting> m_forgetting;
    ManualClock m_clock;
    int m_foreign = 0; ///< items of somebody else under keys like ours
};

void TestForget::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_keyring = std::make_unique<Keyring>();
    QVERIFY(m_keyring->start());
    SystemKeychain fresh;
    Awaited<void> emptied; // of what a test before this one has left
    fresh.removeAll({}, &emptied.context, emptied.callback());
    QVERIFY(emptied.wait());
    m_foreign = m_keyring->count(u"tokendesk/"_s);
    QVERIFY(QDir().mkpath(data()) && QDir().mkpath(config()));
    open();
    live();
}

void TestForget::cleanup()
{
    m_forgetting.reset();
    m_program.reset();
    m_settings.reset();
    m_keyring->kill(); // of a new home
}

void TestForget::open()
{
    m_program.reset();
    m_settings = std::make_unique<Settings>(Paths{data(), config()});
    m_program = std::make_unique<Program>(data());
}

/// Nothing is looked for or changed outside the test's home but the browsers' store, in it as well.
Desktop TestForget::desktop() const
{
    Desktop own = isolatedDesktop(m_home->filePath(u"desktop"_s));
    FakeTool(own, schedulePlan(own)).work();
    return own;
}

Result<void> TestForget::put(const QString &key)
{
    Awaited<void> written;
    m_program->keychain.write(key, Secret("IGAA-orphan"), &written.context, written.callback());
    return written.wait();
}

/// Everything the program can leave behind, as a person's use leaves it.
void TestForget::live()
{
    Accounts &accounts = m_program->accounts;
    const Registration app
        = accounts.save({.providerId = u"instagram"_s, .name = u"Shop"_s, .clientId = u"123"_s}).value();
    Awaited<void> kept;
    accounts.keepSecret(app.id, Secret("0123456789abcdef"), &kept.context, kept.callback());
    QVERIFY(kept.wait());
    for (const TokenKind kind : {TokenKind::LongLived, TokenKind::Refreshable}) {
        NewAccount made{.token = Secret("IGAA-live"), .refreshToken = Secret(QByteArray())};
        if (kind == TokenKind::Refreshable)
            made.refreshToken = Secret("refresh-live");
        made.account.providerId = u"instagram"_s;
        made.account.registrationId = app.id;
        made.account.userId = QString::number(int(kind));
        made.account.issueToken(kind, 60 * 24h, m_clock.now());
        Awaited<Account> adopted;
        accounts.adopt(std::move(made), &adopted.context, adopted.callback());
        QVERIFY(adopted.wait());
    }
    // Orphans: nothing here knows of them.
    QVERIFY(put(u"tokendesk/token/of-a-lost-database"_s));
    QVERIFY(put(u"tokendesk/refresh/of-a-lost-database"_s));
    QVERIFY(put(u"tokendesk/manifest/4711"_s));
    QVERIFY(put(u"tokendesk/probe/of-a-killed-program"_s));
    QVERIFY(put(u"tokendesk/proxy"_s));
    QTRY_VERIFY(m_keyring->count(u"tokendesk/manifest/0"_s) == 1);
    QTRY_VERIFY(!QFile::exists(data() + "/locks/manifest.lock"_L1));
    for (const QString &name : {u"damaged-20260101-000000.sqlite"_s, u"damaged-20260101-000000.sqlite-wal"_s,
                                u"authorities.pem"_s, u"providers/mine.json"_s, u"locks/old.lock"_s})
        QVERIFY(writeOwnFile(data() + u'/' + name, "left behind"));
    QVERIFY(m_program->certificates.certificate());
    m_settings->setLanguage(u"de"_s);
    const Desktop own = desktop();
    QVERIFY(Autostart(own).turnOn());
    Awaited<void> installed;
    Schedule(own).install(&installed.context, installed.callback());
    QVERIFY(installed.wait());
}

QList<Remnant> TestForget::forget(Forgetting::Reach reach)
{
    m_forgetting = std::make_unique<Forgetting>(Forgetting::Place{.accounts = &m_program->accounts,
                                                                  .keychain = m_program->keychain,
                                                                  .settings = *m_settings,
                                                                  .clock = m_clock,
                                                                  .desktop = desktop(),
                                                                  .data = data()});
    return again(reach);
}

QList<Remnant> TestForget::again(Forgetting::Reach reach)
{
    QSignalSpy finished(m_forgetting.get(), &Forgetting::finished);
    m_forgetting->start(reach);
    if (!finished.wait(60'000))
        return {{Trace::Files, u"it does not end"_s, {}}};
    return finished.first().first().value<QList<Remnant>>();
}

/// But for the stand-ins of the system's programs, and folders.
QStringList TestForget::files() const
{
    QStringList found;
    QDirIterator all(m_home->path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next().sliced(m_home->path().size() + 1);
        if (!path.startsWith("desktop/tools"_L1) && !path.startsWith("desktop/programs"_L1))
            found.append(path);
    }
    found.sort();
    return found;
}

// A64
void TestForget::aSearchFindsNothingAfterwards()
{
    QVERIFY(ours() >= 10);
    QVERIFY(files().size() >= 10);
    QSignalSpy removed(&m_program->accounts, &Accounts::accountRemoved);
    QCOMPARE(forget(), QList<Remnant>());
    QCOMPARE(ours(), 0);
    QCOMPARE(files(), QStringList());
    QVERIFY(!QDir(data()).exists());
    QVERIFY(!QDir(config()).exists());
    QCOMPARE(removed.count(), 2);
    // Started again it is as new.
    QVERIFY(QDir().mkpath(data()));
    open();
    QVERIFY(m_program->accounts.all().isEmpty());
    QVERIFY(!m_program->accounts.isRecovering());
    QCOMPARE(m_settings->language(), QString());
}

void TestForget::whatIsNotOursStays()
{
    QVERIFY(m_keyring->addForeign(foreign));
    QVERIFY(m_keyring->addForeign(u"tokendesk/token/of another program"_s));
    QVERIFY(writeOwnFile(data() + "/notes.txt"_L1, "mine"));
    QVERIFY(writeOwnFile(data() + "/providers/readme.md"_L1, "mine"));
    QCOMPARE(forget(), QList<Remnant>());
    QCOMPARE(m_keyring->count(foreign), 1);
    QCOMPARE(ours(), 1);
    QCOMPARE(files(), QStringList({u"data/TokenDesk/notes.txt"_s, u"data/TokenDesk/providers/readme.md"_s}));
}

void TestForget::aLockedKeychainChangesNothing()
{
    const QStringList before = files();
    const int items = ours();
    QVERIFY(m_keyring->lock());
    const QList<Remnant> left = forget();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().trace, Trace::Keychain);
    QCOMPARE(left.first().why.kind, ErrorKind::KeychainLocked);
    QVERIFY(!m_forgetting->hasBegun());
    QCOMPARE(m_program->accounts.all().size(), 2);
    QCOMPARE(files(), before);
    QVERIFY(m_keyring->unlock());
    QCOMPARE(ours(), items);
    QCOMPARE(again(), QList<Remnant>());
    QCOMPARE(ours(), 0);
    QCOMPARE(files(), QStringList());
}

void TestForget::withoutAKeychainTheRestGoes()
{
    m_keyring->kill();
    const QList<Remnant> left = forget();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().trace, Trace::Keychain);
    QVERIFY(!m_forgetting->hasBegun());
    QCOMPARE(again(Forgetting::Reach::AllButKeychain), QList<Remnant>());
    QCOMPARE(files(), QStringList());
}

void TestForget::aKeychainThatHangsIsGivenUp()
{
    m_keyring->hang();
    m_forgetting = std::make_unique<Forgetting>(Forgetting::Place{.accounts = &m_program->accounts,
                                                                  .keychain = m_program->keychain,
                                                                  .settings = *m_settings,
                                                                  .clock = m_clock,
                                                                  .desktop = desktop(),
                                                                  .data = data()});
    QSignalSpy finished(m_forgetting.get(), &Forgetting::finished);
    m_forgetting->start();
    m_clock.advance(61s);
    QVERIFY(finished.wait(20'000));
    QCOMPARE(finished.first().first().value<QList<Remnant>>().value(0).why.kind, ErrorKind::TimedOut);
    QCOMPARE(m_program->accounts.all().size(), 2);
    m_keyring->goOn();
}

void TestForget::anotherProgramAtWorkChangesNothing()
{
    const QString lock = data() + "/locks/someone.lock"_L1;
    QProcess other; // as tokendesk-cli does while it renews
    other.start(u"sleep"_s, {u"1000"_s});
    QVERIFY(other.waitForStarted());
    const QByteArray holder
        = QByteArray::number(other.processId()) + "\nsleep\n" + QSysInfo::machineHostName().toUtf8();
    QVERIFY(writeOwnFile(lock, holder + '\n'));
    const QStringList before = files();
    const QList<Remnant> left = forget();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().trace, Trace::OtherPrograms);
    QVERIFY(left.first().place.endsWith("someone.lock"_L1));
    QCOMPARE(files(), before);
    other.kill();
    QVERIFY(other.waitForFinished());
    QCOMPARE(again(), QList<Remnant>());
}

/// The browsers trust the page, and the tool that takes it back is not there.
void TestForget::whatCouldNotBeRemovedIsNamedAndTriedAgain()
{
    const Result<LoopbackCertificate> page = m_program->certificates.certificate();
    QVERIFY(page && writeOwnFile(data() + "/trusted.pem"_L1, page->certificate.toPem()));
    const QList<Remnant> left = forget();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().trace, Trace::Trust);
    QVERIFY(left.first().place.contains("nssdb"_L1));
    QCOMPARE(files(), QStringList(u"data/TokenDesk/trusted.pem"_s)); // by which it is undone later
    QCOMPARE(ours(), 0);
    QFile certutil(desktop().tools + "/certutil"_L1);
    QVERIFY(certutil.open(QIODevice::WriteOnly) && certutil.write("#!/bin/sh\nexit 0\n") > 0);
    certutil.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    certutil.close();
    QCOMPARE(again(), QList<Remnant>());
    QCOMPARE(files(), QStringList());
}

/// The rest of the program still runs for a moment, and says how its window stood.
void TestForget::nothingIsWrittenAfterwards()
{
    QCOMPARE(forget(), QList<Remnant>());
    Accounts &accounts = m_program->accounts;
    m_settings->setWindowGeometry("geometry");
    m_settings->setKnowsClosing();
    accounts.refresh();
    accounts.reconcile();
    accounts.checkDatabase();
    accounts.checkCustody();
    NewAccount made{.token = Secret("IGAA-late")};
    made.account.providerId = u"instagram"_s;
    made.account.userId = u"99"_s;
    Awaited<Account> adopted;
    accounts.adopt(std::move(made), &adopted.context, adopted.callback());
    QVERIFY(!adopted.wait());
    m_forgetting.reset();
    m_program.reset();
    m_settings.reset();
    QCOMPARE(files(), QStringList());
    QCOMPARE(ours(), 0);
}

void TestForget::theCommandLineAsksForAYes()
{
    m_program.reset();
    const QStringList before = files();
    const Ending ending = CommandLine(m_home->path(), {u"forget"_s, u"--everything"_s}).wait();
    QCOMPARE(ending.code, 2);
    QVERIFY(ending.complaint.contains("--yes"_L1));
    QCOMPARE(files(), before);
}

void TestForget::theCommandLineForgetsToo()
{
    m_program.reset();
    m_settings.reset();
    const Ending ending = CommandLine(m_home->path(), {u"forget"_s, u"--everything"_s, u"--yes"_s}).wait(60'000);
    QVERIFY2(ending.code == 0, qPrintable(ending.complaint));
    QCOMPARE(ours(), 0);
    QVERIFY(!QDir(data()).exists());
    QVERIFY(!QDir(config()).exists());
}

void TestForget::theCommandLineForgetsWhatADamagedDatabaseKnew()
{
    m_program.reset();
    m_settings.reset();
    QVERIFY(removeOwnFile(data() + "/tokendesk.sqlite"_L1));
    QVERIFY(writeOwnFile(data() + "/tokendesk.sqlite"_L1, QByteArray(8192, 'x')));
    const Ending ending = CommandLine(m_home->path(), {u"forget"_s, u"--everything"_s, u"--yes"_s}).wait(60'000);
    QVERIFY2(ending.code == 0, qPrintable(ending.complaint));
    QCOMPARE(ours(), 0);
    QVERIFY(!QDir(data()).exists());
}

void TestForget::theCommandLineWaitsForTheWindow()
{
    m_program.reset();
    QLockFile window(data() + "/window.lock"_L1);
    QVERIFY(window.tryLock());
    const QStringList before = files();
    const Ending ending = CommandLine(m_home->path(), {u"forget"_s, u"--everything"_s, u"--yes"_s}).wait();
    QCOMPARE(ending.code, 2);
    QVERIFY(ending.complaint.contains("window.lock"_L1));
    QCOMPARE(files(), before);
    QVERIFY(contentOf(data() + "/providers/mine.json"_L1) == "left behind");
}

QTEST_GUILESS_MAIN(TestForget)
#include "tst_forget.moc"
