// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/schema.h"
#include "support/databaseplace.h"

#include <QDir>
#include <QSqlDatabase>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace tokendesk;

class TestDatabaseFile : public QObject
{
    Q_OBJECT
    std::unique_ptr<DatabasePlace> m_place;

private slots:
    void init();
    void cleanup();
    void isPrivateWhateverTheUmask();
    void takesAwayWhatOthersMayDo();
    void refusesWhatIsNoPlainFile_data();
    void refusesWhatIsNoPlainFile();
    void refusesANewerVersionAndLeavesIt();
    void refusesAForeignDatabaseAndLeavesIt();
    void refusesATruncatedFileAndLeavesIt();
    void refusesAFileOfSomethingElseAndLeavesIt_data();
    void refusesAFileOfSomethingElseAndLeavesIt();
    void survivesFlippedBitsInEveryPageHeader();
    void migratesStepByStep();
    void aFailedMigrationChangesNothing();
    void opensEveryVersionBefore_data();
    void opensEveryVersionBefore();
};

void TestDatabaseFile::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_place = std::make_unique<DatabasePlace>();
}

void TestDatabaseFile::cleanup()
{
    m_place.reset();
    QCOMPARE(QSqlDatabase::connectionNames(), QStringList());
}

void TestDatabaseFile::isPrivateWhateverTheUmask()
{
#ifdef Q_OS_UNIX
    const auto mode = [](const QString &path) {
        struct stat status;
        return stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 07777) : -1;
    };
    for (const mode_t mask : {0000, 0022, 0077}) {
        init();
        const mode_t before = umask(mask);
        const auto database = m_place->opened();
        const bool saved = database && database->save(accountNamed(u"anna"_s));
        umask(before);
        QVERIFY(saved);
        QCOMPARE(mode(m_place->folder()), 0700);
        QCOMPARE(mode(m_place->file()), 0600);
        QCOMPARE(mode(m_place->file() + "-wal"_L1), 0600);
        QCOMPARE(mode(m_place->file() + "-shm"_L1), 0600);
    }
#else
    QSKIP("Windows keeps a user's folders private by their access lists");
#endif
}

void TestDatabaseFile::takesAwayWhatOthersMayDo()
{
#ifdef Q_OS_UNIX
    m_place->opened().reset();
    chmod(QFile::encodeName(m_place->folder()).constData(), 0755);
    chmod(QFile::encodeName(m_place->file()).constData(), 0664);
    const auto database = m_place->opened();
    struct stat status;
    QCOMPARE(stat(QFile::encodeName(m_place->folder()).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 07777), 0700);
    QCOMPARE(stat(QFile::encodeName(m_place->file()).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 07777), 0600);
#else
    QSKIP("Windows keeps a user's folders private by their access lists");
#endif
}

void TestDatabaseFile::refusesWhatIsNoPlainFile_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QString>("what");
    for (const auto &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        for (const auto &what : {u"link"_s, u"dangling link"_s, u"folder"_s, u"pipe"_s})
            QTest::addRow("%s%s", qPrintable(what), qPrintable(suffix)) << suffix << what;
    }
}

void TestDatabaseFile::refusesWhatIsNoPlainFile()
{
#ifdef Q_OS_UNIX
    QFETCH(QString, suffix);
    QFETCH(QString, what);
    const QString elsewhere = m_place->outside(u"elsewhere"_s);
    const QString name = m_place->file() + suffix;
    QVERIFY(QDir().mkpath(m_place->folder()));
    if (what == "folder"_L1)
        QVERIFY(QDir().mkdir(name));
    else if (what == "pipe"_L1)
        QCOMPARE(mkfifo(QFile::encodeName(name).constData(), 0600), 0);
    else
        QVERIFY(QFile::link(elsewhere, name));
    if (what == "link"_L1)
        replaceContents(elsewhere, "precious");

    const auto database = Database::open(m_place->folder());
    QVERIFY(!database);
    QCOMPARE(database.error().kind, ErrorKind::Storage);
    QCOMPARE(QFileInfo::exists(elsewhere), what == "link"_L1);
    if (what == "link"_L1)
        QCOMPARE(contentsOf(elsewhere), QByteArray("precious"));
#else
    QSKIP("Links and pipes in a user's own folder are a matter of Unix");
#endif
}

