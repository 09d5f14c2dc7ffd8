// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connectstage.h"
#include "support/rawclient.h"
#include "support/settle.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

/// Says what of it was read.
class ReadMime : public QMimeData
{
public:
    explicit ReadMime(int &reads)
        : m_reads(reads)
    {
        setText(u"something private"_s);
    }

protected:
    QVariant retrieveData(const QString &format, QMetaType type) const override
    {
        ++m_reads;
        return QMimeData::retrieveData(format, type);
    }

private:
    int &m_reads;
};

} // namespace

/// "The address instead", noticed on the clipboard: through the real dialog and the desktop's clipboard.
class TestWatchBox : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void theCopiedAddressCompletesTheSignIn();
    void whatWasCopiedBeforeTheTickCountsToo();
    void nothingIsReadWithoutPermission();
    void nothingIsReadAfterTheEnd();
    void whatIsNotTheAnswerChangesNothing_data();
    void whatIsNotTheAnswerChangesNothing();
    void concealedThingsAreLeftAlone();
    void thePermissionIsRemembered();

private:
    ConnectStage &stage() { return *m_stage; }
    void wait();
    void tick();
    /// The answer as it stands in the address bar of a browser that cannot reach the program.
    QString answer();
    /// Whether the sign-in waits for its answer: the port is closed as soon as it has one.
    bool stillWaits();
    static void copy(const QString &text) { QGuiApplication::clipboard()->setText(text); }
    QString state() { return QUrlQuery(stage().opened.last()).queryItemValue(u"state"_s); }

    std::unique_ptr<ConnectStage> m_stage;
};

void TestWatchBox::init()
{
    QGuiApplication::clipboard()->clear();
    m_stage = std::make_unique<ConnectStage>();
}

void TestWatchBox::cleanup()
{
    m_stage.reset();
    QGuiApplication::clipboard()->clear();
}

void TestWatchBox::wait()
{
    stage().saveApp(true);
    stage().open();
    QVERIFY(stage().click(u"connectPrimary"_s));
    QVERIFY(stage().comesToSee(u"waitingHeading"_s));
    QVERIFY(stage().click(u"pasteFoldHeading"_s));
}

void TestWatchBox::tick()
{
    QVERIFY(stage().comesToSee(u"noticeAddress"_s));
    stage().find<QAbstractButton>(u"noticeAddress"_s)->click();
}

QString TestWatchBox::answer()
{
    stage().answer({.cannotReturn = true});
    QSignalSpy rested(stage().browser.get(), &FakeBrowser::rested);
    return rested.wait() ? QString::fromUtf8(stage().browser->address().toEncoded()) : QString();
}

bool TestWatchBox::stillWaits()
{
    settle();
    const RawClient client(Wire::Http, quint16(QUrl(stage().redirectAddress).port()));
    return QTest::qWaitFor([&client] { return client.isOpen() || client.isClosed(); }) && client.isOpen()
        && stage().sees(u"waitingHeading"_s);
}

void TestWatchBox::theCopiedAddressCompletesTheSignIn()
{
    wait();
    QVERIFY(!stage().find<QAbstractButton>(u"noticeAddress"_s)->isChecked()); // nobody said so
    tick();
    copy(answer());
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    QCOMPARE(stage().desk.accounts().all().size(), 1);
}

void TestWatchBox::whatWasCopiedBeforeTheTickCountsToo()
{
    wait();
    copy(answer());
    QVERIFY(stillWaits());
    tick();
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
}

void TestWatchBox::nothingIsReadWithoutPermission()
{
    int reads = 0;
    wait();
    QGuiApplication::clipboard()->setMimeData(new ReadMime(reads));
    settle();
    QCOMPARE(reads, 0);
}

void TestWatchBox::nothingIsReadAfterTheEnd()
{
    wait();
    tick();
    copy(answer());
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
    int reads = 0;
    QGuiApplication::clipboard()->setMimeData(new ReadMime(reads));
    settle();
    QCOMPARE(reads, 0);
    stage().dialog->close();
    QGuiApplication::clipboard()->setMimeData(new ReadMime(reads));
    settle();
    QCOMPARE(reads, 0);
}

void TestWatchBox::whatIsNotTheAnswerChangesNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a shopping list") << u"milk, eggs"_s;
    QTest::newRow("another page") << u"https://example.org/?code=1&state=%STATE%"_s;
    QTest::newRow("another path") << u"%REDIRECT%../?code=1&state=%STATE%"_s;
    QTest::newRow("another port") << u"http://127.0.0.1:1/test/?code=1&state=%STATE%"_s;
    QTest::newRow("another state") << u"%REDIRECT%?code=1&state=guessed"_s;
    QTest::newRow("no state") << u"%REDIRECT%?code=1"_s;
    QTest::newRow("two codes") << u"%REDIRECT%?code=1&code=2&state=%STATE%"_s;
    QTest::newRow("no code") << u"%REDIRECT%?state=%STATE%"_s;
    QTest::newRow("as a user name") << u"http://127.0.0.1@example.org/?code=1&state=%STATE%"_s;
    QTest::newRow("a book with it") << u"%REDIRECT%?code=1&state=%STATE%"_s + QString(100'000, u'x');
}

void TestWatchBox::whatIsNotTheAnswerChangesNothing()
{
    QFETCH(QString, text);
    wait();
    tick();
    copy(text.replace("%REDIRECT%"_L1, stage().redirectAddress).replace("%STATE%"_L1, state()));
    QVERIFY(stillWaits());
    QCOMPARE(stage().read(u"pastedAddress"_s), QString());
    copy(answer()); // it still waits for the right one
    QVERIFY(stage().comesToSee(u"doneTitle"_s));
}

void TestWatchBox::concealedThingsAreLeftAlone()
{
    wait();
    tick();
    int reads = 0;
    auto *data = new ReadMime(reads);
    data->setData(u"x-kde-passwordManagerHint"_s, "secret");
    QGuiApplication::clipboard()->setMimeData(data);
    settle();
    QCOMPARE(reads, 0);
}

void TestWatchBox::thePermissionIsRemembered()
{
    wait();
    tick();
    QVERIFY(stage().settings.noticesAddresses());
    stage().dialog->close();
    wait();
    QVERIFY(stage().find<QAbstractButton>(u"noticeAddress"_s)->isChecked());
    tick();
    QVERIFY(!stage().settings.noticesAddresses());
}

QTEST_MAIN(TestWatchBox)
#include "tst_watchbox.moc"
