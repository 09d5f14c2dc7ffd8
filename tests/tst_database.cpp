// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/databaseplace.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace tokendesk;

class TestDatabase : public QObject
{
    Q_OBJECT
    std::unique_ptr<DatabasePlace> m_place;

private slots:
    void init();
    void cleanup();
    void keepsEveryFieldOfAnAccount();
    void keepsAnAccountThatIsEmptyButForItsId();
    void replacesAnAccountInPlace();
    void listsAccountsByDisplayName();
    void refusesASecondAccountOfTheSameUser();
    void takesTheSameUserAtTwoRegistrations();
    void refusesAnAccountOfAnUnknownRegistration();
    void keepsAPictureApartFromItsAccount();
    void removesAnAccountWithItsPictureAndKeepsItsEvents();
    void keepsEveryFieldOfARegistration();
    void refusesToRemoveARegistrationInUse();
    void hasNoColumnForASecret();
    void leavesNoConnectionBehind();
    void twoConnectionsSeeEachOther();
    void loadsThousandsOfAccountsQuickly();
};

void TestDatabase::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_place = std::make_unique<DatabasePlace>();
}

void TestDatabase::cleanup()
{
    m_place.reset();
    QCOMPARE(QSqlDatabase::connectionNames(), QStringList());
}

void TestDatabase::keepsEveryFieldOfAnAccount()
{
    const Registration registration = registrationWithId(newId());
    const QDateTime issued(QDate(2026, 5, 4), QTime(3, 2, 1, 7), QTimeZone::utc());
    Account account{
        .id = newId(),
        .providerId = u"instagram"_s,
        .registrationId = registration.id,
        .userId = u"17841405793187218"_s,
        .professionalId = u"17841400000000001"_s,
        .username = u"anna.müller"_s,
        .name = u"Anna \"'; DROP TABLE accounts; -- 🙂"_s,
        .label = u"Kundin"_s,
        .accountType = u"BUSINESS"_s,
        .tokenKind = TokenKind::LongLived,
        .issuedAt = issued,
        .expiresAt = issued.addDays(60),
        .dataAccessExpiresAt = issued.addDays(90),
        .requestedScopes = {u"instagram_business_basic"_s, u"with,comma \"and\" quote"_s},
        .grantedScopes = {u"instagram_business_basic"_s},
        .grantedKnown = true,
        .custody = Custody::MemoryOnly,
        .tokenKey = u"tokendesk/token/1"_s,
        .refused = true,
    };
    const auto database = m_place->opened();
    QVERIFY(database->save(registration));
    for (const TokenKind kind :
         {TokenKind::ShortLived, TokenKind::LongLived, TokenKind::Unknown, TokenKind::NoExpiry}) {
        for (const Custody custody : {Custody::Keychain, Custody::MemoryOnly, Custody::Missing}) {
            account.tokenKind = kind;
            account.custody = custody;
            QVERIFY(database->save(account));
            const auto all = m_place->opened()->accounts();
            QVERIFY(all);
            QCOMPARE(all->size(), 1);
            const Account &kept = all->first();
            QCOMPARE(kept.id, account.id);
            QCOMPARE(kept.providerId, account.providerId);
            QCOMPARE(kept.registrationId, account.registrationId);
            QCOMPARE(kept.userId, account.userId);
            QCOMPARE(kept.professionalId, account.professionalId);
            QCOMPARE(kept.username, account.username);
            QCOMPARE(kept.name, account.name);
            QCOMPARE(kept.label, account.label);
            QCOMPARE(kept.accountType, account.accountType);
            QCOMPARE(kept.tokenKind, account.tokenKind);
            QCOMPARE(kept.issuedAt, account.issuedAt);
            QCOMPARE(kept.issuedAt.timeSpec(), Qt::UTC);
            QCOMPARE(kept.expiresAt, account.expiresAt);
            QCOMPARE(kept.requestedScopes, account.requestedScopes);
            QCOMPARE(kept.grantedScopes, account.grantedScopes);
            QCOMPARE(kept.grantedKnown, account.grantedKnown);
            QCOMPARE(kept.custody, account.custody);
            QCOMPARE(kept.tokenKey, account.tokenKey);
            QCOMPARE(kept.refused, account.refused);
        }
    }
}

void TestDatabase::keepsAnAccountThatIsEmptyButForItsId()
{
    const auto database = m_place->opened();
    Account account;
    QVERIFY(!database->save(account));
    account.id = u"1"_s;
    QVERIFY(database->save(account));
    account.id = u"2"_s; // a user id that is unknown is not a user they share
    QVERIFY(database->save(account));
    const auto all = database->accounts();
    QVERIFY(all);
    QCOMPARE(all->size(), 2);
    QVERIFY(!all->first().expiresAt.isValid());
    QVERIFY(all->first().grantedScopes.isEmpty());
}

