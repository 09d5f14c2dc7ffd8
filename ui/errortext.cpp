// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext.h"

#include "networktext.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// The sentences, in one translation context. `m_provider` is who refused.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
public:
    Words(const Error &error, const QString &provider, Family family)
        : m_error(error)
        , m_provider(error.broker.isEmpty() ? provider : error.broker)
        , m_family(family)
    {
    }

    ErrorText text() const;
    QString details() const;

private:
    ErrorText misconfigured() const;
    ErrorText brokerRefused() const;
    ErrorText timedOut() const;
    ErrorText rejected() const;
    ErrorText storage() const;
    ErrorText denied() const;
    ErrorText rateLimited() const;
    ErrorText notATester() const;

    QString you() const { return tr("You can do this."); }
    QString owner() const { return tr("The owner of the app can do this."); }
    QString them() const { return tr("Only %1 can mend this; waiting helps.").arg(m_provider); }

    const Error &m_error;
    const QString m_provider; ///< or the broker's host, where that is who answered
    const Family m_family; ///< Meta's dashboard has a place of its own for each of its products
};

ErrorText Words::text() const
{
    switch (m_error.kind) {
    case ErrorKind::Cancelled:
        return {tr("You stopped it."), tr("Start again whenever you like."), you(), {}};
    case ErrorKind::Denied:
        return denied();
    case ErrorKind::TimedOut:
        return timedOut();
    case ErrorKind::Offline:
        return {tr("%1 could not be reached.").arg(m_provider),
                tr("Check your internet connection, VPN and proxy, then try again."),
                you(),
                {}};
    case ErrorKind::Insecure:
        return {tr("The connection to %1 is not secure.").arg(m_provider),
                tr("Nothing was sent. Check this computer's date, and whether a virus scanner or a company proxy "
                   "opens secure connections; ask who looks after your network."),
                tr("You, or who looks after your network, can do this."),
                {}};
    case ErrorKind::ServerTrouble:
        return {tr("%1 has trouble at the moment.").arg(m_provider),
                tr("Nothing is wrong here. Try again in a few minutes."),
                them(),
                {}};
    case ErrorKind::RateLimited:
        return rateLimited();
    case ErrorKind::Rejected:
        return rejected();
    case ErrorKind::Misconfigured:
        return misconfigured();
    case ErrorKind::Malformed:
        return {tr("%1 gave an answer that cannot be understood.").arg(m_provider),
                tr("Try again. If it stays so, a proxy or a sign-in page of your network may stand in between."),
                you(),
                {}};
    case ErrorKind::InvalidInput:
        return {tr("Something that was entered or read cannot be used."),
                tr("Check it and try again. The details say what it was."),
                you(),
                {}};
    case ErrorKind::PortTaken:
        return {
            tr("Another program uses the addresses to which the browser would bring the answer."),
            tr("Close other windows of TokenDesk and other programs that listen on these ports, then try again. The "
               "details name the ports."),
            you(),
            {}};
    case ErrorKind::KeychainUnavailable:
        return {tr("Your computer's keychain does not answer or would not keep a secret."),
                tr("Start or unlock the keychain (on Linux: GNOME Keyring, KWallet or KeePassXC), then try again."),
                you(),
                {}};
    case ErrorKind::KeychainLocked:
        return {tr("Your keychain is locked."),
                tr("Unlock it with its password, which often is the one you log in with, then try again."),
                you(),
                {}};
    case ErrorKind::Storage:
        return storage();
    case ErrorKind::SchedulerUnavailable:
        return {tr("Your system's scheduler does not answer or refused."),
                tr("Set the schedule up by hand, as the README shows, or log out, log in and try again."),
                you(),
                {}};
    }
    Q_UNREACHABLE();
}

ErrorText Words::timedOut() const
{
    if (!m_error.broker.isEmpty())
        return {tr("%1 gave no answer in time.").arg(m_provider),
                tr("Try again. If it stays so, tell who runs that broker for your organisation."),
                you(),
                {}};
    return {tr("No answer came in time."),
            tr("Try again. If %1 shows an error in the browser, read what it says there: it sends no answer then.")
                .arg(m_provider),
            you(),
            {}};
}

/// The secret and what the provider knows of the app are in its hands.
ErrorText Words::brokerRefused() const
{
    return {tr("%1, which keeps the app secret, refused the app.").arg(m_provider),
            tr("Tell who runs that broker for your organisation; the details hold what it answered."),
            tr("Only they can do this."),
            {}};
}

