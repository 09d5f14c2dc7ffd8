// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/manifest.h"
#include "support/databaseplace.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

/// What the manifest keeps of it.
Account kept(const Account &account)
{
    Account small;
    small.id = account.id;
    small.providerId = account.providerId;
    small.registrationId = account.registrationId;
    small.userId = account.userId;
    small.professionalId = account.professionalId;
    small.username = account.username;
    small.label = account.label;
    small.accountType = account.accountType;
    small.tokenKind = account.tokenKind;
    small.issuedAt = account.issuedAt;
    small.expiresAt = account.expiresAt;
    small.dataAccessExpiresAt = account.dataAccessExpiresAt;
    small.tokenKey = account.tokenKey;
    small.refused = account.refused;
    small.refusedFor = account.refusedFor;
    return small;
}

Account wholeAccount()
{
    Account account = accountNamed(u"anna.müller"_s);
    account.registrationId = newId();
    account.professionalId = u"17841400000000001"_s;
    account.accountType = facebookPerson;
    account.label = u"Kundin \"A\" \\ 🙂"_s;
    account.tokenKind = TokenKind::LongLived;
    account.issuedAt = QDateTime::fromSecsSinceEpoch(1'790'000'000).toUTC();
    account.expiresAt = account.issuedAt.addDays(60);
    account.dataAccessExpiresAt = account.issuedAt.addDays(90);
    account.tokenKey = "tokendesk/token/"_L1 + newId();
    return account;
}

} // namespace

class TestManifest : public QObject
{
    Q_OBJECT

private slots:
    void bringsBackWhatIsNeededToGoOn()
    {
        const Account account = wholeAccount();
        Registration app = registrationWithId(newId());
        app.redirectAddresses = {u"https://localhost:53682/cb/"_s, u"http://127.0.0.1:53682/cb/"_s};
        app.secretKept = true;
        app.broker = u"https://login.example.org/broker"_s;
        const QByteArray text = manifestText({.last = 7, .accounts = {account}, .registrations = {app}});
        const Result<ManifestPage> page = readManifest(text);
        QVERIFY2(page, text.constData());
        QCOMPARE(page->last, 7);
        QCOMPARE(page->accounts, QList{kept(account)});
        QCOMPARE(page->registrations.size(), 1);
        QCOMPARE(page->registrations.first().clientId, app.clientId);
        QCOMPARE(page->registrations.first().redirectAddresses, app.redirectAddresses);
        QVERIFY(page->registrations.first().secretKept);
        QCOMPARE(page->registrations.first().broker, app.broker);
    }

    void whatIsToBeEndedComesBack()
    {
        QList<Account> accounts{wholeAccount(), wholeAccount(), wholeAccount()};
        accounts[1].refused = true;
        accounts[1].refusedFor = ErrorHint::AppRemoved;
        const QList<Revocation> wishes{{.accountId = accounts[0].id, .afterwards = Afterwards::Remove},
                                       {.accountId = accounts[2].id, .afterwards = Afterwards::Keep},
                                       {.accountId = newId(), .afterwards = Afterwards::Remove}}; // on another page
        const Result<ManifestPage> page = readManifest(manifestText({.accounts = accounts, .revocations = wishes}));
        QVERIFY(page);
        QCOMPARE(page->accounts, QList({kept(accounts[0]), kept(accounts[1]), kept(accounts[2])}));
        QCOMPARE(page->revocations, wishes.first(2));
    }

    void everyKindOfTokenComesBack()
    {
        for (const TokenKind kind :
             {TokenKind::ShortLived, TokenKind::LongLived, TokenKind::Unknown, TokenKind::NoExpiry}) {
            Account account = wholeAccount();
            account.tokenKind = kind;
            account.expiresAt = {};
            const Result<ManifestPage> page = readManifest(manifestText({.accounts = {account}}));
            QVERIFY(page);
            QCOMPARE(page->accounts.first().tokenKind, kind);
            QVERIFY(!page->accounts.first().expiresAt.isValid());
        }
    }

    /// Of a program that did not write it yet.
    void anItemWithoutTheTypeIsRead()
    {
        QByteArray text = manifestText({.accounts = {wholeAccount()}});
        QVERIFY(text.contains(R"("type":"user",)"));
        text.replace(R"("type":"user",)", "");
        const Result<ManifestPage> page = readManifest(text);
        QVERIFY(page);
        QCOMPARE(page->accounts.first().accountType, QString());
    }

