// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicefacebookpages.h"

#include "practice/practicedocument.h"
#include "practice/practicefacebookworld.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString field(const QString &legend, const QString &rows)
{
    return "<fieldset><legend>%1</legend>\n%2</fieldset>\n"_L1.arg(legend.toHtmlEscaped(), rows);
}

QString people()
{
    QString rows;
    for (const PracticePerson &person : practicePeople()) {
        const bool first = rows.isEmpty();
        rows += "<label><input type=\"radio\" name=\"account\" value=\"%1\"%2><img "
                "src=\"/facebook/picture/%1.png\" alt=\"\"><span>%3</span></label>\n"_L1.arg(
                    QString::number(person.id), first ? " checked"_L1 : ""_L1, person.name);
    }
    return field(PracticeFacebookPages::tr("Who are you today?"), rows);
}

QString pages()
{
    QString rows;
    for (const PracticePage &page : practicePages()) {
        const PracticePerson *person = practicePerson(page.person);
        rows += "<label><input type=\"checkbox\" name=\"page.%1\" checked><img src=\"/facebook/picture/%1.png\" "
                "alt=\"\"><span>%2<small>%3</small></span></label>\n"_L1.arg(
                    QString::number(page.id), page.name.toHtmlEscaped(),
                    PracticeFacebookPages::tr("a Page of %1").arg(person->name).toHtmlEscaped());
    }
    return field(PracticeFacebookPages::tr("Which Pages may the app use?"), rows);
}

QString permissions(const QStringList &scopes)
{
    QString rows;
    for (const QString &scope : scopes) {
        rows += "<label><input type=\"checkbox\" name=\"grant.%1\" checked><span><code>%1</code></span></label>\n"_L1
                    .arg(scope.toHtmlEscaped());
    }
    return rows.isEmpty() ? QString() : field(PracticeFacebookPages::tr("What may the app do?"), rows);
}

} // namespace

PracticeReply PracticeFacebookPages::consent(const QString &path, const QString &appId, const QStringList &scopes,
                                             const QString &ticket)
{
    const QString buttons = "<input type=\"hidden\" name=\"ticket\" value=\"%1\">\n<div class=\"buttons\">"
                            "<button class=\"primary\" name=\"decision\" value=\"allow\">%2</button>"
                            "<button name=\"decision\" value=\"cancel\">%3</button></div>\n"_L1.arg(
                                ticket.toHtmlEscaped(), tr("Allow").toHtmlEscaped(), tr("Cancel").toHtmlEscaped());
    const QString content = practiceHeading(tr("An app asks to use your Facebook account"))
        + practiceParagraph(tr("Untick what you do not want to grant, then allow or cancel, as you would at Facebook."))
        + "<form method=\"post\" action=\"%1\">\n"_L1.arg(path.toHtmlEscaped()) + people() + pages()
        + permissions(scopes) + buttons
        + "</form>\n<small class=\"foot\">%1</small>\n"_L1.arg(
            tr("App %1. This page comes from a program on your computer; nothing leaves it.")
                .arg(appId)
                .toHtmlEscaped());
    return practicePageReply(200,
                             practiceDocument(PracticeDocument::Facebook, tr("Practice – allow an app?"), content));
}

PracticeReply PracticeFacebookPages::code(const QString &filledIn, const QString &wrong)
{
    const QString complaint = wrong.isEmpty()
        ? QString()
        : "<p class=\"mark\" role=\"alert\">%1</p>\n"_L1.arg(
              tr("The code %1 is not known or has run out. Compare it with what the program shows.")
                  .arg(wrong)
                  .toHtmlEscaped());
    const QString content = practiceHeading(tr("Enter the code from your device")) + complaint
        + practiceParagraph(tr("It is shown by the program that wants to sign in."))
        + "<form method=\"post\" action=\"/facebook/device\">\n<p><input class=\"code\" type=\"text\" "
          "name=\"user_code\" value=\"%1\" aria-label=\"%2\" autocomplete=\"off\" autofocus required></p>\n"
          "<div class=\"buttons\"><button class=\"primary\">%3</button></div>\n</form>\n"_L1.arg(
              filledIn.toHtmlEscaped(), tr("Code").toHtmlEscaped(), tr("Continue").toHtmlEscaped());
    return practicePageReply(200, practiceDocument(PracticeDocument::Facebook, tr("Practice – enter a code"), content));
}

PracticeReply PracticeFacebookPages::deviceConnected()
{
    const QString content = practiceHeading(tr("Your device is signed in"))
        + practiceParagraph(tr("Go back to the program that showed the code. You can close this page."));
    return practicePageReply(200, practiceDocument(PracticeDocument::Facebook, tr("Practice – signed in"), content));
}

PracticeReply PracticeFacebookPages::deviceRefused()
{
    const QString content = practiceHeading(tr("The device gets no access"))
        + practiceParagraph(tr("Nothing was allowed. You can close this page."));
    return practicePageReply(200, practiceDocument(PracticeDocument::Facebook, tr("Practice – not allowed"), content));
}

PracticeReply PracticeFacebookPages::refusal(const QString &message)
{
    const QString content = practiceHeading(tr("This request was refused"))
        + "<p lang=\"en\"><code>%1</code></p>\n"_L1.arg(message.toHtmlEscaped())
        + practiceParagraph(tr(
            "Facebook says the same on a page like this one and sends nothing back to the app. You can close this "
            "page."));
    return practicePageReply(400, practiceDocument(PracticeDocument::Facebook, tr("Practice – refused"), content));
}

PracticeReply PracticeFacebookPages::outdated()
{
    const QString content = practiceHeading(tr("This page is out of date"))
        + practiceParagraph(tr("Close it and start again from the program that opened it."));
    return practicePageReply(400, practiceDocument(PracticeDocument::Facebook, tr("Practice – out of date"), content));
}

} // namespace tokendesk
