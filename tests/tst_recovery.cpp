// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/manifest.h"
#include "support/accountsfixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <algorithm>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Mood = MemoryKeychain::Mood;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

QStringList setAside(const QString &folder)
{
    return QDir(folder).entryList({u"damaged-*.sqlite"_s}, QDir::Files);
}

/// The bytes of a database with the first page of each of these zeroed: tables, with or without their indexes.
QByteArray withoutPagesOf(const QString &condition, const QString &path)
{
    constexpr int pageSize = 4096;
    QByteArray bytes = contentsOf(path);
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"damaging"_s);
        connection.setDatabaseName(path);
        QSqlQuery query(connection.open() ? connection : QSqlDatabase());
        query.exec(u"SELECT rootpage FROM sqlite_schema WHERE rootpage > 0 AND "_s + condition);
        while (query.next())
            bytes.replace((query.value(0).toInt() - 1) * pageSize, pageSize, QByteArray(pageSize, '\0'));
    }
    QSqlDatabase::removeDatabase(u"damaging"_s);
    return bytes;
}

QByteArray withoutRowsOf(const QString &table, const QString &path)
{
    return withoutPagesOf(u"tbl_name = '%1'"_s.arg(table), path);
}

/// A window's start over a folder whose database may be damaged.
class Start
{
public:
    Start(const QString &folder, Keychain &keychain, const Clock &clock)
        : catalog(folder)
    {
        Result<std::unique_ptr<Database>> opened = Database::open(folder);
        if (!opened && opened.error().hint == ErrorHint::Damaged)
            opened = Database::openAnew(folder);
        if (!opened)
            return;
        database = *std::move(opened);
        accounts = std::make_unique<Accounts>(*database, keychain, catalog, graph, clock);
        // As main does.
        QObject::connect(accounts.get(), &Accounts::databaseDamaged, accounts.get(), &Accounts::replaceDatabase);
        QCoreApplication::sendPostedEvents(accounts.get(), QEvent::MetaCall); // what reading them has found
    }

    QByteArray token(const QString &id)
    {
        Awaited<Secret> answer;
        accounts->token(id, &answer.context, answer.callback());
        const Result<Secret> secret = answer.wait();
        return secret ? secret->view().toByteArray() : QByteArray();
    }

    Catalog catalog;
    Transport transport;
    GraphClient graph{transport};
    std::unique_ptr<Database> database;
    std::unique_ptr<Accounts> accounts;
};

} // namespace

/// A damaged database: set aside, and the accounts found again in the keychain.
class TestRecovery : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_users;

    QString path() const { return m_folder->filePath(u"tokendesk.sqlite"_s); }

    /// Accounts as sign-ins leave them, in the database and in the manifest.
    void furnish(int count)
    {
        Start start(m_folder->path(), *m_keychain, m_clock);
        QVERIFY(
            start.accounts->save({.id = u"r"_s, .providerId = u"instagram"_s, .name = u"Shop"_s, .clientId = u"1"_s}));
        m_users.clear();
        for (int i = 0; i < count; ++i) {
            m_users.append(QString::number(27640875392278000 + i));
            NewAccount made{.token = Secret("IGAA" + m_users.last().toLatin1())};
            made.account.providerId = u"instagram"_s;
            made.account.registrationId = u"r"_s;
            made.account.userId = m_users.last();
            made.account.username = u"user%1"_s.arg(i);
            made.account.issueToken(TokenKind::LongLived, 60 * 24h, m_clock.now());
            Awaited<Account> adopted;
            start.accounts->adopt(std::move(made), &adopted.context, adopted.callback());
            QVERIFY(adopted.wait());
        }
        QVERIFY(start.accounts->rename(start.accounts->all().first().id, u"The shop"_s));
        manifestIsWritten(start);
    }

    void manifestIsWritten(Start &start)
    {
        start.accounts->reconcile();
        QTRY_VERIFY(!start.database->stalePage().value());
    }

    void everybodyIsThere(Start &start, int count)
    {
        QCOMPARE(start.accounts->all().size(), count);
        for (const Account &account : QList(start.accounts->all())) {
            QVERIFY(m_users.contains(account.userId));
            QCOMPARE(start.token(account.id), "IGAA" + account.userId.toLatin1());
            QCOMPARE(start.accounts->status(account.id).status, Status::Working);
        }
        QVERIFY(start.accounts->registration(u"r"_s));
    }

