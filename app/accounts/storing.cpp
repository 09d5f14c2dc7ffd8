// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/storing.h"

#include "base/faultpoint.h"
#include "base/logging.h"

#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr auto patience = 2min;
constexpr auto pairs = "tokendesk/token/pair-"_L1;

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

QString newTokenKey(TokenKind kind)
{
    return (kind == TokenKind::Refreshable ? pairs : "tokendesk/token/"_L1) + newId();
}

QString refreshKeyOf(const QString &tokenKey)
{
    return tokenKey.startsWith(pairs) ? "tokendesk/refresh/"_L1 + tokenKey.sliced(pairs.size()) : QString();
}

QString clientTokenKeyOf(const QString &registrationId)
{
    return "tokendesk/client-token/"_L1 + registrationId;
}

QString secretKeyOf(const QString &registrationId)
{
    return "tokendesk/secret/"_L1 + registrationId;
}

void Accounts::refreshToken(const Account &account, QObject *context, Callback<Secret> done)
{
    const QString key = refreshKeyOf(account.tokenKey);
    if (m_states[account.id].inMemory.isEmpty() && !key.isEmpty())
        return m_keychain.read(key, context, std::move(done));
    const auto answer = [this, id = account.id, done = std::move(done)] {
        const Secret &held = m_states[id].refreshInMemory;
        done(held.isEmpty() ? Result<Secret>(failure(ErrorKind::InvalidInput, u"There is no refresh token"_s))
                            : held.clone());
    };
    QMetaObject::invokeMethod(context, answer, Qt::QueuedConnection);
}

Accounts::Storing::Storing(Job job, Accounts &accounts)
    : QObject(&accounts)
    , m_accounts(accounts)
    , m_job(std::move(job))
    , m_key(m_job.intendedKey.isEmpty() ? newTokenKey(m_job.account.tokenKind) : m_job.intendedKey)
    , m_deadline(accounts.m_clock)
{
    connect(&m_deadline, &Deadline::passed, this, &Storing::overdue);
    m_accounts.m_beingWritten.append(m_key);
}

Accounts::Storing::~Storing()
{
    if (!m_hasAnswered)
        m_accounts.m_beingWritten.removeOne(m_key);
}

void Accounts::Storing::run(QObject *context, Callback<Account> done)
{
    m_waiters.add(context, std::move(done));
    if (m_job.account.custody != Custody::MemoryOnly || m_job.occasion == Event::Kind::Saved) {
        m_deadline.start(patience);
        if (m_job.refreshToken.isEmpty())
            return writeToken({});
        return m_accounts.m_keychain.write(refreshKeyOf(m_key), m_job.refreshToken, this,
                                           then(this, &Storing::writeToken));
    }
    const Result<void> notAsked = failure(ErrorKind::KeychainUnavailable, u"The keychain was not asked"_s);
    QMetaObject::invokeMethod(this, [this, notAsked] { written(notAsked); }, Qt::QueuedConnection);
}

void Accounts::Storing::writeToken(Result<void> before)
{
    if (!before)
        return written(before);
    m_accounts.m_keychain.write(m_key, m_job.token, this, then(this, &Storing::written));
}

void Accounts::Storing::abandon()
{
    m_abandoned = !m_late;
}

void Accounts::Storing::overdue()
{
    if (m_abandoned || isOvertaken())
        return;
    m_late = true;
    keepInMemory({.kind = ErrorKind::KeychainUnavailable, .what = u"The keychain did not answer in time"_s});
}

void Accounts::Storing::written(Result<void> result)
{
    deleteLater();
    m_deadline.stop();
    m_hasAnswered = true;
    m_accounts.m_beingWritten.removeOne(m_key);
    if (m_abandoned || isOvertaken())
        m_accounts.discardItem(m_key); // a keychain that refuses may have it nevertheless
    if (m_abandoned)
        return;
    if (isOvertaken())
        return tellPresent();
    if (result)
        return commit();
    if (m_late)
        return rememberItem(result.error());
    keepInMemory(result.error());
}

/// The keychain has the token, and shows it.
void Accounts::Storing::commit()
{
    Account account = merged();
    const QString oldKey = std::exchange(account.tokenKey, m_key);
    account.custody = Custody::Keychain;
    const Event::Kind kind = occasion();
    if (const Result<void> stored = m_accounts.commit(account, kind, m_job.origin); !stored) {
        m_isDiscarded = !isIntended();
        if (m_isDiscarded)
            m_accounts.discardItem(m_key);
        return notStored(stored.error());
    }
    faultPoint(FaultPoint::Committed);
    storePicture(account.id);
    endOldWishes(account.id);
    m_accounts.put(account, {});
    m_accounts.discardItem(oldKey);
    m_waiters.tell(account);
}