void TestDatabase::replacesAnAccountInPlace()
{
    const auto database = m_place->opened();
    Account account = accountNamed(u"anna"_s);
    QVERIFY(database->save(account));
    QVERIFY(database->savePicture(account.id, "picture"));
    account.label = u"New label"_s;
    QVERIFY(database->save(account));
    QCOMPARE(database->accounts()->size(), 1);
    QCOMPARE(database->accounts()->first().label, u"New label"_s);
    QCOMPARE(*database->picture(account.id), QByteArray("picture"));
}

void TestDatabase::listsAccountsByDisplayName()
{
    const auto database = m_place->opened();
    for (const auto &name : {u"zoe"_s, u"carla"_s, u"anna"_s, u"Bert"_s}) {
        Account account = accountNamed(u"user"_s);
        account.label = name;
        QVERIFY(database->save(account));
    }
    const auto listed = database->accounts();
    QVERIFY(listed);
    QStringList names;
    for (const Account &account : *listed)
        names += account.displayName();
    QCOMPARE(names, (QStringList{u"anna"_s, u"Bert"_s, u"carla"_s, u"zoe"_s}));
}

void TestDatabase::refusesASecondAccountOfTheSameUser()
{
    const auto database = m_place->opened();
    Account account = accountNamed(u"anna"_s);
    QVERIFY(database->save(account));
    account.id = newId();
    const auto second = database->save(account);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Storage);
    QVERIFY(!second.error().what.contains(account.userId));
    QCOMPARE(database->accounts()->size(), 1);
}

void TestDatabase::takesTheSameUserAtTwoRegistrations()
{
    const auto database = m_place->opened();
    Account account = accountNamed(u"anna"_s);
    QVERIFY(database->save(account));
    QVERIFY(database->save(registrationWithId(u"r"_s)));
    account.id = newId();
    account.registrationId = u"r"_s;
    QVERIFY(database->save(account));
    QCOMPARE(database->accounts()->size(), 2);
}

void TestDatabase::refusesAnAccountOfAnUnknownRegistration()
{
    const auto database = m_place->opened();
    Account account = accountNamed(u"anna"_s);
    account.registrationId = u"unknown"_s;
    QCOMPARE(database->save(account).error().kind, ErrorKind::Storage);
}

void TestDatabase::keepsAPictureApartFromItsAccount()
{
    const auto database = m_place->opened();
    const Account account = accountNamed(u"anna"_s);
    QVERIFY(database->save(account));
    QCOMPARE(*database->picture(account.id), QByteArray());
    QByteArray picture(512 * 1024, '\0');
    picture[7] = '\xff';
    QVERIFY(database->savePicture(account.id, picture));
    QCOMPARE(*m_place->opened()->picture(account.id), picture);
    QVERIFY(database->savePicture(account.id, {}));
    QCOMPARE(*database->picture(account.id), QByteArray());
    QVERIFY(!database->savePicture(u"nobody"_s, picture));
    QCOMPARE(*database->picture(u"nobody"_s), QByteArray());
}

void TestDatabase::removesAnAccountWithItsPictureAndKeepsItsEvents()
{
    const auto database = m_place->opened();
    const Account account = accountNamed(u"anna"_s);
    QVERIFY(database->save(account));
    QVERIFY(database->savePicture(account.id, "picture"));
    QVERIFY(database->append(eventOf(account.id, daysAgo(0))));
    QVERIFY(database->removeAccount(account.id));
    QVERIFY(database->removeAccount(account.id)); // what is gone is gone
    QVERIFY(database->accounts()->isEmpty());
    QCOMPARE(*database->picture(account.id), QByteArray());
    QCOMPARE(database->events(10, {.accountId = account.id})->size(), 1);
}

void TestDatabase::keepsEveryFieldOfARegistration()
{
    const Registration registration{.id = newId(),
                                    .providerId = u"instagram"_s,
                                    .name = u"App 1234…"_s,
                                    .clientId = u"1234567890"_s,
                                    .redirectAddresses = {u"https://localhost:8917/instagram/"_s, u"https://x/"_s},
                                    .secretKept = true,
                                    .clientTokenKept = true};
    const auto database = m_place->opened();
    QVERIFY(database->save(registrationWithId(registration.id)));
    QVERIFY(database->save(registration));
    const auto all = m_place->opened()->registrations();
    QVERIFY(all);
    QCOMPARE(all->size(), 1);
    const Registration &kept = all->first();
    QCOMPARE(kept.id, registration.id);
    QCOMPARE(kept.providerId, registration.providerId);
    QCOMPARE(kept.name, registration.name);
    QCOMPARE(kept.clientId, registration.clientId);
    QCOMPARE(kept.redirectAddresses, registration.redirectAddresses);
    QCOMPARE(kept.secretKept, registration.secretKept);
    QCOMPARE(kept.clientTokenKept, registration.clientTokenKept);
}

