// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/doctortext.h"

#include "base/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DoctorText)
};

/// A time to come or past, both ways.
QString endOf(const QDateTime &end, const QDateTime &now)
{
    if (end <= now)
        return Text::tr("ended %1").arg(dateAndTime(end));
    //: How long from now, then the date and the time
    return Text::tr("%1, %2").arg(relativeTime(end, now), dateAndTime(end));
}

QString whatTokenIs(const Examination &examination)
{
    const PastedToken &token = examination.symptom().token;
    switch (token.finding) {
    case PasteFinding::Empty:
    case PasteFinding::NoToken:
        return {};
    case PasteFinding::Token:
        if (token.origin == TokenOrigin::App)
            return Text::tr("The token of an app itself. It speaks for no account; guard it like the app secret.");
        return Text::tr("A token of %1.").arg(examination.provider().name);
    case PasteFinding::Truncated:
        return Text::tr("A token of which a part is missing.");
    case PasteFinding::Several:
        return Text::tr("Several tokens. Paste one of them alone.");
    case PasteFinding::Retired:
        return token.retired && token.retired->ended.isValid()
            ? Text::tr("Something of %1, which ended on %2.")
                  .arg(token.retired->name, QLocale().toString(token.retired->ended, QLocale::LongFormat))
            : Text::tr("Something that never was a way to Instagram.");
    case PasteFinding::AppSecret:
        return Text::tr("This looks like an app secret, which is no token.");
    case PasteFinding::AppId:
        return Text::tr("Only a number, such as an app id or an account's number.");
    case PasteFinding::Code:
        return Text::tr("A code from the consent page. It works once, for an hour, and only for the sign-in that asked "
                        "for it.");
    case PasteFinding::TooLong:
        return Text::tr("A text that is too long to be a token or an error.");
    }
    Q_UNREACHABLE();
}