ErrorText Words::storage() const
{
    if (m_error.hint == ErrorHint::NewerVersion)
        return {tr("Your accounts were last used with a newer version of TokenDesk."),
                tr("Start that version. This one has changed nothing."),
                you(),
                {}};
    if (m_error.hint == ErrorHint::Damaged)
        return {tr("The file with your accounts is damaged."),
                tr("Start TokenDesk again: it sets the file aside and finds your accounts in the keychain."),
                you(),
                {}};
    if (m_error.hint == ErrorHint::DiskFull)
        return {tr("The disk is full."), tr("Make room, then try again. Nothing was lost."), you(), {}};
    return {tr("A file of TokenDesk could not be read or written."),
            tr("Check that the disk is not full and that you may write to your own folder, then try again."),
            you(),
            {}};
}

ErrorText Words::denied() const
{
    if (m_error.hint == ErrorHint::Role)
        return notATester();
    return {tr("Access was not given on the consent page."),
            tr("Try again and choose “Allow” on the page of %1.").arg(m_provider),
            tr("The account's owner can do this."),
            {}};
}

ErrorText Words::notATester() const
{
    if (m_family == Family::Facebook)
        return {tr("%1 lets only the app's own testers sign in, and this account is none yet.").arg(m_provider),
                tr("In the app's dashboard under App roles add this person. Or have Meta review the app."),
                owner(),
                {}};
    return {
        tr("%1 lets only the app's own testers sign in, and this account is none yet.").arg(m_provider),
        tr("In the app's dashboard under App roles add the account as “Instagram Tester”, then accept the invitation "
           "at Instagram: Settings, Apps and websites, Tester invites. Or have Meta review the app."),
        tr("The owner of the app invites, the account's owner accepts."),
        {}};
}

ErrorText Words::rateLimited() const
{
    const QString wait = m_error.retryAfter > 0
        ? tr("Try again in %n minute(s).", nullptr, (m_error.retryAfter + 59) / 60)
        : tr("Try again in an hour.");
    return {tr("%1 was asked too often and wants a pause.").arg(m_provider), wait, them(), {}};
}

ErrorText Words::misconfigured() const
{
    if (!m_error.broker.isEmpty())
        return brokerRefused();
    const QString happened = tr("%1 refused the app.").arg(m_provider);
    const bool facebook = m_family == Family::Facebook;
    switch (m_error.hint) {
    case ErrorHint::AppId:
        return {tr("%1 does not know this app id.").arg(m_provider),
                facebook ? tr("Copy the app id from the dashboard, under App settings, Basic.")
                         : tr("Copy the Instagram app id from the dashboard, under “API setup with Instagram login”. "
                              "The Meta app id under Settings, Basic is another one."),
                owner(),
                {}};
    case ErrorHint::AppSecret:
        return {tr("The app secret does not fit the app."),
                facebook
                    ? tr("Copy the app secret again; it stands beside the app id under App settings, Basic.")
                    : tr("Copy the Instagram app secret again; it stands beside the Instagram app id. The Meta app "
                         "secret is another one."),
                owner(),
                {}};
    case ErrorHint::RedirectAddress:
        return {tr("The redirect address is not registered at the app exactly like this."),
                facebook ? tr("In the dashboard under Facebook Login, Settings, enter each address as “Your app” shows "
                              "it: https, port and last slash included. Changes take some minutes.")
                         : tr("In the dashboard under Business login settings, enter each address as “Your app” shows "
                              "it: https, port and last slash included. Changes take some minutes."),
                owner(),
                {}};
    case ErrorHint::Scopes:
        return {tr("The app may not ask for one of these permissions."),
                tr("Tick fewer, or add the permission to the app in the dashboard."),
                owner(),
                {}};
    case ErrorHint::Role:
        return notATester();
    case ErrorHint::ClientToken:
        return {tr("%1 does not take this client token, or the app may not sign in on other devices.").arg(m_provider),
                tr("Copy the client token from the dashboard, under App settings, Advanced, Security, and switch on "
                   "“Login from Devices” under Facebook Login, Settings."),
                owner(),
                {}};
    case ErrorHint::OtherIssuer:
        return {
            tr("Another server answered than the one of %1.").arg(m_provider),
            tr("Nothing was sent to it. Try again; if it stays so, compare “issuer” in the provider's file with what "
               "the server calls itself."),
            you(),
            {}};
    case ErrorHint::None:
    case ErrorHint::CodeUsed:
    case ErrorHint::Expired:
    case ErrorHint::PasswordChanged:
    case ErrorHint::AppRemoved:
    case ErrorHint::Checkpoint:
    case ErrorHint::WrongHost:
    case ErrorHint::Permission:
    case ErrorHint::Damaged:
    case ErrorHint::NewerVersion:
    case ErrorHint::DiskFull:
    case ErrorHint::AccessEnded:
    case ErrorHint::PageMissing:
    case ErrorHint::Proxy:
    case ErrorHint::ProxySignIn:
    case ErrorHint::ProxyPassword:
    case ErrorHint::Authority:
    case ErrorHint::Portal:
    case ErrorHint::OtherUser:
    case ErrorHint::ForeignHost:
    case ErrorHint::OtherProvider:
    case ErrorHint::RetiredWay:
        break;
    }
    return {happened, tr("Compare app id, app secret and redirect addresses with the app's dashboard."), owner(), {}};
}

