// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/application.h"
#include "mainwindow.h"
#include "support/canaries.h"
#include "support/desk.h"
#include "support/hearing.h"
#include "support/keyring.h"
#include "support/pastedtoken.h"
#include "support/person.h"
#include "support/workplace.h"
#include "translation.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>
#include <cstdio>
#include <iostream>
#include <string>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void tell(const char *what, const QByteArray &bytes = {})
{
    std::printf("%s %s\n", what, bytes.toBase64().constData());
    std::fflush(stdout);
}

/// Somebody at the window who connects an account of their own app, meets an error on the way, copies, looks at and
/// renews the token, pastes another, and connects a second one while no keychain is there. What is secret is told to
/// the test through a pipe and to nobody else.
class Somebody
{
public:
    void run()
    {
        m_workplace.practice().setClientSecret(QString::fromLatin1(m_appSecret));
        tell("SECRET", m_appSecret);
        describeProvider();
        openWindow();
        connectWithMistake();
        useToken();
        pasteToken();
        connectWithoutKeychain();
        pause("READY");
        m_window.reset();
        m_workplace.restart(); // what is in memory is gone, what is written stays
        pause("CLOSED");
    }

private:
    static QByteArray randomHex()
    {
        quint32 numbers[4];
        QRandomGenerator::system()->fillRange(numbers);
        return QByteArray(reinterpret_cast<const char *>(numbers), sizeof numbers).toHex();
    }

    static void pause(const char *where)
    {
        tell(where);
        std::string line;
        std::getline(std::cin, line);
    }

    static void hear() { tell("TOLD", everythingTold().toUtf8()); }

    void describeProvider()
    {
        QByteArray json = testProvider(m_workplace.practice().listen().value());
        const qsizetype begin = json.indexOf('[', json.indexOf("\"redirectAddresses\""));
        json.replace(begin, json.indexOf(']', begin) - begin + 1, "[\"" + freeRedirectAddress().toUtf8() + "\"]");
        QFile file(m_workplace.folder() + "/test.json"_L1);
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
            throw Lost{u"the provider cannot be described"_s};
        file.close();
        m_workplace.catalog().reload();
    }

    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(m_workplace.services());
        m_window->show();
        comeToFront();
    }

    void comeToFront()
    {
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            throw Lost{u"the window does not come to the front"_s};
    }

    void closeDialog()
    {
        m_person.click(u"connectClose"_s);
        m_person.seeGone(u"connectDialog"_s);
        comeToFront();
    }

    void goToBrowser(const FakeBrowser::Person &who = {})
    {
        m_person.see(u"waitingHeading"_s);
        hear();
        FakeBrowser browser(who);
        if (!m_workplace.useBrowser(browser))
            throw Lost{u"the browser waits"_s};
        for (const QUrl &url : browser.visited()) {
            const QString code = QUrlQuery(url).queryItemValue(u"code"_s);
            if (!code.isEmpty())
                tell("SECRET", code.toLatin1());
        }
    }

    void connectWithMistake()
    {
        m_person.click(u"emptyConnect"_s);
        m_person.click(u"testCard"_s);
        m_person.type(u"appId"_s, PracticeServer::clientId());
        m_person.type(u"appSecret"_s, QString::fromLatin1(m_appSecret));
        m_person.click(u"keepSecret"_s);
        hear();
        m_workplace.practice().inject({.name = u"wrong-secret"_s, .endpoint = u"token"_s, .times = 1});
        m_person.click(u"connectPrimary"_s);
        m_person.click(u"connectPrimary"_s);
        goToBrowser();
        m_person.click(u"errorDetailsHeading"_s);
        hear();
        m_person.click(u"connectPrimary"_s);
        goToBrowser();
        m_person.see(u"doneTitle"_s);
        hear();
        closeDialog();
    }

    void useToken()
    {
        m_account = m_workplace.accounts().all().constFirst().id;
        tellToken();
        m_person.click(u"copyToken"_s);
        m_person.see(u"clipboardBar"_s);
        hear();
        m_person.click(u"clearClipboard"_s);
        m_person.click(u"showToken"_s);
        m_person.click(u"showToken"_s);
        hear();
        m_workplace.practice().advance(25h);
        Awaited<Account> renewed;
        m_workplace.accounts().renew(m_account, &renewed.context, renewed.callback());
        if (!renewed.wait())
            throw Lost{u"the token is not renewed"_s};
        tellToken();
    }

    void pasteToken()
    {
        const QByteArray token = mintPracticeToken(givenToken(QDateTime::currentDateTimeUtc(), 2));
        tell("SECRET", token);
        m_person.click(u"connectAccount"_s);
        m_person.click(u"connectBack"_s); // it opened at the permissions, since the app is known
        m_person.click(u"connectBack"_s);
        m_person.click(u"tokenCard"_s);
        QApplication::clipboard()->setText(u"Bearer "_s + QString::fromLatin1(token));
        m_person.click(u"pasteToken"_s);
        QApplication::clipboard()->clear();
        hear();
        m_person.click(u"connectPrimary"_s);
        m_person.see(u"doneTitle"_s);
        hear();
        closeDialog();
    }

    void connectWithoutKeychain()
    {
        Keyring keyring;
        m_person.click(u"connectAccount"_s);
        m_person.click(u"connectBack"_s); // it opened at the permissions, since the app is known
        m_person.click(u"connectBack"_s);
        m_person.click(u"practiceCard"_s);
        m_workplace.practice().setClientSecret(PracticeServer::clientSecret());
        m_person.click(u"connectPrimary"_s);
        m_person.click(u"goOnWithoutKeychain"_s);
        goToBrowser({.account = u"second.practice"_s});
        m_person.see(u"doneTitle"_s);
        hear();
        closeDialog();
        m_account = m_workplace.accounts().all().constLast().id;
        if (m_workplace.accounts().find(m_account)->custody != Custody::MemoryOnly)
            throw Lost{u"the token is not in memory"_s};
        tellToken();
        hear();
        for (const Registration &registration : m_workplace.accounts().registrations())
            m_kept = m_kept || registration.secretKept;
        if (!m_kept)
            throw Lost{u"the app secret is not kept"_s};
        if (!keyring.start())
            throw Lost{u"the keyring does not come up"_s};
    }

    void tellToken()
    {
        Awaited<Secret> token;
        m_workplace.accounts().token(m_account, &token.context, token.callback());
        const Result<Secret> secret = token.wait();
        if (!secret)
            throw Lost{u"the token cannot be read"_s};
        tell("SECRET", secret->view().toByteArray());
    }

    const QByteArray m_appSecret = randomHex();
    Workplace m_workplace;
    std::unique_ptr<MainWindow> m_window;
    Person m_person;
    QString m_account;
    bool m_kept = false; ///< the app secret, in the keychain
};

