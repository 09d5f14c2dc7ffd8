// SPDX-License-Identifier: GPL-3.0-or-later
#include "singleinstance.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>
#include <memory>
#include <vector>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

void say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

/// A start of the program: says whether it is the first, and each time it is asked to come forward.
int beStarted(QCoreApplication &application, const QString &folder, const QString &file)
{
    SingleInstance instance(folder);
    QObject::connect(&instance, &SingleInstance::raiseRequested, &application, [] { say("raised"); });
    QObject::connect(&instance, &SingleInstance::fileRequested, &application,
                     [](const QString &path) { say(("file " + path.toUtf8() + ' ').constData()); });
    QObject::connect(&instance, &SingleInstance::firstWasAsked, &application, [] {
        say("second");
        QCoreApplication::quit();
    });
    if (instance.claim(file))
        say("first");
    return QCoreApplication::exec();
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::unique_ptr<QProcess> start(const QString &file = {}) const
    {
        auto process = std::make_unique<QProcess>();
        process->start(QCoreApplication::applicationFilePath(), {u"--start"_s, m_folder.path(), file});
        return process;
    }

    /// What it has said so far.
    static QByteArray &said(QProcess &process, QByteArray &all)
    {
        all += process.readAllStandardOutput();
        return all;
    }

private slots:
    void ofTwentyStartsOneIsTheFirst()
    {
        std::vector<std::unique_ptr<QProcess>> starts;
        for (int i = 0; i < 20; ++i)
            starts.push_back(start());
        QList<QByteArray> words(20);
        const auto count = [&](const QByteArray &word) {
            qsizetype number = 0;
            for (std::size_t i = 0; i < starts.size(); ++i)
                number += said(*starts[i], words[qsizetype(i)]).count(word);
            return number;
        };
        QTRY_COMPARE_WITH_TIMEOUT(count("first") + count("second"), 20, 30'000);
        QCOMPARE(count("first"), 1);
        QTRY_COMPARE(count("raised"), 19);
        for (const auto &process : starts) {
            process->kill();
            process->waitForFinished();
        }
    }

    void aKilledProgramStandsInNobodysWay()
    {
        const auto first = start();
        QVERIFY(first->waitForReadyRead(10'000));
        QCOMPARE(first->readAll().trimmed(), "first");
        first->kill();
        QVERIFY(first->waitForFinished());
        const auto second = start();
        QVERIFY(second->waitForReadyRead(10'000));
        QCOMPARE(second->readAll().trimmed(), "first");
        second->kill();
        second->waitForFinished();
    }

    void theFirstOneIsHandedTheFile()
    {
        const auto first = start();
        QVERIFY(first->waitForReadyRead(10'000));
        const auto second = start(u"/home/me/Größe 1.tokendesk-app"_s);
        QByteArray words;
        QTRY_VERIFY_WITH_TIMEOUT(said(*first, words).contains("file /home/me/Größe 1.tokendesk-app \n"), 10'000);
        QByteArray others;
        QTRY_VERIFY(said(*second, others).contains("second"));
        for (QProcess *process : {first.get(), second.get()}) {
            process->kill();
            process->waitForFinished();
        }
    }

    void whatIsNoLineOpensNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an empty line") << QByteArray("\n");
        QTest::newRow("an endless line") << QByteArray(100'000, 'x');
        QTest::newRow("half a line") << QByteArray("/home/me");
    }

    void whatIsNoLineOpensNothing()
    {
        QFETCH(QByteArray, bytes);
        const auto first = start();
        QVERIFY(first->waitForReadyRead(10'000));
        QLocalSocket stranger;
        const QByteArray hash
            = QCryptographicHash::hash(m_folder.path().toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
        stranger.connectToServer("tokendesk-"_L1 + QLatin1StringView(hash));
        QVERIFY(stranger.waitForConnected());
        stranger.write(bytes);
        QTRY_COMPARE_WITH_TIMEOUT(stranger.state(), QLocalSocket::UnconnectedState, 10'000);
        QByteArray words;
        QTRY_VERIFY(said(*first, words).contains("raised"));
        QVERIFY(!words.contains("file"));
        first->kill();
        first->waitForFinished();
    }

    void otherFoldersAreOtherPrograms()
    {
        const QTemporaryDir other;
        SingleInstance here(m_folder.path());
        SingleInstance there(other.path());
        QVERIFY(here.claim());
        QVERIFY(there.claim());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 2 && QByteArrayView(argv[1]) == "--start")
        return beStarted(application, QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argc > 3 ? argv[3] : ""));
    TestSingleInstance test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_singleinstance.moc"