void TestDatabase::refusesToRemoveARegistrationInUse()
{
    const auto database = m_place->opened();
    QVERIFY(database->save(registrationWithId(u"r"_s)));
    Account account = accountNamed(u"anna"_s);
    account.registrationId = u"r"_s;
    QVERIFY(database->save(account));
    QCOMPARE(database->removeRegistration(u"r"_s).error().kind, ErrorKind::Storage);
    QVERIFY(database->removeAccount(account.id));
    QVERIFY(database->removeRegistration(u"r"_s));
    QVERIFY(database->registrations()->isEmpty());
}

void TestDatabase::hasNoColumnForASecret()
{
    QVERIFY(m_place->opened());
    OutsideConnection outside(m_place->file());
    QStringList columns;
    QSqlQuery query(outside.connection());
    QVERIFY(query.exec(u"SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c "
                       "WHERE t.type = 'table'"_s));
    while (query.next())
        columns += query.value(0).toString();
    QVERIFY(columns.size() > 20);
    const QStringList suspicious = columns.filter(QRegularExpression(u"token|secret|password|code"_s));
    QCOMPARE(
        suspicious,
        (QStringList{u"registrations.secret_kept"_s, u"registrations.client_token_kept"_s, u"accounts.token_kind"_s,
                     u"accounts.token_key"_s, u"intents.token_key"_s, u"leftovers.token_key"_s}));
}

void TestDatabase::leavesNoConnectionBehind()
{
    {
        const auto one = m_place->opened();
        const auto two = m_place->opened();
        QCOMPARE(QSqlDatabase::connectionNames().size(), 2);
        QVERIFY(one->save(accountNamed(u"anna"_s)));
        QVERIFY(!two->events(5)->size());
    }
    QCOMPARE(QSqlDatabase::connectionNames().size(), 0);
    QVERIFY(QDir().mkdir(m_place->file() + "-wal"_L1));
    QVERIFY(!Database::open(m_place->folder()));
    QCOMPARE(QSqlDatabase::connectionNames().size(), 0);
}

void TestDatabase::twoConnectionsSeeEachOther()
{
    const auto window = m_place->opened();
    const auto commandLine = m_place->opened();
    for (int i = 0; i < 20; ++i) {
        Database &writer = i % 2 ? *window : *commandLine;
        Database &reader = i % 2 ? *commandLine : *window;
        QVERIFY(writer.save(accountNamed(u"user%1"_s.arg(i))));
        QCOMPARE(reader.accounts()->size(), i + 1);
    }
}

void TestDatabase::loadsThousandsOfAccountsQuickly()
{
    constexpr int count = 10'000;
    m_place->opened().reset();
    {
        OutsideConnection outside(m_place->file());
        QCOMPARE(
            outside.run(u"WITH RECURSIVE s (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM s WHERE value < %1) "
                        "INSERT INTO accounts (id, provider_id, registration_id, user_id, professional_id, username, "
                        "name, label, account_type, token_kind, issued_at, expires_at, requested_scopes, "
                        "granted_scopes, granted_known, custody, token_key, refused, refused_for) SELECT 'id' || "
                        "value, 'practice', NULL, 'user' || value, '1784', "
                        "'someone.with.a.name' || value, 'Some One', '', 'BUSINESS', 'long-lived', 1, 2, "
                        "'[\"instagram_business_basic\",\"instagram_business_manage_messages\"]', "
                        "'[\"instagram_business_basic\"]', 1, 'keychain', 'tokendesk/token/' || value, 0, '' "
                        "FROM s"_s.arg(count)),
            QString());
        QCOMPARE(outside.run(u"INSERT INTO pictures SELECT id, zeroblob(10000) FROM accounts"_s), QString());
    }
    QElapsedTimer timer;
    timer.start();
    const auto database = m_place->opened();
    const qint64 openedAfter = timer.elapsed();
    QCOMPARE(database->accounts()->size(), count);
    qInfo("opened in %lld ms, %d accounts in %lld ms", openedAfter, count, timer.elapsed() - openedAfter);
    QVERIFY(timer.elapsed() < 5'000);
}

QTEST_GUILESS_MAIN(TestDatabase)

#include "tst_database.moc"
