// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Accounts that is about the customer's own apps.
#include "accounts/accounts.h"
#include "accounts/renewal.h"
#include "accounts/steps.h"
#include "accounts/storing.h"
#include "base/logging.h"

#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

Error notKept(const QString &what)
{
    return {.kind = ErrorKind::InvalidInput, .what = u"No %1 is kept for this app"_s.arg(what)};
}

QString keyOf(bool Registration::*kept, const QString &registrationId)
{
    return kept == &Registration::secretKept ? secretKeyOf(registrationId) : clientTokenKeyOf(registrationId);
}

} // namespace

std::optional<Registration> Accounts::registration(const QString &id) const
{
    const auto found = std::ranges::find(m_registrations, id, &Registration::id);
    return found == m_registrations.end() ? std::nullopt : std::optional(*found);
}

std::optional<Registration> Accounts::lastRegistration() const
{
    const Account *newest = nullptr;
    for (const Account &account : m_accounts) {
        if ((!newest || account.issuedAt > newest->issuedAt) && registration(account.registrationId))
            newest = &account;
    }
    if (newest)
        return registration(newest->registrationId);
    return m_registrations.isEmpty() ? std::nullopt : std::optional(m_registrations.last());
}

QStringList Accounts::lastScopes(const QString &providerId, const QString &registrationId) const
{
    const Account *last = nullptr;
    for (const Account &account : m_accounts) {
        const bool same = account.providerId == providerId && account.registrationId == registrationId;
        if (same && (!last || last->issuedAt < account.issuedAt))
            last = &account;
    }
    return last ? last->requestedScopes : QStringList();
}

Result<Registration> Accounts::save(Registration registration)
{
    const auto sameApp = [&registration](const Registration &other) {
        return registration.id.isEmpty()
            ? other.providerId == registration.providerId && other.clientId == registration.clientId
            : other.id == registration.id;
    };
    const auto present = std::ranges::find_if(m_registrations, sameApp);
    const bool known = present != m_registrations.end();
    const bool typed = registration.id.isEmpty(); // once more, by somebody who did not choose the saved one
    if (registration.id.isEmpty())
        registration.id = known ? present->id : QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (known && typed) {
        registration.name = registration.name.isEmpty() ? present->name : registration.name;
        if (registration.configurationId.isEmpty())
            registration.configurationId = present->configurationId;
    }
    registration.secretKept = known && present->secretKept;
    registration.clientTokenKept = known && present->clientTokenKept;
    if (const Result<void> stored = m_database.save(registration); !stored)
        return std::unexpected(stored.error());
    keepManifest();
    if (known)
        *present = registration;
    else
        m_registrations.append(registration);
    emit registrationsChanged();
    return registration;
}

void Accounts::keepSecret(const QString &registrationId, const Secret &secret, QObject *context, Callback<void> done)
{
    keepItem(&Registration::secretKept, registrationId, secret, context, std::move(done));
}

void Accounts::appSecret(const QString &registrationId, QObject *context, Callback<Secret> done)
{
    const std::optional<Registration> found = registration(registrationId);
    if (found && !found->broker.isEmpty()) {
        QMetaObject::invokeMethod(context, [done = std::move(done)] { done(Secret()); }, Qt::QueuedConnection);
        return;
    }
    if (!found || !found->secretKept)
        return failLater(context, done, notKept(u"app secret"_s));
    m_keychain.read(secretKeyOf(registrationId), context, std::move(done));
}

void Accounts::forgetSecret(const QString &registrationId, QObject *context, Callback<void> done)
{
    forgetItem(&Registration::secretKept, registrationId, context, std::move(done));
}

void Accounts::keepClientToken(const QString &registrationId, const Secret &token, QObject *context,
                               Callback<void> done)
{
    keepItem(&Registration::clientTokenKept, registrationId, token, context, std::move(done));
}

void Accounts::clientToken(const QString &registrationId, QObject *context, Callback<Secret> done)
{
    const std::optional<Registration> found = registration(registrationId);
    if (!found || !found->clientTokenKept)
        return failLater(context, done, notKept(u"client token"_s));
    m_keychain.read(clientTokenKeyOf(registrationId), context, std::move(done));
}

void Accounts::forgetClientToken(const QString &registrationId, QObject *context, Callback<void> done)
{
    forgetItem(&Registration::clientTokenKept, registrationId, context, std::move(done));
}

