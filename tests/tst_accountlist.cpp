// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountlist/accountlist.h"
#include "accountlist/accountmodel.h"
#include "statustext.h"
#include "style.h"

#include "support/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

class TestAccountList : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }

    void rowsAreByName()
    {
        WindowFixture fixture;
        fixture.add(u"zebra"_s);
        fixture.add(u"apple"_s);
        fixture.add(u"mango"_s, [](Account &account) { account.label = u"Aardvark"_s; });
        const AccountModel model(fixture.start(), nullptr);
        QCOMPARE(names(model), (QStringList{u"@apple"_s, u"@zebra"_s, u"Aardvark"_s}));
    }

    void theModelFollowsTheAccounts()
    {
        WindowFixture fixture;
        fixture.add(u"one"_s);
        fixture.add(u"two"_s);
        fixture.add(u"three"_s);
        Services &services = fixture.start();
        AccountModel model(services, nullptr);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(names(model), (QStringList{u"@one"_s, u"@three"_s, u"@two"_s}));

        QVERIFY(services.accounts.rename(u"one"_s, u"Zoo"_s));
        QCOMPARE(names(model), (QStringList{u"@three"_s, u"@two"_s, u"Zoo"_s}));
        QVERIFY(services.accounts.rename(u"one"_s, u"Zoo two"_s)); // stays where it is
        QVERIFY(services.accounts.rename(u"one"_s, {}));
        QCOMPARE(names(model), (QStringList{u"@one"_s, u"@three"_s, u"@two"_s}));

        QSignalSpy removed(&services.accounts, &Accounts::accountRemoved);
        services.accounts.remove(u"three"_s, this, [](const Result<void> &) { });
        QTRY_COMPARE(removed.size(), 1);
        QCOMPARE(names(model), (QStringList{u"@one"_s, u"@two"_s}));

        Account fresh = *services.accounts.find(u"one"_s);
        fresh.userId = fresh.username = u"other"_s;
        QSignalSpy added(&services.accounts, &Accounts::accountAdded);
        services.accounts.adopt({.account = fresh, .token = Secret("IGAAnew")}, this, [](const Result<Account> &) { });
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(names(model), (QStringList{u"@one"_s, u"@other"_s, u"@two"_s}));
    }

    void whatNeedsAPersonMovesAhead()
    {
        WindowFixture fixture;
        for (const QString &name : {u"one"_s, u"three"_s, u"two"_s})
            fixture.add(name);
        fixture.keychain.setMood(MemoryKeychain::Mood::Locked);
        fixture.settings.setAccountOrder(AccountOrder::NeedsYou);
        Services &services = fixture.start();
        AccountModel model(services, nullptr);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QPersistentModelIndex two = model.indexOf(u"two"_s);
        services.accounts.token(u"two"_s, this, [](const Result<Secret> &) { });
        QTRY_COMPARE(names(model), (QStringList{u"@two"_s, u"@one"_s, u"@three"_s}));
        QCOMPARE(two.row(), 0);
        QVERIFY(services.accounts.rename(u"one"_s, u"Zoo"_s)); // by name among those that need nobody
        QCOMPARE(names(model), (QStringList{u"@two"_s, u"@three"_s, u"Zoo"_s}));
        model.sortBy(AccountOrder::Name);
        QCOMPARE(names(model), (QStringList{u"@three"_s, u"@two"_s, u"Zoo"_s}));
        QCOMPARE(two.row(), 1);
    }

    void aSearchSeesANewName()
    {
        WindowFixture fixture;
        fixture.add(u"one"_s);
        Services &services = fixture.start();
        AccountList list(services, nullptr);
        list.search(u"zoo"_s);
        QCOMPARE(list.model()->rowCount(), 0);
        QVERIFY(services.accounts.rename(u"one"_s, u"Zoo"_s));
        QCOMPARE(list.model()->rowCount(), 1);
    }

    void aRowTellsStatusAndTimeLeft_data()
    {
        QTest::addColumn<std::function<void(Account &)>>("change");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<int>("mood");
        QTest::addColumn<double>("share");
        using Change = std::function<void(Account &)>;
        QTest::newRow("working") << Change([](Account &) { }) << u"Working"_s << u"57 day(s) left"_s << int(Mood::Good)
                                 << 0.95;
        QTest::newRow("refused") << Change([](Account &account) { account.refused = true; }) << u"Needs you"_s
                                 << u"sign in again"_s << int(Mood::Warning) << 0.0;
        QTest::newRow("checkpoint at Facebook") << Change([](Account &account) {
            account.providerId = u"facebook"_s;
            account.refused = true;
            account.refusedFor = ErrorHint::Checkpoint;
        }) << u"Needs you"_s << u"a security check is wanted"_s
                                                << int(Mood::Warning) << 0.0;
        QTest::newRow("missing") << Change([](Account &account) { account.custody = Custody::Missing; })
                                 << u"Needs you"_s << u"unlock your keychain"_s << int(Mood::Warning) << 0.95;
        QTest::newRow("ended") << Change([](Account &account) { account.expiresAt = account.issuedAt.addDays(1); })
                               << u"Expired"_s << u"sign in again"_s << int(Mood::Trouble) << 0.0;
        QTest::newRow("one hour") << Change([](Account &account) {
            account.issueToken(TokenKind::ShortLived, std::chrono::hours(1), account.issuedAt.addDays(3));
        }) << u"Working"_s << u"one hour only"_s
                                  << int(Mood::Warning) << 1.0;
        QTest::newRow("endless") << Change([](Account &account) {
            account.issueToken(TokenKind::NoExpiry, std::chrono::seconds(0), account.issuedAt);
        }) << u"Working"_s << u"no expiry date"_s
                                 << int(Mood::Good) << -1.0;
    }

    void aRowTellsStatusAndTimeLeft()
    {
        QFETCH(std::function<void(Account &)>, change);
        WindowFixture fixture;
        fixture.add(u"shop"_s, change);
        const AccountModel model(fixture.start(), nullptr);
        const QModelIndex row = model.index(0);
        QTEST(row.data(AccountModel::WordRole).toString(), "word");
        QTEST(row.data(AccountModel::DetailRole).toString(), "detail");
        QTEST(row.data(AccountModel::MoodRole).toInt(), "mood");
        QTEST(row.data(AccountModel::ShareLeftRole).toDouble(), "share");
        QVERIFY(!row.data(AccountModel::PracticeRole).toBool());
    }

    void aScreenReaderHearsTheWholeRow()
    {
        WindowFixture fixture;
        fixture.add(u"shop"_s, [](Account &account) {
            account.providerId = u"practice"_s;
            account.registrationId.clear();
        });
        AccountList list(fixture.start(), nullptr);
        QCOMPARE(list.model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"@shop, Working, 57 day(s) left, practice account"_s);
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&list);
        QCOMPARE(interface->text(QAccessible::Name), u"Accounts"_s);
        QCOMPARE(interface->child(0)->text(QAccessible::Name), list.model()->index(0, 0).data(Qt::AccessibleTextRole));
    }

    void theFirstSearchKeepsWhatIsSelected()
    {
        WindowFixture fixture;
        for (const QString &name : {u"one"_s, u"three"_s, u"two"_s})
            fixture.add(name);
        Services &services = fixture.start();
        AccountList list(services, nullptr);
        list.choose(u"two"_s);
        list.search({});
        QCOMPARE(list.current(), u"two"_s);
        QCOMPARE(list.currentIndex().row(), 2);

        AccountList several(services, nullptr);
        several.selectAll();
        several.search(u"t"_s);
        QCOMPARE(several.selected(), (QStringList{u"three"_s, u"two"_s}));
        several.search({});
        QCOMPARE(several.model()->rowCount(), 3);
    }

    void aSearchLooksAtNameAndLabel_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("found");
        QTest::newRow("nothing typed") << u""_s << 3;
        QTest::newRow("user name") << u"APP"_s << 1;
        QTest::newRow("account's name") << u"name of"_s << 3;
        QTest::newRow("label") << u"bakery"_s << 1;
        QTest::newRow("the name behind a label") << u"mango"_s << 1;
        QTest::newRow("blanks around it") << u" apple "_s << 1;
        QTest::newRow("no pattern language") << u".*"_s << 0;
    }

    void aSearchLooksAtNameAndLabel()
    {
        QFETCH(QString, text);
        WindowFixture fixture;
        fixture.add(u"apple"_s);
        fixture.add(u"pear"_s);
        fixture.add(u"mango"_s, [](Account &account) { account.label = u"The Bakery"_s; });
        AccountList list(fixture.start(), nullptr);
        list.search(text);
        QTEST(list.model()->rowCount(), "found");
        list.search({});
        QCOMPARE(list.model()->rowCount(), 3);
    }

    void statesDifferInShapeAndNotInColourAlone()
    {
        QList<QImage> shapes;
        for (const Mood mood : {Mood::Good, Mood::Warning, Mood::Trouble}) {
            QImage image(20, 20, QImage::Format_Grayscale8);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintShape(painter, mood, {10, 10}, 12, Qt::black);
            painter.end();
            QVERIFY(!shapes.contains(image));
            shapes.append(image);
        }
    }

    void theListFollowsTheKeyboard()
    {
        WindowFixture fixture;
        fixture.add(u"one"_s);
        fixture.add(u"two"_s);
        AccountList list(fixture.start(), nullptr);
        QSignalSpy chosen(&list, &AccountList::chosen);
        list.chooseAny();
        QCOMPARE(list.current(), u"one"_s);
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        QTest::keyClick(&list, Qt::Key_Down);
        QCOMPARE(list.current(), u"two"_s);
        QCOMPARE(chosen.last().first().toString(), u"two"_s);
    }

    void manyAccountsAreQuick()
    {
        WindowFixture fixture;
        for (int i = 0; i < 100; ++i)
            fixture.add(u"account%1"_s.arg(i));
        Services &services = fixture.start();
        QElapsedTimer time;
        time.start();
        AccountList list(services, nullptr);
        list.resize(300, 700);
        list.grab();
        list.search(u"account9"_s);
        list.grab();
        QVERIFY2(time.elapsed() < 500, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(list.model()->rowCount(), 11);
    }

private:
    static QStringList names(const AccountModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row).data(Qt::DisplayRole).toString());
        return names;
    }
};

QTEST_MAIN(TestAccountList)
#include "tst_accountlist.moc"
