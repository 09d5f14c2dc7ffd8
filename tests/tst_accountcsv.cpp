// SPDX-License-Identifier: GPL-3.0-or-later
#include "handout/accountcsv.h"
#include "handout/savefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

#ifdef Q_OS_UNIX
namespace {

/// As if the disk took no more than that of a file.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
        : m_before(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_limit);
        const rlimit small{.rlim_cur = bytes, .rlim_max = m_limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_before);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
    void (*m_before)(int);
    rlimit m_limit{};
};

} // namespace
#endif

class TestAccountCsv : public QObject
{
    Q_OBJECT
private slots:
    void aCellIsWhatItSaysAndNoFormula_data();
    void aCellIsWhatItSaysAndNoFormula();
    void theTableHasALineForEachAccount();
    void aTableWithoutAccountsHasItsHeadings();
    void anAccountThatSaysLittleKeepsItsColumns();
    void aFileIsWrittenWholeOrNotAtAll();
    void aFullDiskLeavesWhatWasThere();
};

void TestAccountCsv::aCellIsWhatItSaysAndNoFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("plain") << u"shop"_s << u"shop"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("at") << u"@shop"_s << u"\"'@shop\""_s;
    QTest::newRow("equals") << u"=1+1"_s << u"\"'=1+1\""_s;
    QTest::newRow("plus") << u"+49"_s << u"\"'+49\""_s;
    QTest::newRow("minus") << u"-1"_s << u"\"'-1\""_s;
    QTest::newRow("tab") << u"\t=1"_s << u"\"' =1\""_s;
    QTest::newRow("blank before it") << u" =1"_s << u"\"' =1\""_s;
    QTest::newRow("mark before it") << u"\u200E=1"_s << u"\"'\u200E=1\""_s;
    QTest::newRow("full width") << u"＝1"_s << u"\"'＝1\""_s;
    QTest::newRow("command") << u"=cmd|' /C calc'!A0"_s << u"\"'=cmd|' /C calc'!A0\""_s;
    QTest::newRow("link") << u"=HYPERLINK(\"https://x.example\",\"a\")"_s
                          << u"\"'=HYPERLINK(\"\"https://x.example\"\",\"\"a\"\")\""_s;
    QTest::newRow("after a semicolon") << u"a;=1"_s << u"\"a;'=1\""_s;
    QTest::newRow("within") << u"a=b"_s << u"a=b"_s;
    QTest::newRow("quotes") << u"the \"best\" shop"_s << u"\"the \"\"best\"\" shop\""_s;
    QTest::newRow("comma") << u"Smith, Co"_s << u"\"Smith, Co\""_s;
    QTest::newRow("line break") << u"a\r\n=b"_s << u"a  =b"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a b"_s;
    QTest::newRow("null") << (u"a"_s + QChar(0) + u'b') << u"a b"_s;
    QTest::newRow("short number") << u"123456789012345"_s << u"123456789012345"_s;
    QTest::newRow("long number") << u"27640875392278831"_s << u"\"'27640875392278831\""_s;
    QTest::newRow("Arabic") << u"متجر"_s << u"متجر"_s;
    QTest::newRow("emoji") << u"🍋 shop"_s << u"🍋 shop"_s;
}

void TestAccountCsv::aCellIsWhatItSaysAndNoFormula()
{
    QFETCH(QString, text);
    QTEST(csvCell(text), "cell");
}

void TestAccountCsv::theTableHasALineForEachAccount()
{
    const QDateTime issued(QDate(2026, 11, 23), QTime(13, 5), QTimeZone::utc());
    Account shop;
    shop.userId = u"27640875392278831"_s;
    shop.username = u"shop"_s;
    shop.accountType = u"business"_s;
    shop.issueToken(TokenKind::LongLived, 60 * 24h, issued);
    shop.grantPermissions({u"instagram_business_basic"_s, u"instagram_business_content_publish"_s});
    Account labelled = shop;
    labelled.label = u"Our =shop"_s;
    labelled.accountType = u"media_creator"_s;
    const QByteArray table = accountCsv(
        {{.account = shop, .provider = u"Instagram"_s, .word = u"Working"_s, .detail = u"renews on 30 Nov"_s},
         {.account = labelled, .provider = u"Instagram"_s, .word = u"Needs you"_s, .needsYou = true}});
    QCOMPARE(table,
             QByteArray("\xEF\xBB\xBF"
                        "Name,User name,User id,Provider,Type,Status,Status detail,Needs you,Token kind,Issued (UTC),"
                        "Expires (UTC),Permissions\r\n"
                        "\"'@shop\",shop,\"'27640875392278831\",Instagram,Business account,Working,renews on 30 Nov,"
                        "no,long-lived,2026-11-23T13:05:00Z,2027-01-22T13:05:00Z,"
                        "instagram_business_basic instagram_business_content_publish\r\n"
                        "Our =shop,shop,\"'27640875392278831\",Instagram,Creator account,Needs you,,yes,long-lived,"
                        "2026-11-23T13:05:00Z,2027-01-22T13:05:00Z,"
                        "instagram_business_basic instagram_business_content_publish\r\n"));
}

void TestAccountCsv::aTableWithoutAccountsHasItsHeadings()
{
    const QByteArray table = accountCsv({});
    QVERIFY(table.startsWith("\xEF\xBB\xBFName,"));
    QCOMPARE(table.count('\n'), 1);
}

void TestAccountCsv::anAccountThatSaysLittleKeepsItsColumns()
{
    const QList<QByteArray> lines = accountCsv({AccountCsvRow{}}).split('\n');
    QCOMPARE(lines.at(1).count(','), lines.at(0).count(','));
    QCOMPARE(lines.at(1), QByteArray(",,,,,,,no,unknown,,,\r"));
}

void TestAccountCsv::aFileIsWrittenWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list.csv"_s);
    QVERIFY(saveFile(path, "one"));
    QVERIFY(saveFile(path, "two"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("two"));
    QCOMPARE(saveFile(folder.filePath(u"missing/list.csv"_s), "three").error().kind, ErrorKind::Storage);
    QCOMPARE(saveFile(folder.path(), "three").error().kind, ErrorKind::Storage);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(u"list.csv"_s));
}

void TestAccountCsv::aFullDiskLeavesWhatWasThere()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list.csv"_s);
    QVERIFY(saveFile(path, "one"));
    {
        const SmallDisk disk(8192); // takes a part of it
        const Result<void> written = saveFile(path, QByteArray(20'000, 'x'));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Storage);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("one"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(u"list.csv"_s));
#else
    QSKIP("a disk cannot be made small here");
#endif
}

QTEST_GUILESS_MAIN(TestAccountCsv)
#include "tst_accountcsv.moc"
