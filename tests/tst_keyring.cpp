// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keychain.h"
#include "support/answer.h"
#include "support/keyring.h"

#include <QTest>
#include <QTimer>
#include <functional>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

const QString key = QStringLiteral("tokendesk/test/item");
const QByteArray canarySecret = "IGAA-canary-0123456789";
constexpr int aWhile = 300; // milliseconds in which an answer would have come

} // namespace

/// The keychain in trouble, with a real gnome-keyring.
class TestKeyring : public QObject
{
    Q_OBJECT
    std::unique_ptr<Keyring> m_keyring;
    std::unique_ptr<SystemKeychain> m_keychain;
    std::unique_ptr<QObject> m_context;

    // What each operation ends with.
    QString writing()
    {
        return ending([this](auto done) { write(done); });
    }
    QString reading()
    {
        Answer<Secret> answer;
        m_keychain->read(key, m_context.get(), answer.callback());
        return answer.came() ? described(*answer.result) : u"nothing"_s;
    }
    QString removing()
    {
        return ending([this](auto done) { m_keychain->remove(key, m_context.get(), done); });
    }
    QString probing()
    {
        return ending([this](auto done) { m_keychain->probe(m_context.get(), done); });
    }

    void write(const Callback<void> &done) { m_keychain->write(key, Secret(canarySecret), m_context.get(), done); }

    static QString ending(const std::function<void(Callback<void>)> &operation)
    {
        Answer<void> answer;
        operation(answer.callback());
        return answer.came() ? described(*answer.result) : u"nothing"_s;
    }

    template <typename T>
    static QString described(const Result<T> &result)
    {
        if (result)
            return u"success"_s;
        const Error &error = result.error();
        const bool plain = !error.what.isEmpty() && !error.what.contains(QString::fromLatin1(canarySecret));
        return plain ? nameOf(error.kind) : u"an error without words, or with a secret"_s;
    }

private slots:
    void init();
    void cleanup();

    void withoutAKeyringEverythingIsUnavailable();
    void aKeyringThatComesLaterIsUsed();
    void aLockedKeyringIsNotAMissingItem_data();
    void aLockedKeyringIsNotAMissingItem();
    void aLockedKeyringThatNeverSawUsIsLocked();
    void whatIsRetriedUntilTheKeyringIsUnlockedSucceeds();
    void whatWaitsForAHungKeyringSucceedsInTheEnd();
    void givingUpAHungKeyringLeavesSilence_data();
    void givingUpAHungKeyringLeavesSilence();
    void whatWasGivenUpInTheQueueNeverBegins();
    void aProbeThatWasGivenUpCleansUp();
    void mayBeDeletedWhileTheKeyringHangs();
    void aKeyringThatDiesInTheMiddleIsAnError_data();
    void aKeyringThatDiesInTheMiddleIsAnError();
    void leavesTheCanaryAndNothingElse();
};

void TestKeyring::init()
{
    m_keyring = std::make_unique<Keyring>();
    m_keychain = std::make_unique<SystemKeychain>();
    m_context = std::make_unique<QObject>();
}

void TestKeyring::cleanup()
{
    m_keyring->kill();
    QVERIFY(m_keyring->start());
    QCOMPARE(removing(), u"success"_s);
}

void TestKeyring::withoutAKeyringEverythingIsUnavailable()
{
    QCOMPARE(probing(), u"KeychainUnavailable"_s);
    QCOMPARE(writing(), u"KeychainUnavailable"_s);
    QCOMPARE(reading(), u"KeychainUnavailable"_s);
    QCOMPARE(removing(), u"KeychainUnavailable"_s);
}

void TestKeyring::aKeyringThatComesLaterIsUsed()
{
    QCOMPARE(writing(), u"KeychainUnavailable"_s);
    QVERIFY(m_keyring->start());
    QCOMPARE(writing(), u"success"_s);
    QCOMPARE(reading(), u"success"_s);
}

void TestKeyring::aLockedKeyringIsNotAMissingItem_data()
{
    QTest::addColumn<bool>("restarted");
    QTest::newRow("locked while running") << false;
    QTest::newRow("never unlocked since it started") << true;
}

void TestKeyring::aLockedKeyringIsNotAMissingItem()
{
    QFETCH(bool, restarted);
    QVERIFY(m_keyring->start());
    QCOMPARE(writing(), u"success"_s);
    if (restarted) {
        m_keyring->kill();
        QVERIFY(m_keyring->start(Keyring::State::Locked));
    } else {
        QVERIFY(m_keyring->lock());
    }
    QCOMPARE(reading(), u"KeychainLocked"_s);
    QCOMPARE(writing(), u"KeychainLocked"_s);
    QCOMPARE(probing(), u"KeychainLocked"_s);
    QCOMPARE(removing(), u"KeychainLocked"_s);

    QVERIFY(m_keyring->unlock());
    QCOMPARE(reading(), u"success"_s); // the item is still there
    QCOMPARE(removing(), u"success"_s);
    QCOMPARE(reading(), u"InvalidInput"_s);
}

void TestKeyring::aLockedKeyringThatNeverSawUsIsLocked()
{
    QVERIFY(m_keyring->start(Keyring::State::Locked));
    QCOMPARE(probing(), u"KeychainLocked"_s);
    QCOMPARE(reading(), u"KeychainLocked"_s);
}

