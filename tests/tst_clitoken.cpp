// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicetokens.h"
#include "support/commandrun.h"
#include "support/desk.h"
#include "support/keyring.h"
#include "support/program.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What scripts and schedulers call, over a real keyring: list, token and renew.
class TestCliToken : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Keyring> m_keyring;
    SystemClock m_clock;

    QString data() const { return m_home->path() + "/data/TokenDesk"_L1; }

    /// A Practice account with a token of that age; gives its text.
    QByteArray signIn(quint64 user, const QString &username, std::chrono::seconds age, const QString &label = {})
    {
        const QDateTime then = m_clock.now().addSecs(-age.count());
        const QByteArray text = mintPracticeToken({.kind = PracticeToken::Kind::Long,
                                                   .appId = PracticeServer::clientId().toULongLong(),
                                                   .userId = user,
                                                   .scopes = practiceScopes(),
                                                   .issuedAt = then,
                                                   .expiresAt = then.addDays(60)});
        Program program(data());
        NewAccount fresh{.token = Secret(text)};
        fresh.account.providerId = u"practice"_s;
        fresh.account.userId = QString::number(user);
        fresh.account.username = username;
        fresh.account.label = label;
        fresh.account.issueToken(TokenKind::LongLived, 60 * 24h, then);
        Awaited<Account> adopted;
        program.accounts.adopt(std::move(fresh), &adopted.context, adopted.callback());
        const Result<Account> account = adopted.wait();
        return account && account->custody == Custody::Keychain ? text : QByteArray();
    }

    Ending call(const QStringList &arguments, int patience = 40'000)
    {
        return CommandLine(m_home->path(), arguments, u"C.UTF-8"_s).wait(patience);
    }

    QList<Event::Kind> kinds() const
    {
        const auto database = Database::open(data()).value();
        QList<Event::Kind> kinds;
        const QList<Event> events = database->events(100).value();
        for (const Event &event : events)
            kinds.prepend(event.kind);
        return kinds;
    }

    static constexpr quint64 first = 27640875392278831;

private slots:
    void init()
    {
        if (!Keyring::isPossible())
            QSKIP("needs a keyring of its own");
        m_home = std::make_unique<QTemporaryDir>();
        m_keyring = std::make_unique<Keyring>();
        QVERIFY(m_keyring->start());
    }

    void cleanup()
    {
        m_keyring.reset();
        m_home.reset();
    }

    void aTokenIsPrintedAndNothingElse_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("user name") << u"@shop"_s;
        QTest::newRow("without @, in capitals") << u"SHOP"_s;
        QTest::newRow("label") << u"Our shop"_s;
        QTest::newRow("user id") << QString::number(first);
    }

    void aTokenIsPrintedAndNothingElse()
    {
        QFETCH(QString, name);
        const QByteArray token = signIn(first, u"shop"_s, 1h, u"Our shop"_s);
        const Ending ending = call({u"token"_s, name});
        QCOMPARE(ending.output, QString::fromLatin1(token) + u'\n');
        QCOMPARE(ending.complaint, QString());
        QCOMPARE(ending.code, 0);
        QCOMPARE(kinds().last(), Event::Kind::HandedOut);
    }

    void whoIsMeantMustBeClear()
    {
        signIn(first, u"shop"_s, 1h);
        signIn(first + 1, u"other"_s, 1h, u"shop"_s);
        const Ending two = call({u"token"_s, u"shop"_s});
        QCOMPARE(two.code, 2);
        QCOMPARE(two.output, QString());
        QVERIFY(two.complaint.contains("several accounts"_L1));
        const Ending none = call({u"token"_s, u"nobody"_s});
        QCOMPARE(none.code, 2);
        QVERIFY(none.complaint.contains("no account"_L1));
        QCOMPARE(call({u"token"_s}).code, 2);
    }

    void aDeadTokenIsNotHandedOut()
    {
        signIn(first, u"shop"_s, 61 * 24h);
        const Ending ending = call({u"token"_s, u"@shop"_s});
        QCOMPARE(ending.code, 1);
        QCOMPARE(ending.output, QString());
        QVERIFY(ending.complaint.contains("sign in again"_L1));
    }

    void aLockedKeyringIsTold()
    {
        signIn(first, u"shop"_s, 8 * 24h);
        QVERIFY(m_keyring->lock());
        const Ending token = call({u"token"_s, u"@shop"_s});
        QCOMPARE(token.code, 2);
        QCOMPARE(token.output, QString());
        const Ending renewal = call({u"renew"_s, u"--due"_s});
        QCOMPARE(renewal.code, 2);
        QVERIFY2(renewal.complaint.contains("locked"_L1), qPrintable(renewal.complaint));
        QVERIFY(m_keyring->unlock());
        QCOMPARE(call({u"renew"_s, u"--due"_s}).code, 0);
    }

    void aHungKeyringIsNotWaitedForLong()
    {
        signIn(first, u"shop"_s, 8 * 24h);
        m_keyring->hang();
        const Ending ending = call({u"renew"_s, u"--due"_s});
        m_keyring->goOn();
        QCOMPARE(ending.code, 2);
        QVERIFY(ending.complaint.contains("does not answer"_L1));
    }

    void whatIsDueIsRenewedAndTheRestLeftAlone()
    {
        const QByteArray old = signIn(first, u"shop"_s, 8 * 24h);
        const QByteArray young = signIn(first + 1, u"other"_s, 2h);
        const int items = m_keyring->count(u"tokendesk/token"_s);
        const Ending ending = call({u"renew"_s, u"--due"_s});
        QCOMPARE(ending.complaint, QString());
        QCOMPARE(ending.code, 0);
        QCOMPARE(ending.output.count(u"Working"_s), 2);
        QVERIFY(call({u"token"_s, u"@shop"_s}).output.trimmed().toLatin1() != old);
        QCOMPARE(call({u"token"_s, u"@other"_s}).output.trimmed().toLatin1(), young);
        QVERIFY(kinds().contains(Event::Kind::Renewed));
        QCOMPARE(m_keyring->count(u"tokendesk/token"_s), items); // the old one is gone

        const Ending again = call({u"renew"_s, u"--due"_s, u"--json"_s});
        QCOMPARE(again.code, 0);
        const QJsonArray accounts = QJsonDocument::fromJson(again.output.toUtf8())["accounts"_L1].toArray();
        QCOMPARE(accounts.size(), 2);
        QVERIFY(!again.output.contains("PRACTICE"_L1));
    }

    void whatNeedsSomebodyIsSaid()
    {
        signIn(first, u"shop"_s, 61 * 24h);
        const Ending ending = call({u"renew"_s, u"--due"_s});
        QCOMPARE(ending.code, 1);
        QVERIFY(ending.output.contains("Expired"_L1));
    }

    void renewIsToldWhatToRenew()
    {
        QCOMPARE(call({u"renew"_s}).code, 2);
        QCOMPARE(call({u"renew"_s, u"--due"_s, u"@shop"_s}).code, 2);
        QCOMPARE(call({u"renew"_s, u"@shop"_s}).code, 2);
        signIn(first, u"shop"_s, 2 * 24h);
        QCOMPARE(call({u"renew"_s, u"@shop"_s}).code, 0);
        QVERIFY(kinds().contains(Event::Kind::Renewed));
        QCOMPARE(call({u"renew"_s, u"--due"_s}).code, 0);
    }

    void withoutAKeyringNothingIsAskedThatIsNotNeeded()
    {
        m_keyring->kill();
        QCOMPARE(call({u"renew"_s, u"--due"_s}).code, 0);
        QCOMPARE(call({u"list"_s}).code, 0);
    }

    void accountsAreListedWithoutTokens()
    {
        signIn(first, u"shop"_s, 1h, u"Our shop"_s);
        signIn(first + 1, u"other"_s, 1h);
        const Ending ending = call({u"list"_s});
        QCOMPARE(ending.code, 0);
        const QStringList lines = ending.output.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.filter(u"Our shop\tshop\tpractice\t"_s).size() == 1);
        QVERIFY(!ending.output.contains("PRACTICE"_L1));
        QVERIFY(call({u"list"_s, u"--json"_s}).output.contains("\"other\""_L1));
        const QString table = call({u"list"_s, u"--csv"_s}).output;
        QVERIFY(table.startsWith(QChar::ByteOrderMark) || table.startsWith("Name,"_L1)); // as it was decoded
        QCOMPARE(table.count("\r\n"_L1), 3);
        QVERIFY(table.contains("\nOur shop,shop,"_L1));
        QVERIFY(!table.contains("PRACTICE"_L1));
    }
};

QTEST_GUILESS_MAIN(TestCliToken)
#include "tst_clitoken.moc"