void Accounts::keepItem(bool Registration::*kept, const QString &registrationId, const Secret &value, QObject *context,
                        Callback<void> done)
{
    const auto noted
        = [this, kept, registrationId, guarded = whileAlive(context, std::move(done))](const Result<void> &written) {
              guarded(written ? noteKept(kept, true, registrationId) : written);
          };
    m_keychain.write(keyOf(kept, registrationId), value, this, noted);
}

void Accounts::forgetItem(bool Registration::*kept, const QString &registrationId, QObject *context,
                          Callback<void> done)
{
    const auto noted
        = [this, kept, registrationId, guarded = whileAlive(context, std::move(done))](const Result<void> &removed) {
              guarded(removed ? noteKept(kept, false, registrationId) : removed);
          };
    m_keychain.remove(keyOf(kept, registrationId), this, noted);
}

/// One that is gone from the keychain is for the provider to miss.
void Accounts::client(const Account &account, QObject *context, Callback<Client> done)
{
    const std::optional<Registration> app = registration(account.registrationId);
    const QString id = app ? app->clientId : QString();
    const QUrl broker(app ? app->broker : QString());
    const bool hasSecret = describe(account).hasClientSecret() && app && app->secretKept;
    if (!hasSecret || !broker.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [id, broker, done = std::move(done)] { done(Client{.id = id, .broker = broker}); },
            Qt::QueuedConnection);
        return;
    }
    appSecret(app->id, context, [id, done = std::move(done)](Result<Secret> secret) {
        if (!secret && secret.error().kind != ErrorKind::InvalidInput)
            return done(std::unexpected(secret.error()));
        done(Client{.id = id, .secret = secret ? *std::move(secret) : Secret()});
    });
}

SecretState Accounts::secretFor(const Account &account) const
{
    if (account.accountType != facebookServer) // nobody else asks
        return SecretState::Missing;
    return hasSecretAtHand(account) ? SecretState::AtHand : SecretState::Missing;
}

bool Accounts::hasSecretAtHand(const Account &account) const
{
    const std::optional<Registration> app = registration(account.registrationId);
    return secretStateOf(describe(account), app ? &*app : nullptr) == SecretState::AtHand;
}

int Accounts::usersOf(const QString &registrationId) const
{
    return int(std::ranges::count(m_accounts, registrationId, &Account::registrationId));
}

void Accounts::removeRegistration(const QString &registrationId, QObject *context, Callback<void> done)
{
    const std::optional<Registration> found = registration(registrationId);
    if (!found || usersOf(registrationId) > 0)
        return failLater(context, done,
                         Error{.kind = ErrorKind::InvalidInput, .what = u"No such app, or accounts belong to it"_s});
    const Callback<void> forget
        = [this, registrationId, guarded = whileAlive(context, std::move(done))](const Result<void> &secretsGone) {
              guarded(secretsGone ? forgetRegistration(registrationId) : secretsGone);
          };
    forgetSecrets(*found, forget);
}

/// Noted as gone first: the database may refuse the rest.
void Accounts::forgetSecrets(const Registration &app, const Callback<void> &done)
{
    const Callback<void> next = [this, id = app.id, done](const Result<void> &gone) {
        const std::optional<Registration> left = registration(id);
        return gone && left ? forgetSecrets(*left, done) : done(gone);
    };
    if (app.secretKept)
        forgetSecret(app.id, this, next);
    else if (app.clientTokenKept)
        forgetClientToken(app.id, this, next);
    else
        QMetaObject::invokeMethod(this, [done] { done({}); }, Qt::QueuedConnection);
}

/// The database refuses it where another program has connected an account with it meanwhile.
Result<void> Accounts::forgetRegistration(const QString &registrationId)
{
    if (const Result<void> removed = m_database.removeRegistration(registrationId); !removed)
        return removed;
    m_registrations.removeIf([&registrationId](const Registration &one) { return one.id == registrationId; });
    keepManifest();
    emit registrationsChanged();
    return {};
}

/// An app that is gone meanwhile has nothing to note.
Result<void> Accounts::noteKept(bool Registration::*kept, bool isKept, const QString &registrationId)
{
    const auto found = std::ranges::find(m_registrations, registrationId, &Registration::id);
    if (found == m_registrations.end())
        return {};
    Registration changed = *found;
    changed.*kept = isKept;
    if (const Result<void> stored = m_database.save(changed); !stored)
        return stored;
    if (isKept && kept == &Registration::secretKept && !m_database.noteSecretKept(registrationId, m_clock.now()))
        qCWarning(lcAccounts) << "Since when an app secret is kept could not be noted";
    keepManifest();
    *found = changed;
    emit registrationsChanged();
    return {};
}

} // namespace tokendesk
