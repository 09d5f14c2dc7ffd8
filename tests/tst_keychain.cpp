// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keychain.h"
#include "support/answer.h"

#include <QCoreApplication>
#include <QTest>
#include <QUuid>
#include <functional>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

QByteArray allBytes()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += char(i);
    return bytes;
}

// Lets the event loop run a few times, so that a test can stop in the middle of something; not once all is done.
void wakeUp(int times, const std::function<bool()> &isDone)
{
    for (int i = 0; i < times && !isDone(); ++i)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

} // namespace

/// What holds on every system, with the keychain of this one.
class TestKeychain : public QObject
{
    Q_OBJECT
    std::unique_ptr<SystemKeychain> m_keychain;
    std::unique_ptr<QObject> m_context;
    QString m_key;

    bool write(const QString &key, QByteArrayView bytes)
    {
        Answer<void> answer;
        m_keychain->write(key, Secret(bytes), m_context.get(), answer.callback());
        return answer.succeeded();
    }
    QByteArray read(const QString &key)
    {
        Answer<Secret> answer;
        m_keychain->read(key, m_context.get(), answer.callback());
        return answer.succeeded() ? answer.result->value().view().toByteArray() : QByteArray("could not be read");
    }
    bool remove(const QString &key)
    {
        Answer<void> answer;
        m_keychain->remove(key, m_context.get(), answer.callback());
        return answer.succeeded();
    }

private slots:
    void init();
    void cleanup();

    void keepsEveryByte_data();
    void keepsEveryByte();
    void replacesAnItem();
    void removesAnItem();
    void removesWhatIsNotThere();
    void anItemThatIsNotThereIsInvalidInput();
    void refusesNothing();
    void aProbeTellsThatSecretsAreKept();
    void answersLaterAndOnce();
    void answersInTheOrderOfTheQuestions();
    void isGoodForManyOperations();
    void aReadBackThatDiffersIsAnError();
    void keepsSilentWhenTheContextIsGone();
    void mayBeDeletedAtAnyMoment();
    void mayBeDeletedByACallback();
};

void TestKeychain::init()
{
    m_keychain = std::make_unique<SystemKeychain>();
    m_context = std::make_unique<QObject>();
    m_key = "tokendesk/test/"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void TestKeychain::cleanup()
{
    if (!m_keychain)
        m_keychain = std::make_unique<SystemKeychain>();
    if (!m_context)
        m_context = std::make_unique<QObject>();
    QVERIFY(remove(m_key));
}

void TestKeychain::keepsEveryByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("token") << QByteArray("IGAAJ").repeated(40);
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("one NUL") << QByteArray(1, '\0');
    QTest::newRow("all bytes") << allBytes();
    QTest::newRow("no UTF-8") << QByteArray("\xff\xfe\xc3");
    QTest::newRow("2,000 bytes") << QByteArray(2'000, 'x');
#ifndef Q_OS_WIN // Credential Manager takes 2,560 bytes, and what newer versions of QtKeychain add to it
    QTest::newRow("100 KiB") << allBytes().repeated(400);
#endif
}

void TestKeychain::keepsEveryByte()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(write(m_key, bytes));
    QVERIFY(read(m_key) == bytes);
    m_keychain = std::make_unique<SystemKeychain>();
    QVERIFY(read(m_key) == bytes);
}

void TestKeychain::replacesAnItem()
{
    QVERIFY(write(m_key, "first, and longer"));
    QVERIFY(write(m_key, "second"));
    QCOMPARE(read(m_key), QByteArray("second"));
}

void TestKeychain::removesAnItem()
{
    QVERIFY(write(m_key, "secret"));
    QVERIFY(remove(m_key));
    Answer<Secret> answer;
    m_keychain->read(m_key, m_context.get(), answer.callback());
    QVERIFY(answer.failed(ErrorKind::InvalidInput));
}

void TestKeychain::removesWhatIsNotThere()
{
    QVERIFY(remove(m_key));
    QVERIFY(remove(m_key));
}

void TestKeychain::anItemThatIsNotThereIsInvalidInput()
{
    QVERIFY(write(m_key, "secret"));
    Answer<Secret> answer;
    m_keychain->read(m_key + "-other"_L1, m_context.get(), answer.callback());
    QVERIFY(answer.failed(ErrorKind::InvalidInput));
}

void TestKeychain::refusesNothing()
{
    Answer<void> answer;
    m_keychain->write(m_key, Secret(), m_context.get(), answer.callback());
    QVERIFY(answer.failed(ErrorKind::InvalidInput));
    Answer<void> nameless;
    m_keychain->write({}, Secret("secret"), m_context.get(), nameless.callback());
    QVERIFY(nameless.failed(ErrorKind::InvalidInput));
}

void TestKeychain::aProbeTellsThatSecretsAreKept()
{
    for (int i = 0; i < 2; ++i) {
        Answer<void> answer;
        m_keychain->probe(m_context.get(), answer.callback());
        QVERIFY(answer.succeeded());
    }
}