private slots:
    void init()
    {
        m_keychain = std::make_unique<MemoryKeychain>();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void aDamagedDatabaseIsSetAsideAndTheAccountsFoundAgain_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::addRow("garbage") << QByteArray(50'000, 'x');
        QTest::addRow("half of it") << "half"_ba;
        QTest::addRow("the first page zeroed") << "first"_ba;
        QTest::addRow("the table's pages zeroed") << "tables"_ba;
        QTest::addRow("only the accounts zeroed") << "accounts"_ba;
        QTest::addRow("only the apps zeroed") << "registrations"_ba;
    }

    void aDamagedDatabaseIsSetAsideAndTheAccountsFoundAgain()
    {
        QFETCH(QByteArray, damage);
        furnish(11);
        const QByteArray whole = contentsOf(path());
        QByteArray damaged = damage;
        if (damage == "half")
            damaged = whole.first(whole.size() / 2);
        else if (damage == "first")
            damaged = QByteArray(whole).replace(0, 4096, QByteArray(4096, '\0'));
        else if (damage == "tables")
            damaged = whole.first(4096) + QByteArray(whole.size() - 4096, '\0');
        else if (damage == "accounts" || damage == "registrations")
            damaged = withoutRowsOf(QString::fromLatin1(damage), path());
        overwrite(path(), damaged);

        Start start(m_folder->path(), *m_keychain, m_clock);
        QVERIFY(start.accounts);
        const QStringList aside = setAside(m_folder->path());
        QCOMPARE(aside.size(), 1);
        QCOMPARE(contentsOf(m_folder->filePath(aside.first())), damaged);
        QVERIFY(start.accounts->isRecovering());
        QSignalSpy recovered(start.accounts.get(), &Accounts::recovered);
        start.accounts->recover();
        QVERIFY(recovered.wait());
        QCOMPARE(recovered.first().first().toInt(), 11);
        QVERIFY(!start.accounts->isRecovering());
        everybodyIsThere(start, 11);
        const QList<Event> events = start.accounts->events(10);
        QCOMPARE(events.first().kind, Event::Kind::Replaced);
        QVERIFY(std::ranges::any_of(start.accounts->all(),
                                    [](const Account &account) { return account.label == "The shop"_L1; }));
        start.accounts.reset();
        start.database.reset();

        Start later(m_folder->path(), *m_keychain, m_clock);
        QVERIFY(!later.accounts->isRecovering());
        everybodyIsThere(later, 11);
    }

    void whatCannotBeReadIsToldAndReplacedByAnEmptyDatabaseThatIsToBeRecovered()
    {
        furnish(2);
        overwrite(path(), withoutRowsOf(u"accounts"_s, path()));
        const Catalog catalog(m_folder->path());
        Transport transport;
        GraphClient graph(transport);
        const auto database = Database::open(m_folder->path());
        QVERIFY(database);
        Accounts accounts(**database, *m_keychain, catalog, graph, m_clock);
        connect(&accounts, &Accounts::databaseDamaged, &accounts, &Accounts::replaceDatabase);
        QCOMPARE(accounts.areRead().error().hint, ErrorHint::Damaged);
        QVERIFY(accounts.all().isEmpty());
        QVERIFY(accounts.registrations().isEmpty());
        QVERIFY(accounts.isRecovering()); // the window says so from its first picture
        QVERIFY(setAside(m_folder->path()).isEmpty());
        QTRY_VERIFY(accounts.areRead());
        QVERIFY(accounts.isRecovering());
        QCOMPARE(setAside(m_folder->path()).size(), 1);
        accounts.reconcile(); // as the window does once it stands
        QTRY_COMPARE(accounts.all().size(), 2);
        QVERIFY(!accounts.isRecovering());
    }

    void whileTheKeychainIsLockedNothingIsTakenForLost()
    {
        furnish(3);
        overwrite(path(), "garbage");
        m_keychain->setMood(Mood::Locked);
        {
            Start start(m_folder->path(), *m_keychain, m_clock);
            start.accounts->recover();
            QTest::qWait(0);
            QVERIFY(start.accounts->isRecovering());
            QVERIFY(start.accounts->all().isEmpty());
        }
        Start start(m_folder->path(), *m_keychain, m_clock); // a restart does not forget it
        QVERIFY(start.accounts->isRecovering());
        m_keychain->setMood(Mood::Open);
        start.accounts->reconcile(); // as every look at the clock does
        QTRY_COMPARE(start.accounts->all().size(), 3);
        everybodyIsThere(start, 3);
    }

    void whoConnectedMeanwhileStaysAsTheyAre()
    {
        furnish(2);
        overwrite(path(), "garbage");
        Start start(m_folder->path(), *m_keychain, m_clock);
        NewAccount made{.token = Secret("IGAA" + m_users.first().toLatin1())};
        made.account.providerId = u"instagram"_s;
        made.account.userId = m_users.first();
        made.account.issueToken(TokenKind::LongLived, 60 * 24h, m_clock.now());
        QVERIFY(start.accounts->save({.id = u"r"_s, .providerId = u"instagram"_s, .clientId = u"1"_s}));
        made.account.registrationId = u"r"_s;
        Awaited<Account> adopted;
        start.accounts->adopt(std::move(made), &adopted.context, adopted.callback());
        const QString id = adopted.wait().value().id;
        QVERIFY(start.accounts->isRecovering());
        start.accounts->recover();
        QTRY_COMPARE(start.accounts->all().size(), 2);
        QVERIFY(start.accounts->find(id));
        everybodyIsThere(start, 2);
    }

    void anOldTokenIsNotRemovedBeforeTheManifestKnowsTheNewOne()
    {
        furnish(1);
        Start start(m_folder->path(), *m_keychain, m_clock);
        const Account old = start.accounts->all().first();
        m_keychain->refuse(manifestKey(0));
        NewAccount made{.account = old, .token = Secret("IGAAnewer")};
        Awaited<Account> adopted;
        start.accounts->adopt(std::move(made), &adopted.context, adopted.callback());
        QVERIFY(adopted.wait().value().tokenKey != old.tokenKey);
        start.accounts->reconcile();
        QTest::qWait(0);
        QVERIFY(m_keychain->keys().contains(old.tokenKey));
        m_keychain->refuse({});
        start.accounts->reconcile();
        QTRY_VERIFY(!m_keychain->keys().contains(old.tokenKey));
    }

    void pagesThatAreMissingOrSpoiltTakeNobodyElseWithThem()
    {
        furnish(40); // and an app: eleven pages
        m_keychain->lose(manifestKey(1));
        m_keychain->spoil(manifestKey(3));
        overwrite(path(), "garbage");
        Start start(m_folder->path(), *m_keychain, m_clock);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"page of the manifest"_s));
        start.accounts->recover();
        QTRY_COMPARE(start.accounts->all().size(), 32);
        everybodyIsThere(start, 32);
    }

    void aDatabaseThatIsDamagedWhileTheProgramRunsIsReplaced()
    {
        furnish(6);
        Start start(m_folder->path(), *m_keychain, m_clock);
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(4096);
        const QByteArray noise(file.size() - 4096, '\x5a');
        QCOMPARE(file.write(noise), noise.size());
        file.close();
        QSignalSpy recovered(start.accounts.get(), &Accounts::recovered);
        start.accounts->checkDatabase();
        QVERIFY(recovered.wait());
        QCOMPARE(recovered.first().first().toInt(), 6);
        QCOMPARE(setAside(m_folder->path()).size(), 1);
        everybodyIsThere(start, 6);
        manifestIsWritten(start);
        start.accounts.reset();
        start.database.reset();
        Start later(m_folder->path(), *m_keychain, m_clock);
        everybodyIsThere(later, 6);
    }

    void aTableThatIsDamagedBehindItsIndexIsFoundAndNobodyIsLost()
    {
        furnish(6);
        overwrite(path(), withoutPagesOf(u"name = 'accounts'"_s, path()));
        Start start(m_folder->path(), *m_keychain, m_clock);
        everybodyIsThere(start, 6); // the list is read from the index
        QSignalSpy recovered(start.accounts.get(), &Accounts::recovered);
        start.accounts->checkDatabase(); // as the window does once it stands
        QVERIFY(recovered.wait());
        QCOMPARE(setAside(m_folder->path()).size(), 1);
        everybodyIsThere(start, 6);
        start.accounts.reset();
        start.database.reset();
        Start later(m_folder->path(), *m_keychain, m_clock);
        everybodyIsThere(later, 6);
    }

    void aSoundDatabaseIsLeftAlone()
    {
        furnish(2);
        Start start(m_folder->path(), *m_keychain, m_clock);
        start.accounts->checkDatabase();
        QTest::qWait(0);
        QVERIFY(setAside(m_folder->path()).isEmpty());
        QVERIFY(!start.accounts->isRecovering());
    }

    void aNewerDatabaseIsNotSetAside()
    {
        furnish(1);
        {
            const QString name = u"newer"_s;
            QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            connection.setDatabaseName(path());
            QVERIFY(connection.open());
            QVERIFY(QSqlQuery(connection).exec(u"PRAGMA user_version = 99"_s));
        }
        QSqlDatabase::removeDatabase(u"newer"_s);
        Start start(m_folder->path(), *m_keychain, m_clock);
        QVERIFY(!start.accounts);
        QCOMPARE(Database::open(m_folder->path()).error().hint, ErrorHint::NewerVersion);
        QVERIFY(setAside(m_folder->path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