void Accounts::Storing::keepInMemory(const Error &why)
{
    if (m_job.occasion == Event::Kind::Saved) {
        rememberItem(why);
        return m_waiters.tell(std::unexpected(why));
    }
    Account account = merged();
    account.custody = Custody::MemoryOnly;
    const Event::Kind kind = occasion();
    if (const Result<void> stored = m_accounts.store(account); !stored)
        return notStored(stored.error());
    storePicture(account.id);
    endOldWishes(account.id);
    Event event = m_accounts.eventOf(kind, account);
    event.detail = m_job.origin;
    hold(account, why);
    m_accounts.record(event);
    m_accounts.record(m_accounts.eventOf(Event::Kind::NotSaved, account.id, false, nameOf(why.kind)));
    m_waiters.tell(account);
}

/// The database refused. An account that is there anyhow goes on with its newest token from memory.
void Accounts::Storing::notStored(const Error &error)
{
    if (m_job.occasion == Event::Kind::Saved) {
        rememberItem(error);
    } else if (present()) {
        Account account = merged();
        account.custody = Custody::MemoryOnly;
        m_accounts.recordLater(m_accounts.eventOf(occasion(), account));
        m_accounts.recordLater(
            m_accounts.eventOf(Event::Kind::NotSaved, account.id, false, nameOf(ErrorKind::Storage)));
        hold(account, error);
    } else if (m_hasAnswered && !m_isDiscarded) {
        m_accounts.discardItem(m_key);
    }
    m_waiters.tell(std::unexpected(error));
}

/// From here on a keychain that answers late only saves what is held.
void Accounts::Storing::hold(const Account &account, const Error &why)
{
    m_accounts.put(account, std::move(m_job.token), std::move(m_job.refreshToken));
    m_job.account = account;
    m_job.occasion = Event::Kind::Saved;
    m_job.origin.clear();
    m_job.builtOn = m_accounts.m_lastGeneration;
    rememberItem(why);
}

/// Is there an intent by which the next start finds the item? Where the database does not say, one is assumed: a new
/// database is told of it.
bool Accounts::Storing::isIntended() const
{
    const Result<QList<Intent>> intents = m_accounts.m_database.intents();
    return !intents || std::ranges::find(*intents, m_key, &Intent::tokenKey) != intents->end();
}

/// The next try writes the same item, so that none is left behind, whatever became of this one. Not before the keychain
/// has answered: until then the item is this one's to put to use.
void Accounts::Storing::rememberItem(const Error &why)
{
    const auto state = m_accounts.m_states.find(m_job.account.id);
    if (state == m_accounts.m_states.end() || state->second.inMemory.isEmpty())
        return;
    state->second.progress.unwritable = why.kind == ErrorKind::Storage;
    if (m_hasAnswered && !m_isDiscarded)
        m_accounts.discardItem(std::exchange(state->second.heldKey, m_key)); // that of another try
    emit m_accounts.accountChanged(m_job.account.id);
}

void Accounts::Storing::tellPresent()
{
    if (const std::optional<Account> account = present())
        m_waiters.tell(*account);
    else
        m_waiters.tell(failure(ErrorKind::InvalidInput, u"The account was removed"_s));
}

bool Accounts::Storing::isOvertaken() const
{
    if (!m_job.builtOn)
        return false;
    const auto state = m_accounts.m_states.find(m_job.account.id);
    return state == m_accounts.m_states.end() || state->second.generation != *m_job.builtOn;
}

std::optional<Account> Accounts::Storing::present() const
{
    return m_job.account.id.isEmpty() ? m_accounts.sameUserAs(m_job.account) : m_accounts.find(m_job.account.id);
}

/// The new account in the place of the present one: it keeps id, label and, where the new one knows no better, the
/// names.
Account Accounts::Storing::merged() const
{
    Account account = m_job.account;
    const std::optional<Account> old = present();
    account.id = old ? old->id : newId();
    account.label = old ? old->label : account.label;
    account.tokenKey = old ? old->tokenKey : QString();
    if (old && account.username.isEmpty()) {
        account.username = old->username;
        account.name = old->name;
        account.accountType = old->accountType;
        account.professionalId = old->professionalId;
    }
    return account;
}

Event::Kind Accounts::Storing::occasion() const
{
    const bool again = m_job.occasion == Event::Kind::Connected && present();
    return again ? Event::Kind::Reconnected : m_job.occasion;
}

/// A sign-in brings a token that nobody has asked to end.
void Accounts::Storing::endOldWishes(const QString &id) const
{
    if (m_job.occasion == Event::Kind::Connected)
        (void)m_accounts.giveUpRevoking(id);
}

void Accounts::Storing::storePicture(const QString &id) const
{
    if (!m_job.picture.isEmpty() && !m_accounts.m_database.savePicture(id, m_job.picture))
        qCWarning(lcAccounts) << "A picture could not be stored";
}

} // namespace tokendesk
