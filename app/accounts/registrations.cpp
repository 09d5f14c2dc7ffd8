// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Accounts that is about the customer's own apps.
#include "accounts/accounts.h"
#include "accounts/steps.h"

#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

Error noSecretKept()
{
    return {.kind = ErrorKind::InvalidInput, .what = u"No app secret is kept for this app"_s};
}

QString secretKey(const QString &registrationId)
{
    return "tokendesk/secret/"_L1 + registrationId;
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

Result<Registration> Accounts::save(Registration registration)
{
    const auto sameApp = [&registration](const Registration &other) {
        return registration.id.isEmpty()
            ? other.providerId == registration.providerId && other.clientId == registration.clientId
            : other.id == registration.id;
    };
    const auto present = std::ranges::find_if(m_registrations, sameApp);
    const bool known = present != m_registrations.end();
    if (registration.id.isEmpty())
        registration.id = known ? present->id : QUuid::createUuid().toString(QUuid::WithoutBraces);
    registration.secretKept = known && present->secretKept;
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
    const auto kept = [this, registrationId, guarded = whileAlive(context, std::move(done))](const Result<void> &r) {
        noteSecret(registrationId, true, r, guarded);
    };
    m_keychain.write(secretKey(registrationId), secret, this, kept);
}

void Accounts::appSecret(const QString &registrationId, QObject *context, Callback<Secret> done)
{
    const std::optional<Registration> found = registration(registrationId);
    if (!found || !found->secretKept)
        return failLater(context, done, noSecretKept());
    m_keychain.read(secretKey(registrationId), context, std::move(done));
}

void Accounts::forgetSecret(const QString &registrationId, QObject *context, Callback<void> done)
{
    const auto gone = [this, registrationId, guarded = whileAlive(context, std::move(done))](const Result<void> &r) {
        noteSecret(registrationId, false, r, guarded);
    };
    m_keychain.remove(secretKey(registrationId), this, gone);
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
    const Callback<void> failed = whileAlive(context, done);
    const auto forget = [this, registrationId, guarded = whileAlive(context, std::move(done))] {
        guarded(forgetRegistration(registrationId));
    };
    if (!found->secretKept) {
        QMetaObject::invokeMethod(this, forget, Qt::QueuedConnection);
        return;
    }
    m_keychain.remove(secretKey(registrationId), this, [forget, failed](const Result<void> &removed) {
        removed ? forget() : failed(std::unexpected(removed.error()));
    });
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

void Accounts::noteSecret(const QString &registrationId, bool kept, const Result<void> &result,
                          const Callback<void> &done)
{
    const auto found = std::ranges::find(m_registrations, registrationId, &Registration::id);
    if (!result || found == m_registrations.end())
        return done(result);
    Registration changed = *found;
    changed.secretKept = kept;
    if (const Result<void> stored = m_database.save(changed); !stored)
        return done(stored);
    keepManifest();
    *found = changed;
    emit registrationsChanged();
    done({});
}

} // namespace tokendesk