int beSomebody(int argc, char **argv)
{
    prepareApplication();
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    Translation translation;
    translation.use(u"en"_s);
    try {
        Somebody().run();
    } catch (const Lost &lost) {
        tell("LOST", lost.why.toUtf8());
        return 1;
    }
    return 0;
}

} // namespace

/// Secrets are planted in a program with a window that goes through a sign-in, and looked for wherever somebody else
/// could find them.
class TestCanary : public QObject
{
    Q_OBJECT

private:
    /// Reads what the program tells until it pauses there; what it told before is searched only then, since a secret
    /// may be told of after it was used.
    void readUntil(const QByteArray &pause)
    {
        while (true) {
            QVERIFY2(m_program.canReadLine() || m_program.waitForReadyRead(60'000), m_log.constData());
            while (m_program.canReadLine()) {
                const QByteArrayList words = m_program.readLine().trimmed().split(' ');
                const QByteArray content = QByteArray::fromBase64(words.value(1));
                if (words.first() == "SECRET")
                    m_canaries.plant(content);
                else if (words.first() == "TOLD")
                    m_told.append(content);
                else if (words.first() == pause)
                    return;
                else
                    QFAIL(("the program told " + words.first() + ' ' + content).constData());
            }
        }
    }

    QByteArray ofProcess(const QString &name) const
    {
        QFile file(u"/proc/%1/%2"_s.arg(m_program.processId()).arg(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QString listed(const QStringList &found) { return found.join("; "_L1); }

    void nothingIsFound()
    {
        m_log += m_program.readAllStandardError();
        QCOMPARE(listed(m_canaries.below(QDir::homePath())), QString());
        QCOMPARE(listed(m_canaries.below(QDir::tempPath())), QString());
        QCOMPARE(listed(m_canaries.in(m_log)), QString());
        QCOMPARE(listed(m_canaries.in(m_told.join('\n'))), QString());
        QVERIFY(!ofProcess(u"cmdline"_s).isEmpty());
        QVERIFY(ofProcess(u"environ"_s).contains("QT_LOGGING_RULES"));
        QCOMPARE(listed(m_canaries.in(ofProcess(u"cmdline"_s))), QString());
        QCOMPARE(listed(m_canaries.in(ofProcess(u"environ"_s))), QString());
    }

    QProcess m_program;
    Canaries m_canaries;
    QByteArrayList m_told;
    QByteArray m_log;

private slots:
    void cleanup()
    {
        m_program.kill();
        m_program.waitForFinished();
    }

    void theSearchFindsEveryDisguise()
    {
        const QByteArray secret = "PRACTICEc3VzcGVjdC10aGF0Zm91bmQ-_x9Qd2";
        Canaries canaries;
        canaries.plant(secret);
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u".a/b"_s));
        for (const auto &[name, bytes] : Canaries::disguises(secret)) {
            QFile file(folder.filePath(u".a/b/.hidden"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("before \0 and" + bytes + "after");
            file.close();
            QVERIFY2(!canaries.below(folder.path()).isEmpty(), qPrintable(name));
        }
        for (const qsizetype before : {30, 31, 32})
            QVERIFY(!canaries.in((QByteArray(before, 'x') + secret + "yz").toBase64()).isEmpty());
        QVERIFY(!canaries.in("cut off: " + secret.chopped(5)).isEmpty());
        QVERIFY(canaries.in("nothing of it").isEmpty());
    }

    void aScreenReaderIsHeard()
    {
        QWidget window;
        window.setAccessibleName(u"heard name"_s);
        window.setToolTip(u"heard tip"_s);
        window.show();
        QVERIFY(everythingTold().contains("heard name"_L1));
        QVERIFY(everythingTold().contains("heard tip"_L1));
    }

    void secretsAreFoundNowhere()
    {
#ifndef Q_OS_LINUX
        QSKIP("needs a home, a temporary folder and a keyring of its own");
#endif
        if (!Keyring::isPossible())
            QSKIP("needs a home, a temporary folder and a keyring of its own");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
        m_program.setProcessEnvironment(environment);
        m_program.start(QCoreApplication::applicationFilePath(), {u"--somebody"_s});
        QVERIFY(m_program.waitForStarted());

        readUntil("READY");
        m_log += m_program.readAllStandardError();
        if (QTest::currentTestFailed())
            return;
        // App secret, two codes of the first sign-in, the token before and after its renewal, the pasted one, code
        // and token of the last.
        QVERIFY2(m_canaries.count() >= 8, qPrintable(QString::number(m_canaries.count())));
        QVERIFY2(m_log.contains("debug"), "the log was to tell everything");
        QVERIFY(m_told.size() >= 10 && m_told.join().contains("Copy token"));
        nothingIsFound();

        m_program.write("\n");
        readUntil("CLOSED");
        nothingIsFound();
        m_program.write("\n");
        QVERIFY(m_program.waitForFinished());
        QCOMPARE(m_program.exitCode(), 0);
        m_log += m_program.readAllStandardError();
        QCOMPARE(listed(m_canaries.in(m_log)), QString());
        for (const QString &program : {u"" TOKENDESK_PROGRAM ""_s, u"" TOKENDESK_CLI ""_s})
            QCOMPARE(listed(m_canaries.inFile(program)), QString());
    }

    /// Nothing that looks like a credential of the real Instagram is built into the programs.
    void noCredentialIsBuiltIn()
    {
        for (const QString &program : {u"" TOKENDESK_PROGRAM ""_s, u"" TOKENDESK_CLI ""_s}) {
            QFile file(program);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromLatin1(file.readAll());
            static const QRegularExpression token(u"(?:IGAA|IGQV|EAA)[A-Za-z0-9]{24,}"_s);
            const QRegularExpressionMatch match = token.match(text);
            QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
        }
    }
};

int main(int argc, char **argv)
{
    if (argc > 1 && QByteArrayView(argv[1]) == "--somebody")
        return beSomebody(argc, argv);
    QApplication application(argc, argv);
    TestCanary test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_canary.moc"
