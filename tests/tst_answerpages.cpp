// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/answerpages.h"
#include "support/rawclient.h"

#include <QCryptographicHash>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace tokendesk;

class AnswerPagesTest : public QObject
{
    Q_OBJECT
private slots:
    void pageIsHarmless();
    void languageDecidesTheDirection();
};

void AnswerPagesTest::pageIsHarmless()
{
    for (const AnswerPage page : {AnswerPage::Connected, AnswerPage::Cancelled, AnswerPage::Failed,
                                  AnswerPage::Continues, AnswerPage::NotForUs}) {
        const QByteArray response = pageResponse(200, page);
        const qsizetype end = response.indexOf("\r\n\r\n");
        const QByteArray head = response.first(end + 2);
        const QByteArray html = response.sliced(end + 4);
        QVERIFY(head.startsWith("HTTP/1.1 200 OK\r\n"));
        for (const QByteArray header :
             {"Cache-Control: no-store", "Referrer-Policy: no-referrer", "X-Content-Type-Options: nosniff",
              "X-Frame-Options: DENY", "Connection: close", "Content-Type: text/html; charset=utf-8"})
            QVERIFY2(head.contains("\r\n" + header + "\r\n"), header.constData());
        QVERIFY(head.contains("Content-Length: " + QByteArray::number(html.size()) + "\r\n"));
        const QByteArray hash
            = QCryptographicHash::hash(elementOf("style", html), QCryptographicHash::Sha256).toBase64();
        QVERIFY(head.contains("Content-Security-Policy: default-src 'none'; style-src 'sha256-" + hash + "';"));

        QCOMPARE(html.count("<style>"), 1);
        QVERIFY(html.contains("prefers-color-scheme: dark"));
        QVERIFY(html.contains("<html lang=\"en\" dir=\"ltr\">"));
        QVERIFY(!html.contains("{{"));
        for (const QByteArray outside : {"<script", "<link", "<img", "<form", "<iframe", "http://", "https://", "url(",
                                         "@import", "style=\"", "href", " on"})
            QVERIFY2(!elementOf("body", html).contains(outside) && !elementOf("style", html).contains("url("),
                     outside.constData());
    }
    const QByteArray refused = pageResponse(405, AnswerPage::NotForUs);
    QVERIFY(refused.contains("\r\nAllow: GET\r\n"));
    const QByteArray redirect = redirectResponse("/instagram/connected");
    QVERIFY(redirect.startsWith("HTTP/1.1 303 See Other\r\nLocation: /instagram/connected\r\n"));
    QVERIFY(redirect.contains("\r\nCache-Control: no-store\r\n"));
    QVERIFY(redirect.contains("\r\nReferrer-Policy: no-referrer\r\n"));
}

void AnswerPagesTest::languageDecidesTheDirection()
{
    class Arabic : public QTranslator
    {
    public:
        bool isEmpty() const override { return false; }
        QString translate(const char *context, const char *source, const char *, int) const override
        {
            if (qstrcmp(context, "AnswerPages") != 0)
                return {};
            return qstrcmp(source, "en") == 0 ? u"ar"_s : u"<b>\u0645\u0631\u062D\u0628\u0627</b>"_s;
        }
    };
    Arabic arabic;
    QCoreApplication::installTranslator(&arabic);
    const QByteArray response = pageResponse(200, AnswerPage::Connected);
    QCoreApplication::removeTranslator(&arabic);
    QVERIFY(response.contains("<html lang=\"ar\" dir=\"rtl\">"));
    QCOMPARE(elementOf("h1", response), u"&lt;b&gt;\u0645\u0631\u062D\u0628\u0627&lt;/b&gt;"_s.toUtf8());
}

QTEST_GUILESS_MAIN(AnswerPagesTest)
#include "tst_answerpages.moc"