void TestDatabaseFile::refusesANewerVersionAndLeavesIt()
{
    QVERIFY(m_place->opened()->save(accountNamed(u"anna"_s)));
    {
        OutsideConnection outside(m_place->file());
        QCOMPARE(outside.run(u"PRAGMA user_version = 99"_s), QString());
    }
    const QByteArray before = contentsOf(m_place->file());
    const auto database = Database::open(m_place->folder());
    QVERIFY(!database);
    QCOMPARE(database.error().kind, ErrorKind::Storage);
    QVERIFY(database.error().what.contains("version 99"_L1));
    QCOMPARE(contentsOf(m_place->file()), before);
}

void TestDatabaseFile::refusesAForeignDatabaseAndLeavesIt()
{
    QVERIFY(QDir().mkpath(m_place->folder()));
    {
        OutsideConnection outside(m_place->file());
        QCOMPARE(outside.run(u"CREATE TABLE recipes (name TEXT)"_s), QString());
    }
    const QByteArray before = contentsOf(m_place->file());
    QCOMPARE(Database::open(m_place->folder()).error().kind, ErrorKind::Storage);
    QCOMPARE(contentsOf(m_place->file()), before);
}

void TestDatabaseFile::refusesATruncatedFileAndLeavesIt()
{
    {
        const auto database = m_place->opened();
        for (int i = 0; i < 50; ++i)
            QVERIFY(database->save(accountNamed(u"user%1"_s.arg(i))));
    }
    const QByteArray whole = contentsOf(m_place->file());
    // Not 0: an empty file is a new database, and one of a single byte is empty for SQLite.
    for (qsizetype size = 2; size < whole.size(); size += size < 120 ? 1 : 1021) {
        replaceContents(m_place->file(), whole.first(size));
        const auto database = Database::open(m_place->folder());
        const auto accounts = database ? (*database)->accounts() : failure(ErrorKind::Storage, {});
        QVERIFY2(!accounts, qPrintable(u"%1 bytes"_s.arg(size)));
        QCOMPARE(accounts.error().kind, ErrorKind::Storage);
        QCOMPARE(contentsOf(m_place->file()), whole.first(size));
    }
}

void TestDatabaseFile::refusesAFileOfSomethingElseAndLeavesIt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("just some words\n").repeated(1000);
    QTest::newRow("zeroes") << QByteArray(8192, '\0');
    QTest::newRow("magic only") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("magic and rubbish") << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, '\xff');
}

void TestDatabaseFile::refusesAFileOfSomethingElseAndLeavesIt()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(QDir().mkpath(m_place->folder()));
    replaceContents(m_place->file(), bytes);
    const auto database = Database::open(m_place->folder());
    QVERIFY(!database);
    QCOMPARE(database.error().kind, ErrorKind::Storage);
    QCOMPARE(contentsOf(m_place->file()), bytes);
}

void TestDatabaseFile::survivesFlippedBitsInEveryPageHeader()
{
    {
        const auto database = m_place->opened();
        for (int i = 0; i < 50; ++i)
            QVERIFY(database->save(accountNamed(u"user%1"_s.arg(i))));
        QVERIFY(database->append(eventOf(u"a"_s, daysAgo(0))));
    }
    const QByteArray whole = contentsOf(m_place->file());
    QList<qsizetype> places;
    for (qsizetype i = 0; i < 100; ++i)
        places += i;
    for (qsizetype page = 0; page < whole.size(); page += 4096) {
        for (qsizetype i = 0; i < 12; ++i)
            places += page + (page == 0 ? 100 : 0) + i;
    }
    int refused = 0;
    for (const qsizetype place : places) {
        for (const char mask : {'\x01', '\xff'}) {
            QByteArray damaged = whole;
            damaged[place] = char(damaged[place] ^ mask);
            replaceContents(m_place->file(), damaged);
            auto database = Database::open(m_place->folder());
            if (database) { // reading what is damaged is an error or a value, never a crash
                (void)(*database)->accounts();
                (void)(*database)->events(10);
                (void)(*database)->registrations();
                database->reset();
                continue;
            }
            ++refused;
            QCOMPARE(database.error().kind, ErrorKind::Storage);
            QVERIFY2(contentsOf(m_place->file()) == damaged, qPrintable(u"byte %1"_s.arg(place)));
        }
    }
    QVERIFY(refused > 50);
}

