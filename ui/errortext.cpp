// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext.h"

#include "graph/errorcatalogue.h"
#include "networktext.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// The sentences, in one translation context: what happens on this computer and on the way. What providers say is in
/// graph/errorcatalogue. `m_provider` is who refused.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
public:
    Words(const Error &error, const Provider &provider)
        : m_error(error)
        , m_described(provider)
    {
        if (!error.broker.isEmpty())
            m_described.name = error.broker; // that is who answered
    }

    ErrorText text() const;
    QString details() const;
    const QString &answered() const { return m_provider; } ///< who did

private:
    ErrorText ofProvider() const;
    ErrorText brokerRefused() const;
    ErrorText secretElsewhere() const;
    ErrorText timedOut() const;
    ErrorText storage() const;

    QString you() const { return sentenceOf(Mender::You, m_provider); }

    const Error &m_error;
    Provider m_described;
    const QString &m_provider = m_described.name;
};

ErrorText Words::text() const
{
    switch (m_error.kind) {
    case ErrorKind::Cancelled:
        return {tr("You stopped it."), tr("Start again whenever you like."), you(), {}};
    case ErrorKind::Denied:
    case ErrorKind::ServerTrouble:
    case ErrorKind::RateLimited:
    case ErrorKind::Rejected:
    case ErrorKind::Misconfigured:
    case ErrorKind::Malformed:
        return ofProvider();
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

/// Whoever was asked, or would have been, wants to see what is not here.
ErrorText Words::secretElsewhere() const
{
    if (m_error.broker.isEmpty())
        return {tr("%1 wants the app secret for this, and it is not kept here.").arg(m_provider),
                tr("Keep the secret of the app in “Your apps”, then try again."),
                you(),
                {}};
    return {tr("This takes the app secret, and %1 keeps that.").arg(m_provider),
            tr("Ask who runs that broker for your organisation to do it."),
            tr("Only they can do this."),
            {}};
}

/// A provider that says how long to wait knows better than the catalogue.
ErrorText Words::ofProvider() const
{
    if (m_error.hint == ErrorHint::SecretElsewhere)
        return secretElsewhere();
    if (m_error.kind == ErrorKind::Misconfigured && !m_error.broker.isEmpty())
        return brokerRefused();
    const KnownError *known = errorCatalogue().of(m_error);
    if (!known) // the catalogue itself could not be read
        return {tr("%1 refused it.").arg(m_provider), {}, you(), {}};
    const bool waits = known->kind == ErrorKind::RateLimited && m_error.retryAfter > 0;
    return {.happened = known->causeAt(m_described),
            .todo = waits ? tr("Try again in %n minute(s).", nullptr, (m_error.retryAfter + 59) / 60)
                          : known->mendAt(m_described),
            .who = sentenceOf(known->whoAt(m_described), m_provider),
            .details = {},
            .link = known->linkAt(m_described)};
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
    const Words words(error, provider);
    ErrorText text = describeWay(error, words.answered()).value_or(words.text());
    text.details = words.details();
    if (!error.traceId.isEmpty())
        text.support
            = Words::tr("To ask the support of %1 about it, give them this: %2").arg(provider.name, error.traceId);
    return text;
}

QString sentenceOf(Mender who, const QString &provider)
{
    switch (who) {
    case Mender::You:
        return Words::tr("You can do this.");
    case Mender::Developer:
        return Words::tr("You, or your developer, can do this.");
    case Mender::AppOwner:
        return Words::tr("The owner of the app can do this.");
    case Mender::AccountOwner:
        return Words::tr("The account's owner can do this.");
    case Mender::BothOwners:
        return Words::tr("The owner of the app invites, the account's owner accepts.");
    case Mender::PageAdmin:
        return Words::tr("An administrator of the Page can do this.");
    case Mender::Network:
        return Words::tr("You, or who looks after your network, can do this.");
    case Mender::Provider:
        return Words::tr("Only %1 can mend this; waiting helps.").arg(provider);
    }
    Q_UNREACHABLE();
}

QString told(const ErrorText &text)
{
    //: What happened. What to do.
    const QString both = Words::tr("%1 %2").arg(text.happened, text.todo);
    //: What happened and what to do. What to give the support.
    return text.support.isEmpty() ? both : Words::tr("%1 %2").arg(both, text.support);
}

ErrorText describe(const Error &error, const QString &provider)
{
    Provider named;
    named.name = provider;
    named.family = Family::Instagram;
    return describe(error, named);
}

} // namespace tokendesk
