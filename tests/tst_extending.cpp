// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/batch.h"
#include "mainwindow.h"
#include "support/connectstage.h"
#include "support/isolateddesktop.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A one-hour token of Practice, which could not be made to last at the sign-in, made to last later: Practice has no
/// app that somebody could have saved a secret for.
class TestExtending : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void theNoticesButtonExtendsIt();
    void manyAtOnceExtendIt();
    void aFailureSaysWhyAndCanBeTriedAgain();
    void aRefusalOffersItsTraceId();
    void theWindowMayGoWhileItIsExtended();

private:
    void openWindow();
    template <typename T = QWidget>
    T *seen(const QString &name)
    {
        for (T *widget : m_window->findChildren<T *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    QString text(const QString &name)
    {
        const auto *label = seen<QLabel>(name);
        return label ? label->text() : QString();
    }
    void click(const QString &name)
    {
        QTRY_VERIFY2(seen(name) && seen(name)->isEnabled(), qPrintable(name));
        QTest::mouseClick(seen(name), Qt::LeftButton);
    }
    Account only() { return m_stage->desk.accounts().all().value(0); }

    std::unique_ptr<ConnectStage> m_stage;
    std::unique_ptr<MainWindow> m_window;
};

void TestExtending::init()
{
    m_stage = std::make_unique<ConnectStage>();
    m_stage->services.desktop = isolatedDesktop(m_stage->desk.folder());
    m_stage->server.inject({.name = u"unavailable"_s, .endpoint = u"extend"_s});
    m_stage->open();
    m_stage->dialog->chooseProvider(u"practice"_s);
    QVERIFY(m_stage->click(u"connectPrimary"_s));
    m_stage->answer();
    QVERIFY(m_stage->comesToSee(u"doneTitle"_s));
    m_stage->dialog.reset();
    m_stage->server.clearFaults();
    QCOMPARE(only().tokenKind, TokenKind::ShortLived);
}

void TestExtending::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void TestExtending::openWindow()
{
    m_window = std::make_unique<MainWindow>(m_stage->services);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(text(u"noticeText"_s).contains("one hour only"_L1));
}

void TestExtending::theNoticesButtonExtendsIt()
{
    openWindow();
    click(u"noticeAction"_s);
    QTRY_COMPARE(only().tokenKind, TokenKind::LongLived);
    QTRY_VERIFY(!seen(u"notice"_s));
    QCOMPARE(m_stage->desk.accounts().status(only().id).detail, StatusDetail::RenewsOn);
}

void TestExtending::manyAtOnceExtendIt()
{
    Batch batch(m_stage->desk.accounts(), m_stage->desk.catalog, m_stage->clock);
    QSignalSpy finished(&batch, &Batch::finished);
    batch.start(Batch::Work::Renew, {only().id});
    QVERIFY(finished.count() == 1 || finished.wait(20'000));
    QCOMPARE(only().tokenKind, TokenKind::LongLived);
}

void TestExtending::aFailureSaysWhyAndCanBeTriedAgain()
{
    m_stage->server.inject({.name = u"unavailable"_s, .endpoint = u"extend"_s});
    openWindow();
    click(u"noticeAction"_s);
    QTRY_VERIFY2(text(u"noticeText"_s).contains("has trouble"_L1), qPrintable(text(u"noticeText"_s)));
    m_stage->server.clearFaults();
    click(u"noticeAction"_s);
    QTRY_COMPARE(only().tokenKind, TokenKind::LongLived);
}

void TestExtending::aRefusalOffersItsTraceId()
{
    m_stage->server.inject({.name = u"tester"_s, .endpoint = u"extend"_s});
    openWindow();
    click(u"noticeAction"_s);
    QTRY_VERIFY2(text(u"noticeText"_s).contains("own testers"_L1), qPrintable(text(u"noticeText"_s)));
    QVERIFY2(text(u"noticeText"_s).contains("the support of Practice about it, give them this: "_L1),
             qPrintable(text(u"noticeText"_s)));
}

void TestExtending::theWindowMayGoWhileItIsExtended()
{
    m_stage->server.inject({.name = u"hang"_s, .endpoint = u"extend"_s});
    openWindow();
    const qsizetype before = m_stage->server.requests().count("GET /access_token"_L1);
    click(u"noticeAction"_s);
    QTRY_VERIFY(m_stage->server.requests().count("GET /access_token"_L1) > before);
    m_window.reset();
    m_stage->server.clearFaults();
    QCOMPARE(only().custody, Custody::Keychain); // what there was is there
}

QTEST_MAIN(TestExtending)
#include "tst_extending.moc"
