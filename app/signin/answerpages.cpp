// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/answerpages.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QLocale>
#include <QString>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

// The sentences of the pages; here and not in ui/ because the command line answers the browser too.
class AnswerPages
{
    Q_DECLARE_TR_FUNCTIONS(AnswerPages)
public:
    struct Words
    {
        QString heading;
        QString text;
        QString tone; ///< a class of the page: colour and shape
        QString mark;
    };

    static Words of(AnswerPage page)
    {
        switch (page) {
        case AnswerPage::Connected:
            return {tr("The account is connected"), tr("You can close this tab and go back to TokenDesk."), u"good"_s,
                    u"\u2713"_s};
        case AnswerPage::Cancelled:
            return {tr("The sign-in was cancelled"),
                    tr("Nothing was connected. You can close this tab and start again in TokenDesk."), u"calm"_s,
                    u"\u2013"_s};
        case AnswerPage::Failed:
            return {tr("The sign-in did not work"),
                    tr("Nothing was connected. TokenDesk says what happened and what helps; you can close this tab."),
                    u"trouble"_s, u"!"_s};
        case AnswerPage::Continues:
            return {tr("TokenDesk has the answer"),
                    tr("How the sign-in ends is shown in TokenDesk. You can close this tab."), u"calm"_s, u"\u2026"_s};
        case AnswerPage::NotForUs:
            return {tr("This is not what TokenDesk waits for"),
                    tr("It may belong to an earlier sign-in, or come from another page. Nothing was changed; you can "
                       "close this tab."),
                    u"trouble"_s, u"?"_s};
        }
        Q_UNREACHABLE();
    }

    static QString language()
    {
        //: The code of the language this is translated into, such as "de". It decides the direction of the page.
        return tr("en");
    }
};

QString pageTemplate()
{
    QFile file(u":/pages/answer.html"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? QString::fromUtf8(file.readAll()) : QString();
}

QByteArray html(AnswerPage page)
{
    const AnswerPages::Words words = AnswerPages::of(page);
    const QString language = AnswerPages::language();
    const bool rightToLeft = QLocale(language).textDirection() == Qt::RightToLeft;
    QString text = pageTemplate();
    text.replace("{{language}}"_L1, language.toHtmlEscaped());
    text.replace("{{direction}}"_L1, rightToLeft ? "rtl"_L1 : "ltr"_L1);
    text.replace("{{title}}"_L1, words.heading.toHtmlEscaped());
    text.replace("{{tone}}"_L1, words.tone);
    text.replace("{{mark}}"_L1, words.mark);
    text.replace("{{heading}}"_L1, words.heading.toHtmlEscaped());
    text.replace("{{text}}"_L1, words.text.toHtmlEscaped());
    return text.toUtf8();
}

// The one style sheet a page may use is the one it has.
QByteArray contentSecurityPolicy(const QByteArray &page)
{
    static constexpr QByteArrayView opening("<style>");
    const qsizetype begin = page.indexOf(opening) + opening.size();
    const qsizetype end = page.indexOf("</style>", begin);
    const QByteArray hash
        = QCryptographicHash::hash(QByteArrayView(page).sliced(begin, end - begin), QCryptographicHash::Sha256);
    return "default-src 'none'; style-src 'sha256-" + hash.toBase64()
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 303:
        return "See Other";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 410:
        return "Gone";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 421:
        return "Misdirected Request";
    case 431:
        return "Request Header Fields Too Large";
    default:
        return "Answer";
    }
}

QByteArray response(int status, const QByteArray &headers, const QByteArray &body)
{
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) + "\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size())
        + "\r\n"
          "Connection: close\r\n"
          "Cache-Control: no-store\r\n"
          "Referrer-Policy: no-referrer\r\n"
          "X-Content-Type-Options: nosniff\r\n"
          "X-Frame-Options: DENY\r\n"
          "Cross-Origin-Resource-Policy: same-origin\r\n"
          "\r\n"
        + body;
}

} // namespace

QByteArray pageResponse(int status, AnswerPage page)
{
    const QByteArray body = html(page);
    QByteArray headers
        = "Content-Type: text/html; charset=utf-8\r\nContent-Security-Policy: " + contentSecurityPolicy(body) + "\r\n";
    if (status == 405)
        headers += "Allow: GET\r\n";
    return response(status, headers, body);
}

QByteArray redirectResponse(const QByteArray &location)
{
    return response(303, "Location: " + location + "\r\nContent-Security-Policy: default-src 'none'\r\n", {});
}

QByteArray pageName(AnswerPage page)
{
    switch (page) {
    case AnswerPage::Connected:
        return "connected";
    case AnswerPage::Cancelled:
        return "cancelled";
    case AnswerPage::Failed:
        return "failed";
    case AnswerPage::Continues:
        return "continues";
    case AnswerPage::NotForUs:
        return "not-for-us";
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
