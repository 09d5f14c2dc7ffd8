// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/pastetext.h"

#include "retiredtext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class PasteText
{
    Q_DECLARE_TR_FUNCTIONS(tokendesk::PasteText)
};

/// Why a row of a list cannot be kept, short enough for a table.
QString reasonOf(const PastedToken &read)
{
    switch (read.finding) {
    case PasteFinding::Truncated:
        return PasteText::tr("a part of it is missing");
    case PasteFinding::Retired:
        return read.retired && read.retired->ended.isValid()
            ? PasteText::tr("ended on %1; sign in instead")
                  .arg(QLocale().toString(read.retired->ended, QLocale::ShortFormat))
            : PasteText::tr("gives no token for Instagram");
    case PasteFinding::TooLong:
        return PasteText::tr("too long to be a token");
    case PasteFinding::Empty:
        return PasteText::tr("nothing stands in this row");
    case PasteFinding::Token:
    case PasteFinding::Several:
    case PasteFinding::AppSecret:
    case PasteFinding::AppId:
    case PasteFinding::Code:
    case PasteFinding::NoToken:
        break;
    }
    return PasteText::tr("is no token");
}

bool isKept(TokenOrigin origin)
{
    return origin == TokenOrigin::Instagram || origin == TokenOrigin::Facebook || origin == TokenOrigin::Practice
        || origin == TokenOrigin::PracticeFacebook || origin == TokenOrigin::App;
}

QString sentenceOf(TokenOrigin origin)
{
    switch (origin) {
    case TokenOrigin::Instagram:
        return PasteText::tr("This is an Instagram token. TokenDesk asks Instagram whose it is and keeps it in your "
                             "computer's keychain.");
    case TokenOrigin::Practice:
        return PasteText::tr("This is a token of Practice, the Instagram stand-in on this computer.");
    case TokenOrigin::Facebook:
        return PasteText::tr("This is a Facebook token, of a person, a Page or a system user. TokenDesk asks Facebook "
                             "which, and keeps it in your computer's keychain.");
    case TokenOrigin::PracticeFacebook:
        return PasteText::tr("This is a token of Practice as Facebook, the stand-in on this computer.");
    case TokenOrigin::App:
        return PasteText::tr("This is the token of an app itself. It speaks for no account, and whoever has it can act "
                             "as the app. TokenDesk asks Facebook whether it works, and keeps it in your computer's "
                             "keychain.");
    case TokenOrigin::BasicDisplay:
    case TokenOrigin::LegacyInstagram:
    case TokenOrigin::Unknown:
        break;
    }
    return {};
}

QString stateOf(AdoptionRound::State state)
{
    switch (state) {
    case AdoptionRound::State::Waiting:
        return PasteText::tr("not checked yet");
    case AdoptionRound::State::Running:
        return PasteText::tr("is being checked…");
    case AdoptionRound::State::Kept:
        return PasteText::tr("✓ kept");
    case AdoptionRound::State::Replaced:
        return PasteText::tr("✓ kept in the place of an earlier token");
    case AdoptionRound::State::Refused:
    case AdoptionRound::State::Unusable:
        break;
    }
    return {};
}

} // namespace

bool canGoOn(const PastedToken &read)
{
    return read.finding == PasteFinding::Several || (read.finding == PasteFinding::Token && isKept(read.origin));
}

QString describe(const PastedToken &read)
{
    switch (read.finding) {
    case PasteFinding::Empty:
        return {};
    case PasteFinding::Token:
        return sentenceOf(read.origin);
    case PasteFinding::Truncated:
        return PasteText::tr("A part of this token is missing. Copy it again, from its first character to its last.");
    case PasteFinding::Several:
        return PasteText::tr("There are %n tokens in it. TokenDesk can check them all.", nullptr, read.tokens);
    case PasteFinding::Retired:
        return read.retired ? retiredSentence(*read.retired) : QString();
    case PasteFinding::AppSecret:
        return PasteText::tr("This looks like an app secret and is no token. Enter it on the page “Your app” when you "
                             "connect an account, and give it to nobody.");
    case PasteFinding::AppId:
        return PasteText::tr("This is only a number, such as an app id or an account's number, and no token.");
    case PasteFinding::Code:
        return PasteText::tr("This is a code from the consent page and no token. It works once, and only for the "
                             "sign-in that asked for it. Connect the account by signing in.");
    case PasteFinding::TooLong:
        return PasteText::tr("This is too long to be a token. Copy the token alone, or open a file with one token in "
                             "each line.");
    case PasteFinding::NoToken:
        return PasteText::tr("There is no token in this text. One of Instagram begins with “IGAA”.");
    }
    Q_UNREACHABLE();
}

QString kindOf(const PastedToken &read)
{
    switch (read.origin) {
    case TokenOrigin::Instagram:
        return PasteText::tr("Instagram token");
    case TokenOrigin::BasicDisplay:
        return PasteText::tr("Basic Display token");
    case TokenOrigin::LegacyInstagram:
        return PasteText::tr("token of the first Instagram API");
    case TokenOrigin::Facebook:
        return PasteText::tr("Facebook token");
    case TokenOrigin::App:
        return PasteText::tr("an app's own token");
    case TokenOrigin::Practice:
    case TokenOrigin::PracticeFacebook:
        return PasteText::tr("Practice token");
    case TokenOrigin::Unknown:
        break;
    }
    if (read.finding == PasteFinding::AppSecret)
        return PasteText::tr("app secret");
    if (read.finding == PasteFinding::Code)
        return PasteText::tr("code");
    return read.finding == PasteFinding::AppId ? PasteText::tr("number") : PasteText::tr("no token");
}

QString describe(const AdoptionRound::Row &row, const Catalog &catalog)
{
    const Provider *provider = providerOf(row.source.read.origin, catalog);
    const QString warning = PasteText::tr("◆ %1", "a diamond marks a warning");
    if (row.state == AdoptionRound::State::Refused && row.error)
        return warning.arg(describePasted(*row.error, provider ? provider->name : QString()).happened);
    if (row.state != AdoptionRound::State::Unusable)
        return stateOf(row.state);
    if (row.source.sameAs > 0)
        return PasteText::tr("the same token as in line %1").arg(row.source.sameAs);
    return warning.arg(reasonOf(row.source.read));
}

ErrorText describePasted(const Error &error, const QString &provider)
{
    ErrorText text = describe(error, provider);
    const bool fromElsewhere = error.kind == ErrorKind::Rejected
        && (error.hint == ErrorHint::None || error.hint == ErrorHint::Expired || error.hint == ErrorHint::AppRemoved
            || error.hint == ErrorHint::PasswordChanged);
    if (fromElsewhere)
        text.todo = PasteText::tr("Get a new one where this one came from, or connect the account by signing in.");
    if (error.hint == ErrorHint::WrongHost)
        text.todo = PasteText::tr("It belongs to another service, or a part of it is missing. Copy it again, from its "
                                  "first character to its last.");
    if (error.hint == ErrorHint::Permission)
        text.todo = PasteText::tr("Get one with the permission “instagram_business_basic”: without it nobody can learn "
                                  "whose token it is.");
    return text;
}

} // namespace tokendesk
