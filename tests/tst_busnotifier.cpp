// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/keyring.h"
#include "support/settle.h"
#include "tray/busnotifier.h"

#include <QDBusConnectionInterface>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <csignal>

using namespace tokendesk;
using namespace Qt::StringLiterals;

/// Notifications as a real desktop's service shows them, on a bus and a display of the test's own.
class TestBusNotifier : public QObject
{
    Q_OBJECT

    QProcess m_display;
    QProcess m_service;
    QString m_displayName;

    bool isThere() const
    {
        return QDBusConnection::sessionBus().interface()->isServiceRegistered(u"org.freedesktop.Notifications"_s);
    }

    void startService()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, m_displayName);
        m_service.setProcessEnvironment(environment);
        m_service.start(u"dunst"_s, {u"-conf"_s, u"/dev/null"_s});
        QTRY_VERIFY(isThere());
    }

    /// What dunstctl answers.
    static QByteArray control(const QStringList &arguments)
    {
        QProcess process;
        process.start(u"dunstctl"_s, arguments);
        const auto ended = [&process] { return process.state() == QProcess::NotRunning; };
        return QTest::qWaitFor(ended) ? process.readAllStandardOutput() : QByteArray();
    }

    static int shown() { return control({u"count"_s, u"displayed"_s}).trimmed().toInt(); }

    /// The newest of those that were shown and closed.
    static QJsonObject newest()
    {
        const QJsonArray lists = QJsonDocument::fromJson(control({u"history"_s})).object()["data"_L1].toArray();
        return lists.first().toArray().first().toObject();
    }

    static QString field(const QJsonObject &notification, QLatin1StringView name)
    {
        return notification[name].toObject()["data"_L1].toString();
    }

private slots:
    void initTestCase()
    {
        if (!Keyring::isPossible())
            QSKIP("needs a session bus of its own");
        for (const QString &tool : {u"Xvfb"_s, u"dunst"_s, u"dunstctl"_s})
            QVERIFY2(!QStandardPaths::findExecutable(tool).isEmpty(), qPrintable(tool));
        m_display.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-nolisten"_s, u"tcp"_s});
        QByteArray number;
        QTRY_VERIFY((number += m_display.readAllStandardOutput()).endsWith('\n'));
        m_displayName = u':' + QString::fromLatin1(number.trimmed());
        startService();
    }

    void cleanupTestCase()
    {
        m_service.kill();
        m_service.waitForFinished();
        m_display.kill();
        m_display.waitForFinished();
    }

    void cleanup()
    {
        control({u"close-all"_s});
        control({u"history-clear"_s});
    }

    void isShownAndLeadsToItsAccount()
    {
        BusNotifier notifier(QDBusConnection::sessionBus());
        QSignalSpy chosen(&notifier, &Notifier::chosen);
        notifier.send({.accountId = u"shop"_s, .title = u"@shop: Needs you"_s, .text = u"Sign in again."_s});
        QTRY_COMPARE(shown(), 1);
        control({u"action"_s, u"0"_s}); // a click
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"shop"_s);
    }

    void aNameIsNoMarkup()
    {
        BusNotifier notifier(QDBusConnection::sessionBus());
        notifier.send({.accountId = u"shop"_s, .title = u"Title"_s, .text = u"<b>Bold & Sons</b> <img src=\"x\">"_s});
        QTRY_COMPARE(shown(), 1);
        control({u"close-all"_s});
        QTRY_VERIFY(!newest().isEmpty());
        const QString body = field(newest(), "body"_L1);
        QVERIFY2(body.contains("&lt;b&gt;"_L1) || body.contains("<b>Bold & Sons</b>"_L1), qPrintable(body));
        QCOMPARE(field(newest(), "appname"_L1), QCoreApplication::applicationName());
    }

    void aLaterOneOfTheSameAccountTakesItsPlace()
    {
        BusNotifier notifier(QDBusConnection::sessionBus());
        notifier.send({.accountId = u"shop"_s, .title = u"in 3 days"_s});
        QTRY_COMPARE(shown(), 1);
        const QDBusMessage question
            = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                                             u"org.freedesktop.Notifications"_s, u"GetServerInformation"_s);
        QCOMPARE(QDBusConnection::sessionBus().call(question).type(), QDBusMessage::ReplyMessage);
        settle(); // the number came before that answer
        notifier.send({.accountId = u"shop"_s, .title = u"in 1 day"_s});
        notifier.send({.accountId = u"cafe"_s, .title = u"in 7 days"_s});
        QTRY_COMPARE(shown(), 2);
    }

    void clicksOnOtherProgramsAreNotOurs()
    {
        BusNotifier notifier(QDBusConnection::sessionBus());
        BusNotifier other(QDBusConnection::sessionBus());
        QSignalSpy chosen(&notifier, &Notifier::chosen);
        QSignalSpy otherChosen(&other, &Notifier::chosen);
        other.send({.accountId = u"theirs"_s, .title = u"Theirs"_s});
        QTRY_COMPARE(shown(), 1);
        control({u"action"_s, u"0"_s});
        QTRY_COMPARE(otherChosen.size(), 1);
        QVERIFY(chosen.isEmpty());
    }

    void aServiceThatHangsOrIsGoneHoldsNothingUp()
    {
        BusNotifier notifier(QDBusConnection::sessionBus());
        ::kill(pid_t(m_service.processId()), SIGSTOP);
        QElapsedTimer timer;
        timer.start();
        notifier.send({.accountId = u"shop"_s, .title = u"Nobody sees it"_s});
        QVERIFY(timer.elapsed() < 500);
        ::kill(pid_t(m_service.processId()), SIGCONT);
        QTRY_COMPARE(shown(), 1);

        m_service.kill();
        QTRY_VERIFY(!isThere() && m_service.state() == QProcess::NotRunning);
        notifier.send({.accountId = u"shop"_s, .title = u"Nobody sees it"_s});
        startService();
        notifier.send({.accountId = u"cafe"_s, .title = u"Seen again"_s});
        QTRY_COMPARE(shown(), 1);
    }
};

QTEST_GUILESS_MAIN(TestBusNotifier)
#include "tst_busnotifier.moc"
