// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountlock.h"
#include "support/batchstage.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

/// Checking many accounts, over Practice, and what a check means for one.
class TestBatchCheck : public QObject, protected BatchStage
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void aCheckThatSucceedsIsNoted();
    void aRefusedCheckIsARefusal();
    void aCheckThatSucceedsEndsARefusal();
    void aCheckInTroubleSaysNothingOfTheToken();
    void aCheckAsksAboutTheNewestToken();
    void aCheckIsSharedAndOutlivesWhoAsked();
    void anUnknownAccountIsNotChecked();

private:
    int asked(const QString &path) const { return int(m_server->requests().count("GET "_L1 + path)); }
};

void TestBatchCheck::aCheckThatSucceedsIsNoted()
{
    const QStringList ids = adoptMany(6);
    QCOMPARE(finish(Batch::Work::Check, ids).count(Batch::Outcome::Done), 6);
    QCOMPARE(asked(u"/v25.0/me"_s), 6);
    QCOMPARE(count(Event::Kind::Checked), 6);
    const Event newest = accounts().events(1).first();
    QVERIFY(newest.ok);
    QVERIFY(newest.detail.isEmpty());
    QCOMPARE(newest.accountId, accounts().find(newest.accountId)->id);
}

void TestBatchCheck::aRefusedCheckIsARefusal()
{
    const QString id = adopt().id;
    m_server->inject({.name = u"password-changed"_s, .endpoint = u"me"_s, .times = 1});
    const Batch &batch = finish(Batch::Work::Check, {id});
    QCOMPARE(batch.entries().first().error.kind, ErrorKind::Rejected);
    QCOMPARE(status().status, Status::NeedsYou);
    QCOMPARE(status().why, ErrorHint::PasswordChanged);
    const Event event = accounts().events(1).first();
    QCOMPARE(event.kind, Event::Kind::Checked);
    QVERIFY(!event.ok);
    QVERIFY(event.detail.startsWith("Rejected"_L1));
    m_desk->restart();
    QCOMPARE(status().why, ErrorHint::PasswordChanged);
}

void TestBatchCheck::aCheckThatSucceedsEndsARefusal()
{
    const QString id = adopt().id;
    m_server->inject({.name = u"password-changed"_s, .endpoint = u"me"_s, .times = 1});
    finish(Batch::Work::Check, {id});
    QVERIFY(only().refused);
    finish(Batch::Work::Check, {id});
    QVERIFY(!only().refused);
    QCOMPARE(status().status, Status::Working);
    m_desk->restart();
    QVERIFY(!only().refused);
}

void TestBatchCheck::aCheckInTroubleSaysNothingOfTheToken()
{
    const QString id = adopt().id;
    m_server->inject({.name = u"unavailable"_s, .endpoint = u"me"_s});
    const Batch &batch = finish(Batch::Work::Check, {id});
    QCOMPARE(batch.entries().first().error.kind, ErrorKind::ServerTrouble);
    QCOMPARE(status().status, Status::Working);
    QVERIFY(!accounts().events(1).first().ok);
}

void TestBatchCheck::aCheckAsksAboutTheNewestToken()
{
    const QString id = adopt().id;
    m_server->inject({.name = u"password-changed"_s, .endpoint = u"me"_s, .times = 1});
    AccountLock lock(m_desk->folder(), id); // as another program has it that renews
    Awaited<void> locked;
    lock.acquire(&locked.context, locked.callback());
    QVERIFY(locked.wait());
    Awaited<void> checked;
    accounts().check(id, &checked.context, checked.callback());
    QTRY_COMPARE(asked(u"/v25.0/me"_s), 1);
    adopt(); // a sign-in is faster than what is made of the answer about the old token
    QVERIFY(!checked.result);
    lock.release();
    QVERIFY(checked.wait());
    QCOMPARE(asked(u"/v25.0/me"_s), 2);
    QVERIFY(!only().refused);
}

void TestBatchCheck::aCheckIsSharedAndOutlivesWhoAsked()
{
    const QString id = adopt().id;
    Awaited<void> first;
    Awaited<void> second;
    {
        Awaited<void> gone;
        accounts().check(id, &gone.context, gone.callback());
        accounts().check(id, &first.context, first.callback());
        accounts().check(id, &second.context, second.callback());
    }
    QVERIFY(first.wait());
    QVERIFY(second.wait());
    QCOMPARE(asked(u"/v25.0/me"_s), 1);
    QCOMPARE(count(Event::Kind::Checked), 1);
}

void TestBatchCheck::anUnknownAccountIsNotChecked()
{
    Awaited<void> checked;
    accounts().check(u"unknown"_s, &checked.context, checked.callback());
    QVERIFY(!checked.result);
    QCOMPARE(checked.wait().error().kind, ErrorKind::InvalidInput);
}

QTEST_GUILESS_MAIN(TestBatchCheck)
#include "tst_batchcheck.moc"
