// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicedocument.h"

#include "practice/practicepages.h"

#include <QCryptographicHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

// Colours keep 4.5 : 1 on their ground in both themes.
constexpr char style[] = R"(
:root{color-scheme:light dark;--page:#f1f1f4;--card:#fff;--text:#1a1a21;--muted:#5d5d6b;--line:#dcdce3;--accent:#4b57d8;
--accent-text:#fff;--mark:#7a4b00;--mark-tint:#fdf1d8}
@media(prefers-color-scheme:dark){:root{--page:#17171c;--card:#212128;--text:#ececf1;--muted:#a5a5b3;--line:#3a3a45;
--accent:#929cff;--accent-text:#14141a;--mark:#ffd58a;--mark-tint:#3b2f17}}
*{box-sizing:border-box}
body{margin:0;padding:28px 16px;background:var(--page);color:var(--text);font:15px/1.45 system-ui,sans-serif}
main{max-width:480px;margin:0 auto;padding:28px;background:var(--card);border:1px solid var(--line);border-radius:8px}
.mark{margin:0 0 20px;padding:8px 12px;background:var(--mark-tint);color:var(--mark);border-radius:6px;font-weight:600}
h1{margin:0 0 8px;font-size:20px;line-height:1.3;font-weight:600}
p{margin:0 0 16px}.muted,small{color:var(--muted)}small{display:block;font-size:13px;overflow-wrap:anywhere}
fieldset{margin:0 0 20px;padding:0;border:1px solid var(--line);border-radius:8px;min-width:0}
legend{margin-inline-start:12px;padding:0 4px;font-weight:600}
label{display:flex;gap:12px;align-items:center;padding:10px 16px;border-top:1px solid var(--line);cursor:pointer}
legend+label{border-top:0}
input{flex:none;width:18px;height:18px;margin:0;accent-color:var(--accent)}
input.code{width:100%;height:44px;padding:0 12px;border:1px solid var(--line);border-radius:6px;background:var(--card);
color:var(--text);font:22px ui-monospace,monospace;letter-spacing:.15em;text-transform:uppercase}
img{width:36px;height:36px;border-radius:50%}
code{font:12px ui-monospace,monospace}
.foot{margin-top:16px}
.buttons{display:flex;flex-wrap:wrap;gap:12px}
button{min-height:36px;padding:0 20px;border:1px solid var(--line);border-radius:6px;background:var(--card);
color:var(--text);font:inherit;font-weight:600;cursor:pointer}
.primary{background:var(--accent);border-color:var(--accent);color:var(--accent-text)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
)";

QString policy()
{
    const QByteArray hash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    return "default-src 'none'; img-src 'self'; style-src 'sha256-%1'; base-uri 'none'; frame-ancestors 'none'"_L1.arg(
        QLatin1StringView(hash));
}

QString markOf(PracticeDocument stand)
{
    switch (stand) {
    case PracticeDocument::Instagram:
        return PracticePages::tr("Practice – this is not Instagram");
    case PracticeDocument::Facebook:
        return PracticePages::tr("Practice – this is not Facebook");
    }
    Q_UNREACHABLE();
}

} // namespace

PracticeReply practicePageReply(int status, const QString &html)
{
    return {.status = status,
            .headers = {{"Content-Type", "text/html; charset=utf-8"},
                        {"Cache-Control", "no-store"},
                        {"Content-Security-Policy", policy().toLatin1()},
                        {"Referrer-Policy", "no-referrer"},
                        {"X-Content-Type-Options", "nosniff"},
                        {"X-Frame-Options", "DENY"}},
            .body = html.toUtf8()};
}

QString practiceDocument(PracticeDocument stand, const QString &title, const QString &content)
{
    const QString language = PracticePages::tr("en", "the code of the language this is translated to, such as de");
    const bool rightToLeft = QLocale(language).textDirection() == Qt::RightToLeft;
    return "<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\"><head><meta charset=\"utf-8\"><title>%3</title>\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>%4</style></head>\n"
           "<body><main>\n<p class=\"mark\">%5</p>\n%6</main></body></html>\n"_L1.arg(
               language.toHtmlEscaped(), rightToLeft ? "rtl"_L1 : "ltr"_L1, title.toHtmlEscaped(),
               QLatin1StringView(style), markOf(stand).toHtmlEscaped(), content);
}

QString practiceParagraph(const QString &text)
{
    return "<p>%1</p>\n"_L1.arg(text.toHtmlEscaped());
}

QString practiceHeading(const QString &text)
{
    return "<h1>%1</h1>\n"_L1.arg(text.toHtmlEscaped());
}

} // namespace tokendesk
