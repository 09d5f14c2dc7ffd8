// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/batch.h"
#include "accountspage/batchtext.h"
#include "practice/practicefacebooktokens.h"
#include "support/connectstage.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is said of several accounts at once.
class TestBatchText : public QObject
{
    Q_OBJECT
private slots:
    void adviceIsThatOfTheProvidersDashboard_data();
    void adviceIsThatOfTheProvidersDashboard();
};

void TestBatchText::adviceIsThatOfTheProvidersDashboard_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("advice");
    QTest::newRow("Instagram") << u"practice"_s << u"“Instagram Tester”"_s;
    QTest::newRow("Facebook") << u"practice-facebook"_s << u"under App roles add this person"_s;
}

void TestBatchText::adviceIsThatOfTheProvidersDashboard()
{
    QFETCH(QString, provider);
    QFETCH(QString, advice);
    ConnectStage stage;
    const Account account = stage.connectAccount(provider);
    stage.server.inject({.name = u"tester"_s, .endpoint = u"me"_s});
    Batch batch(stage.desk.accounts(), stage.desk.catalog, stage.clock);
    QSignalSpy finished(&batch, &Batch::finished);
    batch.start(Batch::Work::Check, {account.id});
    QVERIFY(finished.count() == 1 || finished.wait(20'000));
    const QList<BatchGroup> groups = groupsOf(batch, stage.desk.catalog);
    QCOMPARE(groups.size(), 1);
    QVERIFY2(groups.first().text.contains(advice), qPrintable(groups.first().text));
    QCOMPARE(groups.first().names, QStringList{account.displayName()});
}

QTEST_MAIN(TestBatchText)
#include "tst_batchtext.moc"
