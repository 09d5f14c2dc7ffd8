// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicepages.h"

#include "practice/practiceaccounts.h"
#include "practice/practicedocument.h"
#include "practice/practicetokens.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString accountRow(const PracticeAccount &account)
{
    const bool first = account.userId == practiceAccounts().constFirst().userId;
    return "<label><input type=\"radio\" name=\"account\" value=\"%1\"%2><img src=\"/practice/picture/%1.png\" "
           "alt=\"\"><span>@%3<small>%4</small></span></label>\n"_L1.arg(
               QString::number(account.userId), first ? " checked"_L1 : ""_L1, account.username, account.name);
}

QString scopeRow(const QString &scope, const QString &title, const QString &note)
{
    // The first one is what every other needs: it goes with the form although its box cannot be changed.
    const bool fixed = scope == practiceScopes().constFirst();
    const auto attributes = fixed ? " checked disabled"_L1 : " checked"_L1;
    const QString always = fixed ? "<input type=\"hidden\" name=\"grant.%1\" value=\"on\">"_L1.arg(scope) : QString();
    return "<label>%5<input type=\"checkbox\" name=\"grant.%1\"%2><span>%3<small><code>%1</code>%4</small></span>"
           "</label>\n"_L1.arg(scope, attributes, title, note, always);
}

QString titleOf(const QString &scope)
{
    const QStringList titles{
        PracticePages::tr("See the profile and its media"),
        PracticePages::tr("Publish posts, reels and stories"),
        PracticePages::tr("Read and answer comments"),
        PracticePages::tr("Read and answer messages"),
        PracticePages::tr("Read insights"),
    };
    return titles.value(practiceScopes().indexOf(scope)).toHtmlEscaped();
}

QString accountField()
{
    QString rows;
    for (const PracticeAccount &account : practiceAccounts())
        rows += accountRow(account);
    return "<fieldset><legend>%1</legend>\n%2</fieldset>\n"_L1.arg(
        PracticePages::tr("Who are you today?").toHtmlEscaped(), rows);
}

QString scopeField(const QStringList &scopes)
{
    QString rows;
    for (const QString &scope : scopes) {
        const bool fixed = scope == practiceScopes().constFirst();
        rows += scopeRow(scope, titleOf(scope),
                         fixed ? u" · "_s + PracticePages::tr("always on").toHtmlEscaped() : QString());
    }
    return "<fieldset><legend>%1</legend>\n%2</fieldset>\n"_L1.arg(
        PracticePages::tr("What may the app do?").toHtmlEscaped(), rows);
}

} // namespace

PracticeReply PracticePages::consent(const QString &appId, const QStringList &scopes, const QString &ticket)
{
    const QString buttons = "<input type=\"hidden\" name=\"ticket\" value=\"%1\">\n<div class=\"buttons\">"
                            "<button class=\"primary\" name=\"decision\" value=\"allow\">%2</button>"
                            "<button name=\"decision\" value=\"cancel\">%3</button></div>\n"_L1.arg(
                                ticket.toHtmlEscaped(), tr("Allow").toHtmlEscaped(), tr("Cancel").toHtmlEscaped());
    const QString content = practiceHeading(tr("An app asks to use your account"))
        + practiceParagraph(tr(
            "Untick what you do not want to grant, then allow or cancel, as you would at Instagram."))
        + "<form method=\"post\" action=\"/oauth/authorize\">\n"_L1 + accountField() + scopeField(scopes) + buttons
        + "</form>\n<small class=\"foot\">%1</small>\n"_L1.arg(
            tr("App %1. This page comes from a program on your computer; nothing leaves it.")
                .arg(appId)
                .toHtmlEscaped());
    return practicePageReply(200,
                             practiceDocument(PracticeDocument::Instagram, tr("Practice – allow an app?"), content));
}

PracticeReply PracticePages::refusal(int status, const QString &message)
{
    const QString content = practiceHeading(tr("This request was refused"))
        + "<p lang=\"en\"><code>%1</code></p>\n"_L1.arg(message.toHtmlEscaped())
        + practiceParagraph(tr(
            "Instagram says the same on a page like this one and sends nothing back to the app. You can close "
            "this page."));
    return practicePageReply(status, practiceDocument(PracticeDocument::Instagram, tr("Practice – refused"), content));
}

PracticeReply PracticePages::outdated()
{
    const QString content = practiceHeading(tr("This page is out of date"))
        + practiceParagraph(tr("Close it and start again from the program that opened it."));
    return practicePageReply(400, practiceDocument(PracticeDocument::Instagram, tr("Practice – out of date"), content));
}

} // namespace tokendesk