ErrorText Words::rejected() const
{
    const QString again = tr("Sign in again.");
    switch (m_error.hint) {
    case ErrorHint::CodeUsed:
        return {tr("%1 says that this sign-in was used before or is too old.").arg(m_provider),
                tr("Try again; the browser gets a fresh one."),
                you(),
                {}};
    case ErrorHint::Expired:
        return {tr("The token has run out."), again, you(), {}};
    case ErrorHint::PasswordChanged:
        return {tr("The password was changed, so %1 ended the token.").arg(m_provider), again, you(), {}};
    case ErrorHint::AppRemoved:
        return {
            tr("The account's owner took the app's access away."), again, tr("The account's owner can do this."), {}};
    case ErrorHint::Checkpoint:
        return {tr("%1 wants the account's owner to pass a security check.").arg(m_provider),
                tr("Sign in at %1 itself, do what it asks, then try again.").arg(m_provider),
                tr("The account's owner can do this."),
                {}};
    case ErrorHint::WrongHost:
        return {tr("%1 cannot read this token.").arg(m_provider),
                tr("It belongs to another service, or a part of it is missing. Sign in again."),
                you(),
                {}};
    case ErrorHint::Permission:
        return {tr("The token lacks a permission for this."),
                tr("Sign in again and tick the permission; its owner has to allow it on the consent page."),
                you(),
                {}};
    case ErrorHint::Role:
        return notATester();
    case ErrorHint::None:
    case ErrorHint::AppId:
    case ErrorHint::AppSecret:
    case ErrorHint::RedirectAddress:
    case ErrorHint::Scopes:
    case ErrorHint::Damaged:
    case ErrorHint::NewerVersion:
    case ErrorHint::DiskFull:
    case ErrorHint::AccessEnded:
    case ErrorHint::PageMissing:
    case ErrorHint::OtherIssuer:
    case ErrorHint::Proxy:
    case ErrorHint::ProxySignIn:
    case ErrorHint::ProxyPassword:
    case ErrorHint::Authority:
    case ErrorHint::Portal:
    case ErrorHint::OtherUser:
    case ErrorHint::ClientToken:
    case ErrorHint::ForeignHost:
    case ErrorHint::OtherProvider:
    case ErrorHint::RetiredWay:
        break;
    }
    return {tr("%1 refused it.").arg(m_provider), tr("Sign in again. The details hold the reason it gave."), you(), {}};
}

/// For developers and Meta's support, so it is not translated.
QString Words::details() const
{
    QStringList lines{u"Kind: %1"_s.arg(nameOf(m_error.kind))};
    const auto add = [&](const char *key, const QString &value) {
        if (!value.isEmpty())
            lines.append(QLatin1StringView(key) + ": "_L1 + value);
    };
    const auto addNumber = [&](const char *key, int value) { add(key, value ? QString::number(value) : QString()); };
    add("Step", m_error.what);
    add("Broker", m_error.broker);
    addNumber("Line", m_error.line);
    addNumber("HTTP status", m_error.httpStatus);
    addNumber("Code", m_error.code);
    addNumber("Subcode", m_error.subcode);
    add("Type", m_error.type);
    add("Trace id", m_error.traceId);
    add("Answer", m_error.message);
    return lines.join(u'\n');
}

} // namespace

ErrorText describeOtherUser(const Error &error, const QString &expected, const QString &provider)
{
    ErrorText text = describe(error, provider);
    text.happened = Words::tr("The browser is signed in as %1, and this is about %2.").arg(error.message, expected);
    text.todo
        = Words::tr("Sign in at %1 in the browser as %2, then try again. To connect %3 as well, connect it as another "
                    "account.")
              .arg(provider, expected, error.message);
    return text;
}

ErrorText describePageMissing(const Error &error, const QString &expected, const QString &provider)
{
    ErrorText text = describe(error, provider);
    text.happened = Words::tr("%1 signed in at %2, but %3 was not among what they allowed.")
                        .arg(error.message, provider, expected);
    text.todo
        = Words::tr("Try again and tick %1 on the consent page. Where it does not stand there, an administrator of "
                    "the Page has to give you a role on it.")
              .arg(expected);
    return text;
}

ErrorText describe(const Error &error, const Provider &provider)
{
    const Words words(error, provider.name, provider.family);
    const QString &answered = error.broker.isEmpty() ? provider.name : error.broker;
    ErrorText text = describeWay(error, answered).value_or(words.text());
    text.details = words.details();
    return text;
}

ErrorText describe(const Error &error, const QString &provider)
{
    Provider named;
    named.name = provider;
    named.family = Family::Instagram;
    return describe(error, named);
}

} // namespace tokendesk