QString usableOf(Usable usable)
{
    switch (usable) {
    case Usable::Yes:
        return Text::tr("yes");
    case Usable::No:
        return Text::tr("no");
    case Usable::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

/// "code 190, subcode 463", as developers look for it.
QString codesOf(const Error &error)
{
    QStringList parts;
    if (error.code != 0)
        parts.append(Text::tr("code %1").arg(error.code));
    if (error.subcode != 0)
        parts.append(Text::tr("subcode %1").arg(error.subcode));
    if (!error.type.isEmpty())
        parts.append(error.type);
    return parts.join(u", "_s);
}

QString skewOf(qint64 seconds)
{
    const int minutes = int((std::abs(seconds) + 30) / 60);
    return seconds > 0 ? Text::tr("This computer's clock is %n minute(s) slow.", nullptr, minutes)
                       : Text::tr("This computer's clock is %n minute(s) fast.", nullptr, minutes);
}

QString badSentence(const Finding &finding, const Provider &provider)
{
    const bool isLocked = finding.error && finding.error->kind == ErrorKind::KeychainLocked;
    switch (finding.check) {
    case Check::Keychain:
        return isLocked ? Text::tr("It is locked.") : Text::tr("It does not answer, or would not keep a secret.");
    case Check::Proxy:
        return Text::tr("The proxy %1 does not let TokenDesk through.").arg(finding.detail);
    case Check::Dns:
        return Text::tr("The name %1 is not found.").arg(finding.detail);
    case Check::Tls:
        return Text::tr("The connection to %1 is not secure, so nothing was sent.").arg(provider.name);
    case Check::Reachable:
        if (finding.error && finding.error->hint == ErrorHint::Portal)
            return Text::tr("Something else answered in the place of %1, such as a network's sign-in page.")
                .arg(provider.name);
        return finding.error && finding.error->kind == ErrorKind::ServerTrouble
            ? Text::tr("%1 has trouble at the moment.").arg(provider.name)
            : Text::tr("%1 could not be reached.").arg(provider.name);
    case Check::ClockSkew:
        return skewOf(finding.seconds);
    case Check::Token: {
        const KnownError *known = finding.error ? errorCatalogue().of(*finding.error) : nullptr;
        return isLocked ? Text::tr("It could not be read: the keychain is locked.")
            : known     ? known->causeAt(provider)
                        : Text::tr("There is none any more.");
    }
    case Check::Permissions:
        return Text::tr("Missing: %1").arg(finding.detail);
    case Check::RedirectPort:
        return Text::tr("Other programs use the ports %1.").arg(finding.detail);
    case Check::Certificate:
        return Text::tr("The sign-in page's certificate cannot be read.");
    case Check::Versions:
        break;
    }
    return finding.detail;
}

QString goodSentence(const Finding &finding, const Provider &provider)
{
    switch (finding.check) {
    case Check::Keychain:
        return Text::tr("It keeps a secret and gives it back.");
    case Check::Proxy:
        return finding.detail.isEmpty() ? Text::tr("The way is direct, without a proxy.")
                                        : Text::tr("The way leads through the proxy %1.").arg(finding.detail);
    case Check::Dns:
        return Text::tr("The name %1 is found.").arg(finding.detail);
    case Check::Tls:
        return Text::tr("The connection is secure.");
    case Check::Reachable:
        return Text::tr("%1 answers.").arg(provider.name);
    case Check::ClockSkew:
        return Text::tr("This computer's clock is right.");
    case Check::Token:
        return Text::tr("%1 takes it.").arg(provider.name);
    case Check::Permissions:
        return Text::tr("All that is needed is there.");
    case Check::RedirectPort:
        return Text::tr("Port %1 is free for the browser's answer.").arg(finding.detail);
    case Check::Certificate:
        return Text::tr("Browsers trust the sign-in page.");
    case Check::Versions:
        break;
    }
    return finding.detail;
}

} // namespace

QString nameOf(Mender who, const Provider &provider)
{
    switch (who) {
    case Mender::You:
        return Text::tr("You");
    case Mender::Developer:
        return Text::tr("You or your developer");
    case Mender::AppOwner:
        return Text::tr("The owner of the app");
    case Mender::AccountOwner:
        return Text::tr("The account's owner");
    case Mender::BothOwners:
        return Text::tr("The owner of the app, then the account's owner");
    case Mender::PageAdmin:
        return Text::tr("An administrator of the Page");
    case Mender::Network:
        return Text::tr("You, or who looks after your network");
    case Mender::Provider:
        return provider.name;
    }
    Q_UNREACHABLE();
}

QString titleOf(Check check)
{
    switch (check) {
    case Check::Keychain:
        return Text::tr("Keychain");
    case Check::Proxy:
        return Text::tr("Proxy");
    case Check::Dns:
        return Text::tr("Name lookup");
    case Check::Tls:
        return Text::tr("Secure connection");
    case Check::Reachable:
        return Text::tr("Provider");
    case Check::ClockSkew:
        return Text::tr("Clock");
    case Check::Token:
        return Text::tr("Token");
    case Check::Permissions:
        return Text::tr("Permissions");
    case Check::RedirectPort:
        return Text::tr("Port for the answer");
    case Check::Certificate:
        return Text::tr("Sign-in page");
    case Check::Versions:
        return Text::tr("Versions");
    }
    Q_UNREACHABLE();
}

QString sentenceOf(const Finding &finding, const Provider &provider)
{
    switch (finding.health) {
    case Health::Good:
        return goodSentence(finding, provider);
    case Health::Note:
        return Text::tr("Browsers do not trust it yet and warn once.");
    case Health::Bad:
        return badSentence(finding, provider);
    case Health::Unknown:
        return Text::tr("This could not be told.");
    case Health::NotNeeded:
        return Text::tr("Not needed here.");
    }
    Q_UNREACHABLE();
}

QString signOf(Health health)
{
    switch (health) {
    case Health::Good:
        return u"✓"_s;
    case Health::Note:
        return u"◆"_s;
    case Health::Bad:
        return u"■"_s;
    case Health::Unknown:
        return u"?"_s;
    case Health::NotNeeded:
        return u"–"_s;
    }
    Q_UNREACHABLE();
}

QString whatItIs(const Examination &examination)
{
    QStringList sentences;
    if (const auto &error = examination.symptom().error) {
        const KnownError *known = errorCatalogue().of(*error);
        sentences.append(known ? known->causeAt(examination.provider()) : QString());
        if (known && known->temporary)
            sentences.append(Text::tr("It passes by itself."));
    } else if (examination.symptom().isUnknown) {
        sentences.append(Text::tr("Nobody here knows this one. Show it to your developer."));
    }
    if (const QString token = whatTokenIs(examination); !token.isEmpty())
        sentences.append(token);
    if (sentences.isEmpty() && examination.account())
        sentences.append(
            Text::tr("The token of %1 at %2.").arg(examination.account()->displayName(), examination.provider().name));
    const Finding *checked = examination.finding(Check::Token);
    if (checked && checked->health == Health::Bad)
        sentences.append(sentenceOf(*checked, examination.provider()));
    const KnownError *over
        = errorCatalogue().of({.kind = ErrorKind::Rejected, .what = {}, .hint = ErrorHint::AccessEnded});
    if (examination.isAccessOver() && over)
        sentences.append(over->causeAt(examination.provider()));
    return sentences.join(u' ');
}

QList<DoctorFact> factsOf(const Examination &examination)
{
    const TokenFacts &facts = examination.facts();
    const QDateTime now = examination.clock().now();
    QList<DoctorFact> lines;
    const auto add = [&lines](const QString &title, const QString &value) {
        if (!value.isEmpty())
            lines.append({title, value});
    };
    if (examination.hasToken()) {
        add(Text::tr("Whose"), facts.whose);
        add(Text::tr("App"), facts.app);
        add(Text::tr("Belongs to"), facts.host);
        add(Text::tr("Issued"), facts.issued.isValid() ? dateAndTime(facts.issued) : QString());
        add(Text::tr("Expires"),
            facts.neverExpires            ? Text::tr("no expiry date")
                : facts.expires.isValid() ? endOf(facts.expires, now)
                                          : QString());
        add(Text::tr("Data access"), facts.dataAccessEnds.isValid() ? endOf(facts.dataAccessEnds, now) : QString());
        add(Text::tr("Permissions"), facts.permissions.join(u", "_s));
        add(Text::tr("Usable now"), usableOf(facts.usable));
    }
    if (const auto &error = examination.symptom().error) {
        add(Text::tr("Error"), codesOf(*error));
        add(Text::tr("Its words"), error->message);
        add(Text::tr("For the support of %1").arg(examination.provider().name), error->traceId);
    }
    return lines;
}

} // namespace tokendesk