    /// A full page of the longest names stays below what every keychain takes, and no token's key is cut.
    void aFullPageFits_data()
    {
        QTest::addColumn<QString>("letter");
        QTest::addRow("latin") << u"x"_s;
        QTest::addRow("four bytes each") << u"🙂"_s;
        QTest::addRow("escaped") << u"\""_s;
        QTest::addRow("control characters") << u"\x01"_s;
    }

    void aFullPageFits()
    {
        QFETCH(QString, letter);
        ManifestPage page{.last = 999'999};
        for (int i = 0; i < manifestPlaces; ++i) {
            Account account = wholeAccount();
            account.username = letter.repeated(100);
            account.label = letter.repeated(400);
            account.professionalId = letter.repeated(100);
            account.accountType = letter.repeated(100);
            account.refused = true;
            account.refusedFor = ErrorHint::RedirectAddress; // the longest name
            page.accounts.append(account);
            page.revocations.append({.accountId = account.id, .afterwards = Afterwards::Remove});
        }
        const QByteArray text = manifestText(page);
        QVERIFY2(text.size() <= longestManifestPage, qPrintable(QString::number(text.size())));
        const Result<ManifestPage> read = readManifest(text);
        QVERIFY(read);
        for (int i = 0; i < manifestPlaces; ++i) {
            QCOMPARE(read->accounts.at(i).tokenKey, page.accounts.at(i).tokenKey);
            QCOMPARE(read->accounts.at(i).userId, page.accounts.at(i).userId);
            QCOMPARE(read->revocations.at(i), page.revocations.at(i));
        }

        ManifestPage apps{.last = 1};
        for (int i = 0; i < manifestPlaces; ++i) {
            Registration app = registrationWithId(newId());
            app.name = letter.repeated(300);
            app.redirectAddresses = QStringList(20, u"https://localhost:53682/a/long/address/"_s);
            apps.registrations.append(app);
        }
        QVERIFY(manifestText(apps).size() <= longestManifestPage);
        QVERIFY(readManifest(manifestText(apps)));
        QVERIFY(!readManifest(manifestText(apps))->registrations.first().redirectAddresses.isEmpty());
    }

    void theLongestBrokerIsKeptWhole()
    {
        ManifestPage apps{.last = 1};
        for (int i = 0; i < manifestPlaces; ++i) {
            Registration app = registrationWithId(newId());
            app.name = QString(300, u'n');
            app.broker = "https://login.example.org/"_L1 + QString(174, u'b');
            apps.registrations.append(app);
        }
        QVERIFY(manifestText(apps).size() <= longestManifestPage);
        const Result<ManifestPage> read = readManifest(manifestText(apps));
        QVERIFY(read);
        QCOMPARE(read->registrations.last().broker, apps.registrations.last().broker);
    }

    void refusesWhatIsNoPage_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray account = R"({"id":"a","provider":"p","kind":"long","issued":1,"expires":2,"token":"t"})";
        const auto page = [](const QByteArray &accounts) {
            return QByteArray(R"({"manifest":1,"last":0,"apps":[],"accounts":)" + accounts + '}');
        };
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("no JSON") << "manifest"_ba;
        QTest::addRow("cut off") << page('[' + account + ']').chopped(1);
        QTest::addRow("another version") << page("[]").replace("\"manifest\":1", "\"manifest\":2");
        QTest::addRow("no version") << page("[]").replace("\"manifest\":1,", "");
        QTest::addRow("a list") << "[]"_ba;
        QTest::addRow("accounts are no list") << page(account);
        QTest::addRow("an account is no object") << page("[1]");
        QTest::addRow("without id") << page('[' + QByteArray(account).replace("\"id\":\"a\",", "") + ']');
        QTest::addRow("an id that is a number") << page('[' + QByteArray(account).replace("\"a\"", "1") + ']');
        QTest::addRow("unknown kind") << page('[' + QByteArray(account).replace("long", "endless") + ']');
        QTest::addRow("negative time") << page('[' + QByteArray(account).replace(":1", ":-1") + ']');
        QTest::addRow("time with a point") << page('[' + QByteArray(account).replace(":1", ":1.5") + ']');
        QTest::addRow("time beyond all") << page('[' + QByteArray(account).replace(":2", ":9999999999999") + ']');
        QTest::addRow("more than fit") << page('[' + QByteArray(account + ',').repeated(5).chopped(1) + ']');
        QTest::addRow("negative last page") << page("[]").replace("\"last\":0", "\"last\":-1");
        QTest::addRow("absurd last page") << page("[]").replace("\"last\":0", "\"last\":2000000000");
        QTest::addRow("too long") << page("[]").append(QByteArray(2000, ' '));
        QTest::addRow("too deep") << page("[[[[[[]]]]]]");
        QTest::addRow("not UTF-8") << page('[' + QByteArray(account).replace("\"a\"", "\"\xff\"") + ']');
    }