void TestKeychain::answersLaterAndOnce()
{
    Answer<void> written, refused, removed, probed;
    Answer<Secret> read;
    m_keychain->write(m_key, Secret("secret"), m_context.get(), written.callback());
    m_keychain->write(m_key, Secret(), m_context.get(), refused.callback());
    m_keychain->read(m_key, m_context.get(), read.callback());
    m_keychain->probe(m_context.get(), probed.callback());
    m_keychain->remove(m_key, m_context.get(), removed.callback());
    QCOMPARE(written.count + refused.count + read.count + removed.count + probed.count, 0);
    QVERIFY(removed.succeeded());
    QVERIFY(write(m_key, "one more, so that a second answer would have come"));
    for (const int count : {written.count, refused.count, read.count, removed.count, probed.count})
        QCOMPARE(count, 1);
}

void TestKeychain::answersInTheOrderOfTheQuestions()
{
    QStringList order;
    const auto note = [&order](const QString &what) { return [&order, what](const auto &) { order += what; }; };
    m_keychain->write(m_key, Secret("secret"), m_context.get(), note(u"write"_s));
    m_keychain->read(m_key, m_context.get(), note(u"read"_s));
    m_keychain->remove(m_key, m_context.get(), note(u"remove"_s));
    m_keychain->probe(m_context.get(), note(u"probe"_s));
    QTRY_COMPARE(order, (QStringList{u"write"_s, u"read"_s, u"remove"_s, u"probe"_s}));
}

void TestKeychain::isGoodForManyOperations()
{
    for (int i = 0; i < 50; ++i) {
        const QByteArray bytes = QByteArray::number(i).repeated(50);
        Answer<void> written;
        Answer<Secret> read;
        m_keychain->write(m_key, Secret(bytes), m_context.get(), written.callback());
        m_keychain->read(m_key, m_context.get(), read.callback());
        QVERIFY(read.succeeded());
        QVERIFY(written.succeeded());
        QVERIFY(read.result->value().equals(bytes));
    }
}

// QtKeychain's queue is one per process: the second's write comes between the first's write and its reading back.
void TestKeychain::aReadBackThatDiffersIsAnError()
{
    SystemKeychain other;
    Answer<void> first, second;
    m_keychain->write(m_key, Secret("first"), m_context.get(), first.callback());
    other.write(m_key, Secret("second"), m_context.get(), second.callback());
    QVERIFY(first.failed(ErrorKind::KeychainUnavailable));
    QVERIFY(second.succeeded());
}

void TestKeychain::keepsSilentWhenTheContextIsGone()
{
    Answer<void> answer;
    Answer<Secret> read;
    for (int steps = 0; steps < 60; steps += 4) {
        const int already = answer.count + read.count;
        m_keychain->probe(m_context.get(), answer.callback());
        m_keychain->write(m_key, Secret("secret"), m_context.get(), answer.callback());
        m_keychain->read(m_key, m_context.get(), read.callback());
        m_keychain->remove(m_key, m_context.get(), answer.callback());
        wakeUp(steps, [&, already] { return answer.count + read.count == already + 4; });
        m_context = std::make_unique<QObject>();
        const int before = answer.count + read.count;
        QVERIFY(write(m_key, "drains the queue"));
        QCOMPARE(answer.count + read.count, before);
    }
    QVERIFY(answer.count > 0); // some came to their end first
}

void TestKeychain::mayBeDeletedAtAnyMoment()
{
    Answer<void> answer;
    Answer<Secret> read;
    for (int steps = 0; steps < 45; steps += 4) {
        const int already = answer.count + read.count;
        m_keychain->write(m_key, Secret("secret"), m_context.get(), answer.callback());
        m_keychain->read(m_key, m_context.get(), read.callback());
        m_keychain->remove(m_key, m_context.get(), answer.callback());
        wakeUp(steps, [&, already] { return answer.count + read.count == already + 3; });
        m_keychain = std::make_unique<SystemKeychain>();
        const int before = answer.count + read.count;
        QVERIFY(write(m_key, "drains the queue"));
        QCOMPARE(answer.count + read.count, before);
    }
}

void TestKeychain::mayBeDeletedByACallback()
{
    for (const auto &secret : {QByteArray("secret"), QByteArray()}) {
        if (!m_keychain)
            m_keychain = std::make_unique<SystemKeychain>();
        int answers = 0;
        m_keychain->write(m_key, Secret(secret), m_context.get(), [this, &answers](const Result<void> &) {
            m_keychain.reset();
            ++answers;
        });
        m_keychain->probe(m_context.get(), [&answers](const Result<void> &) { ++answers; });
        QTRY_COMPARE(answers, 1);
    }
}

QTEST_GUILESS_MAIN(TestKeychain)

#include "tst_keychain.moc"
