// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules: what mends what was found, and who can do it.
#include "doctor/doctortext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DoctorSteps)
};

void add(QList<DoctorStep> &steps, const DoctorStep &step)
{
    if (!step.todo.isEmpty() && !steps.contains(step))
        steps.append(step);
}

DoctorStep stepFor(const Error &error, const Provider &provider)
{
    const KnownError *known = errorCatalogue().of(error);
    if (!known)
        return {};
    const int minutes = (error.retryAfter + 59) / 60;
    const bool waits = known->kind == ErrorKind::RateLimited && minutes > 0;
    return {waits ? Text::tr("Try again in %n minute(s).", nullptr, minutes) : known->mendAt(provider),
            known->whoAt(provider), known->linkAt(provider)};
}

DoctorStep stepFor(const PastedToken &token)
{
    const QString signIn = Text::tr("Connect the account by signing in.");
    switch (token.finding) {
    case PasteFinding::Truncated:
        return {Text::tr("Copy the token again, from its first character to its last.")};
    case PasteFinding::Retired:
    case PasteFinding::Code:
        return {signIn};
    case PasteFinding::AppSecret:
        return {Text::tr("Enter it on the page “Your app” when you connect an account, and give it to nobody. Where "
                         "others have seen it, reset it in the app's dashboard."),
                Mender::AppOwner};
    case PasteFinding::AppId:
        return {Text::tr("Paste the token or the error; the number alone says nothing.")};
    case PasteFinding::Several:
    case PasteFinding::TooLong:
        return {Text::tr("Paste one token or one error alone.")};
    case PasteFinding::Empty:
    case PasteFinding::Token:
    case PasteFinding::NoToken:
        break;
    }
    return {};
}

DoctorStep keychainStep(const Finding &finding)
{
    return finding.error && finding.error->kind == ErrorKind::KeychainLocked
        ? DoctorStep{Text::tr("Unlock your keychain with its password, which often is the one you log in with.")}
        : DoctorStep{Text::tr(
              "Start or unlock the keychain (on Linux: GNOME Keyring, KWallet or KeePassXC), then try again.")};
}

DoctorStep proxyStep(const Finding &finding)
{
    const bool signsIn = finding.error
        && (finding.error->hint == ErrorHint::ProxySignIn || finding.error->hint == ErrorHint::ProxyPassword);
    return {signsIn
                ? Text::tr("Enter the user and the password for the proxy in Preferences, Network.")
                : Text::tr("Look at Preferences, Network: either the proxy is not there, or it lets nobody through."),
            Mender::Network};
}

DoctorStep reachStep(const Finding &finding, const Examination &examination)
{
    const Finding *way = examination.finding(Check::Proxy);
    const Finding *tls = examination.finding(Check::Tls);
    const bool isToldAlready = (way && way->health == Health::Bad) || (tls && tls->health == Health::Bad);
    if (isToldAlready || !finding.error)
        return {};
    if (finding.error->hint == ErrorHint::Portal)
        return {Text::tr("Open any page in your browser and sign in to the network there, then try again."),
                Mender::Network};
    if (finding.error->kind == ErrorKind::ServerTrouble)
        return {Text::tr("Wait some minutes; nothing is wrong here."), Mender::Provider};
    return {Text::tr("Check your internet connection, VPN and proxy, then try again."), Mender::Network};
}

DoctorStep tokenStep(const Finding &finding, const Examination &examination)
{
    if (!finding.error || finding.error->kind == ErrorKind::KeychainLocked)
        return {};
    const bool isLocal = !errorCatalogue().of(*finding.error);
    return isLocal ? DoctorStep{Text::tr("Sign in again.")} : stepFor(*finding.error, examination.provider());
}

DoctorStep stepFor(const Finding &finding, const Examination &examination)
{
    switch (finding.check) {
    case Check::Keychain:
        return keychainStep(finding);
    case Check::Proxy:
        return proxyStep(finding);
    case Check::Dns:
        return {Text::tr("Check your internet connection and VPN; where other pages open, have who looks after the "
                         "network look why this name is not found."),
                Mender::Network};
    case Check::Tls:
        return {Text::tr("Check this computer's date, and whether a virus scanner or a company proxy opens secure "
                         "connections; its authority can be chosen in Preferences, Network."),
                Mender::Network};
    case Check::Reachable:
        return reachStep(finding, examination);
    case Check::ClockSkew:
        return {Text::tr("Have the system set its clock by the network.")};
    case Check::Token:
        return tokenStep(finding, examination);
    case Check::Permissions:
        return {Text::tr("Sign in again and leave these permissions ticked: %1").arg(finding.detail),
                Mender::AccountOwner};
    case Check::RedirectPort:
        return {Text::tr("Close other windows of TokenDesk and other programs that listen on these ports.")};
    case Check::Certificate:
        return {Text::tr("Check that you may read and write TokenDesk's own folder.")};
    case Check::Versions:
        break;
    }
    return {};
}

} // namespace

QList<DoctorStep> stepsOf(const Examination &examination)
{
    QList<DoctorStep> steps;
    if (const auto &error = examination.symptom().error)
        add(steps, stepFor(*error, examination.provider()));
    add(steps, stepFor(examination.symptom().token));
    for (const Finding &finding : examination.findings()) {
        if (finding.health == Health::Bad)
            add(steps, stepFor(finding, examination));
    }
    if (examination.isAccessOver())
        add(steps,
            stepFor({.kind = ErrorKind::Rejected, .what = {}, .hint = ErrorHint::AccessEnded}, examination.provider()));
    const bool isOver
        = examination.facts().usable == Usable::No && examination.symptom().token.finding == PasteFinding::Empty;
    if (isOver && !examination.finding(Check::Token) && !examination.isAccessOver())
        add(steps, {Text::tr("Sign in again.")});
    return steps;
}

} // namespace tokendesk