    void refusesWhatIsNoPage()
    {
        QFETCH(QByteArray, text);
        const Result<ManifestPage> page = readManifest(text);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Malformed);
    }

    // -- which pages are out of date

    void aPageIsWrittenAgainWhenSomethingOnItChanged()
    {
        DatabasePlace place;
        const auto database = place.opened();
        const auto written = [&database] {
            int pages = 0;
            while (const std::optional<StalePage> stale = database->stalePage().value()) {
                if (!database->pageWritten(*stale))
                    return -1;
                ++pages;
            }
            return pages;
        };
        QList<Account> accounts;
        for (int i = 0; i < 10; ++i) {
            accounts.append(accountNamed(u"user%1"_s.arg(i)));
            QVERIFY(database->save(accounts.last()));
        }
        QCOMPARE(written(), 3);
        QCOMPARE(written(), 0);

        QVERIFY(database->save(accounts[5])); // as it was
        QCOMPARE(written(), 0);
        accounts[5].tokenKey = u"tokendesk/token/new"_s;
        QVERIFY(database->save(accounts[5]));
        const StalePage stale = database->stalePage().value().value();
        QCOMPARE(stale.page, 1);
        QCOMPARE(stale.content.last, 2);
        QCOMPARE(stale.content.accounts.size(), 4);

        // What changes while the keychain is being written is not taken for written.
        accounts[6].label = u"renamed meanwhile"_s;
        QVERIFY(database->save(accounts[6]));
        QVERIFY(database->pageWritten(stale));
        QCOMPARE(written(), 1);

        // A token that is to be ended is told, and so is the end of that; how often it was tried is not.
        Revocation wish{.accountId = accounts[5].id, .retryAt = daysAgo(0)};
        QVERIFY(database->save(wish));
        QCOMPARE(database->stalePage().value().value().content.revocations.value(0).accountId, accounts[5].id);
        QCOMPARE(written(), 1);
        ++wish.failures;
        QVERIFY(database->save(wish));
        QCOMPARE(written(), 0);
        wish.afterwards = Afterwards::Remove;
        QVERIFY(database->save(wish));
        QCOMPARE(written(), 1);
        QVERIFY(database->endRevocation(wish.accountId));
        QCOMPARE(written(), 1);
        accounts[5].refused = true;
        QVERIFY(database->save(accounts[5]));
        QCOMPARE(written(), 1);
    }

    void aFreePlaceIsUsedAgainAndAnEmptyPageGoes()
    {
        DatabasePlace place;
        const auto database = place.opened();
        QStringList ids;
        for (int i = 0; i < 5; ++i) {
            const Account account = accountNamed(u"user%1"_s.arg(i));
            ids.append(account.id);
            QVERIFY(database->save(account));
        }
        const auto last = [&database] {
            std::optional<StalePage> seen;
            while (const std::optional<StalePage> stale = database->stalePage().value()) {
                seen = stale;
                if (!database->pageWritten(*stale))
                    return StalePage{.page = -1};
            }
            return seen.value_or(StalePage{.page = -1});
        };
        QCOMPARE(last().page, 1);
        QVERIFY(database->removeAccount(ids[1]));
        QCOMPARE(last().content.accounts.size(), 3);
        QVERIFY(database->save(accountNamed(u"newcomer"_s)));
        const StalePage again = last();
        QCOMPARE(again.page, 0);
        QCOMPARE(again.content.accounts.size(), 4);
        QVERIFY(database->removeAccount(ids[4]));
        const StalePage empty = last();
        QCOMPARE(empty.page, 1);
        QVERIFY(empty.content.accounts.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