void TestKeyring::whatIsRetriedUntilTheKeyringIsUnlockedSucceeds()
{
    QVERIFY(m_keyring->start(Keyring::State::Locked));
    bool unlocked = false;
    int refused = 0;
    QString outcome;
    while ((outcome = writing()) == u"KeychainLocked"_s && refused < 100) {
        if (++refused == 2) // while the next attempt is out
            QTimer::singleShot(0, m_context.get(), [&] { unlocked = m_keyring->unlock(); });
    }
    QCOMPARE(outcome, u"success"_s);
    QVERIFY(unlocked);
    QVERIFY(refused > 1);
    QCOMPARE(reading(), u"success"_s);
}

void TestKeyring::whatWaitsForAHungKeyringSucceedsInTheEnd()
{
    QVERIFY(m_keyring->start());
    m_keyring->hang();
    Answer<void> written;
    Answer<Secret> read;
    write(written.callback());
    m_keychain->read(key, m_context.get(), read.callback());
    QVERIFY(!written.came(aWhile));
    m_keyring->goOn();
    QVERIFY(written.succeeded());
    QVERIFY(read.succeeded());
    QVERIFY(read.result->value().equals(canarySecret));
}

void TestKeyring::givingUpAHungKeyringLeavesSilence_data()
{
    QTest::addColumn<QString>("operation");
    for (const auto &operation : {u"write"_s, u"read"_s, u"remove"_s, u"probe"_s})
        QTest::addRow("%s", qPrintable(operation)) << operation;
}

void TestKeyring::givingUpAHungKeyringLeavesSilence()
{
    QFETCH(QString, operation);
    QVERIFY(m_keyring->start());
    QCOMPARE(writing(), u"success"_s); // what is out then is not the first contact
    m_keyring->hang();
    Answer<void> answer;
    Answer<Secret> read;
    if (operation == "write"_L1)
        write(answer.callback());
    else if (operation == "read"_L1)
        m_keychain->read(key, m_context.get(), read.callback());
    else if (operation == "remove"_L1)
        m_keychain->remove(key, m_context.get(), answer.callback());
    else
        m_keychain->probe(m_context.get(), answer.callback());
    QVERIFY(!QTest::qWaitFor([&] { return answer.count + read.count > 0; }, aWhile));
    m_context = std::make_unique<QObject>();
    m_keyring->goOn();
    QCOMPARE(writing(), u"success"_s); // comes after it
    QCOMPARE(answer.count + read.count, 0);
}

void TestKeyring::whatWasGivenUpInTheQueueNeverBegins()
{
    QVERIFY(m_keyring->start());
    QCOMPARE(probing(), u"success"_s);
    m_keyring->hang();
    Answer<Secret> first;
    Answer<void> never;
    QObject patient;
    m_keychain->read(key, &patient, first.callback());
    write(never.callback());
    QVERIFY(!first.came(aWhile));
    m_context = std::make_unique<QObject>();
    m_keyring->goOn();
    QVERIFY(first.failed(ErrorKind::InvalidInput));
    QCOMPARE(reading(), u"InvalidInput"_s);
    QCOMPARE(never.count, 0);
}

void TestKeyring::aProbeThatWasGivenUpCleansUp()
{
    QVERIFY(m_keyring->start());
    QCOMPARE(probing(), u"success"_s);
    m_keyring->hang();
    Answer<void> answer;
    m_keychain->probe(m_context.get(), answer.callback());
    QVERIFY(!answer.came(aWhile));
    m_context = std::make_unique<QObject>();
    m_keyring->goOn();
    QCOMPARE(writing(), u"success"_s);
    QCOMPARE(m_keyring->count(u"tokendesk/test"_s), 1);
    QCOMPARE(m_keyring->count(u"tokendesk/probe"_s), 0);
}

void TestKeyring::mayBeDeletedWhileTheKeyringHangs()
{
    QVERIFY(m_keyring->start());
    m_keyring->hang();
    Answer<void> answer;
    write(answer.callback());
    m_keychain->probe(m_context.get(), answer.callback());
    QVERIFY(!answer.came(aWhile));
    m_keychain = std::make_unique<SystemKeychain>();
    m_keyring->goOn();
    QCOMPARE(writing(), u"success"_s);
    QCOMPARE(answer.count, 0);
}

void TestKeyring::aKeyringThatDiesInTheMiddleIsAnError_data()
{
    QTest::addColumn<bool>("known");
    QTest::newRow("at the first contact") << false;
    QTest::newRow("after it was used") << true;
}

void TestKeyring::aKeyringThatDiesInTheMiddleIsAnError()
{
    QFETCH(bool, known);
    QVERIFY(m_keyring->start());
    if (known)
        QCOMPARE(probing(), u"success"_s);
    m_keyring->hang();
    Answer<void> answer;
    write(answer.callback());
    QVERIFY(!answer.came(aWhile));
    m_keyring->kill();
    QVERIFY(answer.failed(ErrorKind::KeychainUnavailable));
    QVERIFY(m_keyring->start());
    QCOMPARE(writing(), u"success"_s);
    QCOMPARE(reading(), u"success"_s);
}

void TestKeyring::leavesTheCanaryAndNothingElse()
{
    QVERIFY(m_keyring->start());
    QCOMPARE(probing(), u"success"_s);
    QCOMPARE(writing(), u"success"_s);
    QCOMPARE(m_keyring->count(u"tokendesk/"_s), 2);
    QCOMPARE(removing(), u"success"_s);
    QCOMPARE(m_keyring->count(u"tokendesk/"_s), 1);
    QCOMPARE(m_keyring->count(u"tokendesk/canary"_s), 1);
}

QTEST_GUILESS_MAIN(TestKeyring)

#include "tst_keyring.moc"
