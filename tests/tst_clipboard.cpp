// SPDX-License-Identifier: GPL-3.0-or-later
#include "clipboard.h"

#include "support/manualclock.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tokendesk;

namespace {
const QByteArray token = "IGAAcanary0123456789";
}

class TestClipboard : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_system->clear();
        m_clipboard = std::make_unique<Clipboard>(m_settings, m_clock);
    }

    void cleanup() { m_clipboard.reset(); }

    void aCopiedTokenIsThereAndMarkedAsConcealed()
    {
        m_clipboard->copy(Secret(token), u"one"_s);
        QCOMPARE(m_system->text(), QString::fromLatin1(token));
        QCOMPARE(m_clipboard->accountId(), u"one"_s);
#if defined(Q_OS_WIN)
        const QString hint = u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s;
#elif defined(Q_OS_MACOS)
        const QString hint = u"application/x-nspasteboard-concealed-type"_s;
#else
        const QString hint = u"x-kde-passwordManagerHint"_s;
        QCOMPARE(m_system->mimeData()->data(hint), "secret");
#endif
        QVERIFY(m_system->mimeData()->hasFormat(hint));
    }

    void thePrimarySelectionIsLeftAlone()
    {
        if (!m_system->supportsSelection())
            QSKIP("this platform has no primary selection");
        m_system->setText(u"selected"_s, QClipboard::Selection);
        m_clipboard->copy(Secret(token), u"one"_s);
        QCOMPARE(m_system->text(QClipboard::Selection), u"selected"_s);
    }

    void itIsTakenAwayWhenTheTimeIsOver()
    {
        m_settings.setClipboardSeconds(20);
        QSignalSpy changed(m_clipboard.get(), &Clipboard::changed);
        m_clipboard->copy(Secret(token), u"one"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_clipboard->secondsLeft(), 20);
        m_clock.advance(5s);
        QCOMPARE(m_clipboard->secondsLeft(), 15);
        QCOMPARE(m_clipboard->shareLeft(), 0.75);
        QSignalSpy ticked(m_clipboard.get(), &Clipboard::ticked);
        QTRY_VERIFY(!ticked.isEmpty());
        QVERIFY(m_clipboard->isHolding());
        m_clock.advance(15s);
        QTRY_VERIFY(!m_clipboard->isHolding());
        QCOMPARE(m_system->text(), QString());
        QCOMPARE(changed.size(), 2);
        QCOMPARE(m_clipboard->secondsLeft(), 0);
    }

    void aClockThatGoesBackDoesNotProlongIt()
    {
        m_clipboard->copy(Secret(token), u"one"_s);
        m_clock.advance(-1h);
        QTRY_COMPARE(m_system->text(), QString());
    }

    void itIsTakenAwayOnRequestAndWhenTheProgramEnds_data()
    {
        QTest::addColumn<bool>("byQuitting");
        QTest::newRow("clear now") << false;
        QTest::newRow("quit") << true;
    }

    void itIsTakenAwayOnRequestAndWhenTheProgramEnds()
    {
        QFETCH(bool, byQuitting);
        m_clipboard->copy(Secret(token), u"one"_s);
        if (byQuitting)
            QMetaObject::invokeMethod(qApp, "aboutToQuit");
        else
            m_clipboard->clear();
        QCOMPARE(m_system->text(), QString());
        QVERIFY(!m_clipboard->isHolding());
    }

    void somethingCopiedSinceStays()
    {
        m_clipboard->copy(Secret(token), u"one"_s);
        QSignalSpy changed(m_clipboard.get(), &Clipboard::changed);
        m_system->setText(u"a recipe"_s);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!m_clipboard->isHolding());
        m_clipboard->clear();
        m_clock.advance(1h);
        QCOMPARE(m_system->text(), u"a recipe"_s);
    }

    void theSameTextSetByAClipboardManagerIsStillOurs()
    {
        m_clipboard->copy(Secret(token), u"one"_s);
        m_system->setText(QString::fromLatin1(token));
        QVERIFY(m_clipboard->isHolding());
        m_clipboard->clear();
        QCOMPARE(m_system->text(), QString());
    }

    void aSecondTokenReplacesTheFirst()
    {
        m_clipboard->copy(Secret(token), u"one"_s);
        m_clock.advance(20s);
        m_clipboard->copy(Secret("IGAAother0123456789"), u"two"_s);
        QCOMPARE(m_clipboard->accountId(), u"two"_s);
        QCOMPARE(m_clipboard->shareLeft(), 1.0);
        QCOMPARE(m_system->text(), u"IGAAother0123456789"_s);
    }

private:
    QTemporaryDir m_folder;
    Settings m_settings{Paths{m_folder.path(), m_folder.path()}};
    ManualClock m_clock;
    QClipboard *m_system = QGuiApplication::clipboard();
    std::unique_ptr<Clipboard> m_clipboard;
};

QTEST_MAIN(TestClipboard)
#include "tst_clipboard.moc"