void TestDatabaseFile::migratesStepByStep()
{
    const char *first[] = {"CREATE TABLE a (x)", "INSERT INTO a VALUES (1)"};
    const char *second[] = {"ALTER TABLE a ADD COLUMN y", "UPDATE a SET y = x + 1"};
    const Migration steps[] = {first, second};
    const std::span<const Migration> all(steps);

    OutsideConnection outside(m_place->outside(u"x.sqlite"_s));
    QVERIFY(migrate(outside.connection(), all.first(1)));
    QVERIFY(migrate(outside.connection(), all.first(1)));
    QCOMPARE(outside.value(u"PRAGMA user_version"_s).toInt(), 1);
    QVERIFY(migrate(outside.connection(), all));
    QCOMPARE(outside.value(u"PRAGMA user_version"_s).toInt(), 2);
    QCOMPARE(outside.value(u"SELECT y FROM a"_s).toInt(), 2);
    QVERIFY(!migrate(outside.connection(), all.first(1)));
    QCOMPARE(outside.value(u"PRAGMA user_version"_s).toInt(), 2);
}

void TestDatabaseFile::aFailedMigrationChangesNothing()
{
    const char *first[] = {"CREATE TABLE a (x)", "INSERT INTO a VALUES (1)"};
    const char *second[] = {"UPDATE a SET x = 2", "no SQL at all"};
    const Migration steps[] = {first, second};

    OutsideConnection outside(m_place->outside(u"x.sqlite"_s));
    QVERIFY(migrate(outside.connection(), std::span(steps).first(1)));
    QCOMPARE(migrate(outside.connection(), steps).error().kind, ErrorKind::Storage);
    QCOMPARE(outside.value(u"PRAGMA user_version"_s).toInt(), 1);
    QCOMPARE(outside.value(u"SELECT x FROM a"_s).toInt(), 1);
    QCOMPARE(outside.run(u"BEGIN IMMEDIATE"_s), QString()); // no transaction was left open
}

void TestDatabaseFile::opensEveryVersionBefore_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < int(allMigrations().size()); ++version)
        QTest::addRow("version %d", version) << version;
}

void TestDatabaseFile::opensEveryVersionBefore()
{
    QFETCH(int, version);
    QVERIFY(m_place->opened()); // which makes the folder
    QVERIFY(QFile::remove(m_place->file()));
    {
        OutsideConnection before(m_place->file());
        QVERIFY(migrate(before.connection(), allMigrations().first(std::size_t(version))));
        QCOMPARE(before.run(u"INSERT INTO accounts (id, provider_id, user_id, professional_id, username, name, label, "
                            "account_type, token_kind, issued_at, expires_at, requested_scopes, granted_scopes, "
                            "granted_known, custody, token_key, refused) VALUES ('a', 'practice', '7', '17', 'müller', "
                            "'Say \"Hi\"', '', 'BUSINESS', 'long-lived', 1000, 2000, '[\"x\"]', '[]', 1, 'keychain', "
                            "'tokendesk/token/1', 0)"_s),
                 QString());
        QCOMPARE(before.run(u"INSERT INTO events (at, account_id, account_name, kind, ok, detail) "
                            "VALUES (unixepoch('now') * 1000, 'a', 'müller', 'renewed', 1, '')"_s),
                 QString());
    }
    const auto database = m_place->opened();
    QVERIFY(database);
    const auto accounts = database->accounts();
    QCOMPARE(accounts->size(), 1);
    const Account &account = accounts->first();
    QCOMPARE(account.username, u"müller"_s);
    QCOMPARE(account.name, u"Say \"Hi\""_s);
    QCOMPARE(account.requestedScopes, QStringList(u"x"_s));
    QCOMPARE(account.tokenKind, TokenKind::LongLived);
    QCOMPARE(account.expiresAt.toMSecsSinceEpoch(), 2000);
    QCOMPARE(account.tokenKey, u"tokendesk/token/1"_s);
    QCOMPARE(database->events(10)->size(), 1);
    QCOMPARE(database->stalePage()->value().content.accounts.size(), 1); // and the manifest is to be written
}

QTEST_GUILESS_MAIN(TestDatabaseFile)

#include "tst_databasefile.moc"
