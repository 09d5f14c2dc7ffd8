// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser.h"

#include <QDesktopServices>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace tokendesk;

/// What is handed to the system to be opened: pages in a browser, and never anything that could run.
class TestBrowser : public QObject
{
    Q_OBJECT
public slots:
    void take(const QUrl &address) { m_taken.append(address); }

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init() { m_taken.clear(); }
    void onlyPagesAreOpened_data();
    void onlyPagesAreOpened();

private:
    static QStringList schemes();

    QList<QUrl> m_taken;
};

QStringList TestBrowser::schemes()
{
    return {u"https"_s, u"http"_s,   u"file"_s,    u"javascript"_s, u"data"_s,       u"smb"_s,
            u"ftp"_s,   u"mailto"_s, u"ms-msdt"_s, u"tokendesk"_s,  u"view-source"_s};
}

void TestBrowser::initTestCase()
{
    for (const QString &scheme : schemes())
        QDesktopServices::setUrlHandler(scheme, this, "take");
}

void TestBrowser::cleanupTestCase()
{
    for (const QString &scheme : schemes())
        QDesktopServices::unsetUrlHandler(scheme);
}

void TestBrowser::onlyPagesAreOpened_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("opened");
    const auto row
        = [](const char *name, const QByteArray &address, bool opened) { QTest::newRow(name) << address << opened; };
    row("a consent page", "https://www.instagram.com/oauth/authorize?client_id=1&state=a%2Bb%26c", true);
    row("Practice", "http://127.0.0.1:4711/oauth/authorize?state=x", true);
    row("Practice by IPv6", "http://[::1]:4711/", true);
    row("Practice by name", "http://localhost:4711/", true);
    row("a shell's characters stay in the address", "https://example.org/?a=$(reboot);%60id%60|x&b='", true);
    row("not encrypted", "http://www.instagram.com/", false);
    row("almost this computer", "http://127.0.0.1.example/", false);
    row("almost localhost", "http://localhost.example/", false);
    row("a user before the host", "https://www.instagram.com@evil.example/", false);
    row("a password before the host", "https://a:b@evil.example/", false);
    row("a file", "file:///etc/passwd", false);
    row("a file on a host", "file://server/share/run.exe", false);
    row("a share", "smb://server/share", false);
    row("a script", "javascript:alert(1)", false);
    row("a page in itself", "data:text/html,<script>alert(1)</script>", false);
    row("a program of the system", "ms-msdt:/id PCWDiagnostic", false);
    row("our own", "tokendesk:anything", false);
    row("behind another scheme", "view-source:https://example.org/", false);
    row("mail", "mailto:a@example.org", false);
    row("an option", "--help", false);
    row("a relative one", "/etc/passwd", false);
    row("a path of Windows", "C:\\Windows\\System32\\calc.exe", false);
    row("no host", "https:///x", false);
    row("broken", "https://[::1", false);
    row("nothing", "", false);
}

// A25
void TestBrowser::onlyPagesAreOpened()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, opened);
    const QUrl url = QUrl::fromEncoded(address);
    QCOMPARE(openInBrowser(url), opened);
    QCOMPARE(m_taken, opened ? QList<QUrl>{url} : QList<QUrl>());
}

QTEST_MAIN(TestBrowser)
#include "tst_browser.moc"
