// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/recovering.h"

#include "accounts/manifestwriter.h"
#include "accounts/steps.h"
#include "base/logging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

// A disk that damages every file is beyond help.
constexpr int mostReplacements = 3;

} // namespace

Accounts::Recovering::Recovering(Accounts &accounts)
    : QObject(&accounts)
    , m_accounts(accounts)
    , m_last(longestManifestGap)
{
}

void Accounts::Recovering::readNext()
{
    if (m_page > m_last)
        return finish();
    m_accounts.m_keychain.read(manifestKey(m_page), this, then(this, &Recovering::pageRead));
}

void Accounts::Recovering::pageRead(Result<Secret> item)
{
    if (!item && item.error().kind != ErrorKind::InvalidInput) {
        m_accounts.m_recovering = false;
        return deleteLater();
    }
    if (const Result<ManifestPage> page = item ? readManifest(item->view()) : ManifestPage{}; page)
        take(*page);
    else
        qCWarning(lcAccounts) << "A page of the manifest cannot be read:" << m_page;
    ++m_page;
    readNext();
}

void Accounts::Recovering::take(const ManifestPage &page)
{
    m_found.accounts += page.accounts;
    m_found.registrations += page.registrations;
    m_found.revocations += page.revocations;
    const bool isPage = !page.accounts.isEmpty() || !page.registrations.isEmpty();
    m_last = std::max({m_last, page.last, isPage ? m_page + longestManifestGap : 0});
}

void Accounts::Recovering::finish()
{
    m_accounts.takeRecovered(m_found);
    m_accounts.m_recovering = false;
    deleteLater();
}

// -- what Accounts does about a damaged database

bool Accounts::isRecovering() const
{
    return !m_read || m_database.isRecovering().value_or(false);
}

void Accounts::recover()
{
    if (!std::exchange(m_recovering, true))
        (new Recovering(*this))->readNext();
}

/// One that was connected again meanwhile stays as it is.
void Accounts::takeRecovered(const ManifestPage &manifest)
{
    for (const Registration &registration : manifest.registrations) {
        if (!this->registration(registration.id) && m_database.save(registration))
            m_registrations.append(registration);
    }
    emit registrationsChanged();
    QStringList found;
    for (const Account &account : manifest.accounts) {
        if (at(account.id) || sameUserAs(account) || !m_database.save(account))
            continue;
        m_accounts.append(account);
        found.append(account.id);
    }
    takeRecovered(manifest.revocations, found);
    const Event event{.at = m_clock.now(), .kind = Event::Kind::Replaced, .detail = QString::number(found.size())};
    if (!m_database.endRecovery(event))
        qCWarning(lcAccounts) << "That the accounts are found again could not be noted";
    tellNewEvents();
    keepManifest();
    for (const QString &id : std::as_const(found))
        emit accountAdded(id);
    checkCustody();
    emit recovered(int(found.size()));
}

/// Of the accounts that were found, and tried at the next look at the clock. One that was connected meanwhile has a
/// token that nobody has asked to end.
void Accounts::takeRecovered(const QList<Revocation> &revocations, const QStringList &found)
{
    for (Revocation revocation : revocations) {
        if (!found.contains(revocation.accountId))
            continue;
        revocation.retryAt = m_clock.now();
        if (!m_database.save(revocation))
            qCWarning(lcAccounts) << "A revocation could not be stored again";
        m_revocations.insert(revocation.accountId, revocation);
    }
}

void Accounts::checkDatabase()
{
    if (m_closed)
        return;
    if (const Result<void> sound = m_database.check(); !sound)
        seeDamage(sound.error());
}

/// Not within the operation that met it.
void Accounts::seeDamage(const Error &error)
{
    if (error.hint != ErrorHint::Damaged || m_replacements >= mostReplacements)
        return;
    if (!std::exchange(m_replacing, true))
        QMetaObject::invokeMethod(this, &Accounts::databaseDamaged, Qt::QueuedConnection);
}

/// All accounts are known here, so that nothing but pictures and history stays in the old file. Where they could not
/// even be read, the new one is to be recovered, as a start with it would find.
void Accounts::replaceDatabase()
{
    m_replacing = false;
    ++m_replacements;
    m_unnoted += m_database.leftovers().value_or(QStringList()); // as far as it can still be read
    const QList<Intent> intents = m_database.intents().value_or(QList<Intent>());
    if (const Result<void> replaced = m_database.replace(); !replaced) {
        qCWarning(lcAccounts) << "The damaged database could not be replaced:" << replaced.error().what;
        return;
    }
    m_lastEvent = 0;
    if (!std::exchange(m_read, {})) {
        m_foreignChanges = m_database.foreignChanges().value_or(0);
        return;
    }
    int kept = 0;
    for (const Registration &registration : std::as_const(m_registrations)) {
        if (!m_database.save(registration))
            qCWarning(lcAccounts) << "An app could not be stored again";
    }
    for (const Account &account : std::as_const(m_accounts))
        kept += store(account) ? 1 : 0;
    bringBack(intents);
    const Event event{.at = m_clock.now(), .kind = Event::Kind::Replaced, .detail = QString::number(kept)};
    if (!m_database.endRecovery(event))
        qCWarning(lcAccounts) << "That the database was replaced could not be noted";
    m_foreignChanges = m_database.foreignChanges().value_or(0);
    tellNewEvents();
    emit recovered(kept);
}

/// What is neither an account nor an app: the items in the keychain that only the damaged file knew of, and the events
/// that it did not take any more.
void Accounts::bringBack(const QList<Intent> &intents)
{
    QList<Intent> all = intents;
    for (const auto &[id, state] : m_states) {
        if (!state.heldKey.isEmpty())
            all.append({.accountId = id, .tokenKey = state.heldKey, .at = m_clock.now()});
    }
    for (const Intent &intent : std::as_const(all)) {
        if (!m_database.begin(intent))
            qCWarning(lcAccounts) << "An intent could not be stored again";
    }
    for (const Revocation &revocation : std::as_const(m_revocations)) {
        if (!m_database.save(revocation))
            qCWarning(lcAccounts) << "A revocation could not be stored again";
    }
    noteLeftovers();
    if (!writeOutstanding())
        qCWarning(lcAccounts) << "Events of before are still to be written";
}

} // namespace tokendesk
