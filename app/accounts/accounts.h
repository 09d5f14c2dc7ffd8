// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "accounts/database.h"
#include "accounts/keychain.h"
#include "accounts/notice.h"
#include "base/clock.h"
#include "graph/graphclient.h"
#include "provider/catalog.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>
#include <functional>
#include <optional>
#include <unordered_map>

namespace tokendesk {

class ManifestWriter;

/// What a finished sign-in has in hand.
struct NewAccount
{
    Account account{}; ///< its id is chosen by adopt; Custody::MemoryOnly: do not try the keychain now
    Secret token{};
    Secret refreshToken{}; ///< of TokenKind::Refreshable, and of no other
    QByteArray picture{}; ///< PNG or JPEG as served; empty keeps the one that is there
    QString origin{}; ///< goes on record with the event: pastedOrigin, or empty for a sign-in
};

/// The origin of a token that was not obtained by a sign-in here, but given by the person.
inline const QString pastedOrigin = QStringLiteral("pasted");

/// The one door to accounts and their tokens, for window and command line. Nothing is ever deleted by a failure.
class Accounts : public QObject
{
    Q_OBJECT
public:
    /// Reads the accounts. Where the database turns out to be damaged, databaseDamaged() follows.
    Accounts(Database &database, Keychain &keychain, const Catalog &catalog, GraphClient &graph, const Clock &clock,
             QObject *parent = nullptr);
    ~Accounts() override;

    /// What became of reading them; none is here after an error, until they are recovered. Errors: Storage.
    const Result<void> &areRead() const { return m_read; }

    /// Is somebody waiting for it, or can it wait?
    using Urgency = CallOrigin::Urgency;
    using EachChecked = std::function<void(const QString &id, const Result<void> &result)>;

    // -- accounts
    const QList<Account> &all() const { return m_accounts; }
    std::optional<Account> find(const QString &id) const;
    /// The account of the same user of the same provider and registration.
    std::optional<Account> sameUserAs(const Account &account) const;
    AccountStatus status(const QString &id) const;
    /// The same for one of all(): whoever goes through thousands of them need not look each up again.
    AccountStatus status(const Account &account) const;
    /// Its word alone, which is cheap; for one of all().
    Status statusWord(const Account &account) const { return statusWord(account, m_clock.now()); }
    Status statusWord(const Account &account, const QDateTime &now) const; ///< for thousands: the clock is read once
    /// When the renewer should renew it: nextRenewal, but not before the next try after a failure. Invalid for never.
    QDateTime renewalDue(const QString &id) const;
    /// What waits for another try because nobody could be reached is due within a minute, not all of it at once.
    void retrySoon();
    /// The profile picture as served, read from the database at each call; empty where there is none.
    QByteArray picture(const QString &id) const;

    /// Stores the token and the account: keychain write → read back → commit → event → old item removed. The same user
    /// of the same provider and registration is replaced in place, keeping id and label. Where the keychain refuses, or
    /// has not answered for two minutes, the token is kept in memory and the account comes back with
    /// Custody::MemoryOnly: that is a success here. Deleting `context` before the end takes everything back.
    /// Errors: Storage.
    void adopt(NewAccount fresh, QObject *context, Callback<Account> done);
    /// The token, from memory or the keychain. Errors: KeychainUnavailable, KeychainLocked, InvalidInput (no such
    /// account, or its token is gone).
    void token(const QString &id, QObject *context, Callback<Secret> done);
    /// Tries again to put a token that is in memory only into the keychain, or to see one that was missing.
    /// Errors: KeychainUnavailable, KeychainLocked, Storage, InvalidInput.
    void saveAgain(const QString &id, QObject *context, Callback<void> done);
    /// A one-hour token becomes a long-lived one, with the app secret that was just asked for. Stored in the order of
    /// adopt, also when `context` is gone by then. Errors: those of GraphClient, token() and adopt().
    void extend(const QString &id, Secret appSecret, QObject *context, Callback<Account> done,
                Urgency urgency = Urgency::Person);
    /// The same with the one that is kept. Errors: those of appSecret() too.
    void extend(const QString &id, QObject *context, Callback<Account> done, Urgency urgency = Urgency::Person);
    /// A fresh lifetime, in the same way. After an error the old token stays; status() tells what follows from it.
    void renew(const QString &id, QObject *context, Callback<Account> done, Urgency urgency = Urgency::Person);
    /// Asks the provider whose token it is, and notes what that says: a token that works is no longer taken for
    /// refused, a refused one is; any other error says nothing about it. Errors: those of GraphClient and token().
    void check(const QString &id, QObject *context, Callback<void> done, Urgency urgency = Urgency::Person);
    /// The same for several of one Facebook app, at most 50, which goes out as one request where nothing speaks against
    /// it. `each` is called once for every one of them, as its answer comes.
    void checkTogether(const QStringList &ids, QObject *context, EachChecked each);
    /// Checks whose question has not gone out yet end as Cancelled.
    void stopChecks(const QStringList &ids);
    /// Can its provider tell how much it may still publish?
    bool hasPublishingQuota(const QString &id) const;
    /// How much it may still publish. Errors: those of GraphClient and token().
    void publishingQuota(const QString &id, QObject *context, Callback<PublishingQuota> done);
    /// Can that account be checked together with others?
    bool isCheckedTogether(const Account &account) const;
    /// Can its provider be asked to end a token? Instagram has no such thing: the account's owner takes the app's
    /// access away there (Provider::withdraw).
    bool canRevoke(const Account &account) const;
    /// Does its provider want the app secret where it is asked to end a token, and does a broker keep that, so that
    /// nobody here can ask? Then its host; empty otherwise.
    QString revocationBroker(const Account &account) const;
    /// Has the provider end the token, and with it every copy. The account stays here, as revoked, or goes afterwards.
    /// That the provider is asked is on record before it is; what it answers is taken note of also when `context` is
    /// gone by then. Where it could not be asked, the revocation is pending and tried again, see pendingRevocation().
    /// Errors: Storage where it cannot go on record, InvalidInput where the provider has no such thing, those of
    /// GraphClient, token() and appSecret().
    void revoke(const QString &id, QObject *context, Callback<void> done, Afterwards afterwards = Afterwards::Keep);
    /// The revocation of that account's token that has not succeeded yet; nothing where there is none. While there is
    /// one the token is not renewed.
    std::optional<Revocation> pendingRevocation(const QString &id) const;
    /// The accounts whose revocation is to be tried again now.
    QStringList revocationsDue() const;
    /// It is tried no more: the token stays, here and at the provider. Errors: Storage.
    Result<void> giveUpRevoking(const QString &id);
    /// Can its provider be asked to take back a single permission? Facebook can, of a person's token.
    bool canWithdraw(const Account &account) const;
    /// Has the provider take that permission back; the token lives on without it. Not tried again by itself. Errors: as
    /// revoke().
    void withdraw(const QString &id, const QString &permission, QObject *context, Callback<void> done);
    /// An empty label means the account's own name again.
    Result<void> rename(const QString &id, const QString &label);
    /// Removes the account and its keychain item here; where the keychain refuses, the account stays. This does not
    /// revoke anything at the provider. Errors: KeychainUnavailable, KeychainLocked, Storage, InvalidInput.
    void remove(const QString &id, QObject *context, Callback<void> done);

    // -- registrations
    const QList<Registration> &registrations() const { return m_registrations; }
    std::optional<Registration> registration(const QString &id) const;
    /// That of the account whose token is the newest, or without one the last of them.
    std::optional<Registration> lastRegistration() const;
    /// What was asked for last with that app at that provider; empty where nothing was.
    QStringList lastScopes(const QString &providerId, const QString &registrationId) const;
    /// Inserts or replaces. Without an id it gets that of the same app at the same provider, or a new one; that app's
    /// name and configuration stay where it has none.
    Result<Registration> save(Registration registration);
    /// Can its app prove itself without asking anybody? Practice guards nothing.
    bool hasSecretAtHand(const Account &account) const;
    /// Is what renews a system user's token at hand? Missing for every other account.
    SecretState secretFor(const Account &account) const;
    /// So many accounts belong to it.
    int usersOf(const QString &registrationId) const;
    /// Removes the app's secret and its client token from the keychain, then the app; nothing happens at the provider.
    /// Errors: InvalidInput while an account belongs to it, KeychainUnavailable, KeychainLocked, Storage.
    void removeRegistration(const QString &registrationId, QObject *context, Callback<void> done);
    /// Keeps the app secret in the keychain and notes that it is there.
    void keepSecret(const QString &registrationId, const Secret &secret, QObject *context, Callback<void> done);
    /// The kept app secret; an empty one where a broker keeps it, which none is needed for. Errors: InvalidInput where
    /// none is kept, KeychainUnavailable, KeychainLocked.
    void appSecret(const QString &registrationId, QObject *context, Callback<Secret> done);
    /// Forgets the kept app secret, so that it is asked for each time.
    void forgetSecret(const QString &registrationId, QObject *context, Callback<void> done);
    /// The same for Facebook's client token.
    void keepClientToken(const QString &registrationId, const Secret &token, QObject *context, Callback<void> done);
    void clientToken(const QString &registrationId, QObject *context, Callback<Secret> done);
    void forgetClientToken(const QString &registrationId, QObject *context, Callback<void> done);

    // -- events
    /// The newest first, at most `limit`; where `before` is an event's id, only older ones.
    QList<Event> events(int limit, const EventFilter &filter = {}, qint64 before = 0) const;
    /// Notes that a token is about to be copied, shown or handed out, or that a sign-in failed. Nothing is handed out
    /// that is not on record. Errors: Storage.
    Result<void> note(Event::Kind kind, const QString &accountId, bool ok = true, const QString &detail = {});

    /// Notes what was asked of the provider in an operation that ends now; nothing where nothing was.
    void note(Operation::Kind kind, const QString &accountId, const RequestLog &log);
    /// What was asked of the provider for that event; nothing where nothing was, or it is not known.
    std::optional<Operation> operationOf(const Event &event) const;

    /// Puts on record what a careful owner would want to know, and marks the account; not where the same was noticed
    /// less than `again` ago.
    void raise(const Notice &notice, std::chrono::days again = std::chrono::days(1));
    /// Was something noticed about it that nobody has looked at yet?
    bool isMarked(const QString &id) const { return m_marked.contains(id); }
    /// Somebody has looked.
    void unmark(const QString &id);
    /// Since when the app secret is kept here; invalid where none is, or nobody knows.
    QDateTime secretKeptSince(const QString &registrationId) const;

    /// Asks the keychain whether it still shows the tokens, so that the status is honest after a restart: one token is
    /// enough of an answer; where two are not seen, none is taken to be there. Called once the window stands.
    void checkCustody();

    // -- other programs, and earlier ones
    /// Reads again what another program has changed since. Cheap where it has not.
    void refresh();
    /// Looks what became of rotations that a program did not bring to their end, and removes the keychain items that
    /// nothing needs any more. Called once the window stands and at every look at the clock.
    void reconcile();
    /// Are accounts still to be found again in the keychain, because the database was damaged and set aside?
    bool isRecovering() const;
    /// Looks for them there; recovered() follows. Where the keychain refuses, reconcile() tries again.
    void recover();
    /// Looks whether the database is sound; databaseDamaged() follows where it is not.
    void checkDatabase();
    /// Sets a damaged database aside; what is known here goes into a new one. recovered() follows, now or after
    /// recover().
    void replaceDatabase();
    /// Every item of the keychain that is known of here, for the end of them all.
    QStringList keychainItems() const;
    /// Lets go of everything, without a change to what is stored: no account is here any more, nothing is written, and
    /// the database's files can be removed. For the end of the program.
    void close();
    /// Is a token in the memory of this program only? It is tried again by itself until the keychain takes it.
    bool hasUnsavedTokens() const;

signals:
    void accountAdded(const QString &id);
    void accountChanged(const QString &id);
    void accountRemoved(const QString &id);
    void registrationsChanged();
    void eventAppended(const tokendesk::Event &event);
    /// The database cannot be read or written any more. The window replaces it; the command line does not, since the
    /// window may have it open.
    void databaseDamaged();
    /// The database was damaged and set aside; so many accounts are in the new one.
    void recovered(int accounts);

private:
    class Storing; // one pair of files each: the steps of one operation
    class Reading;
    class Rotation;
    class Refreshing;
    class Checking;
    class Gathering;
    class Revoking;
    class CustodyCheck;
    class Reconciling;
    class Recovering;

    /// What is known of an account while the program runs.
    struct State
    {
        Secret inMemory; ///< the token, where the keychain or the database did not take it
        Secret refreshInMemory; ///< its refresh token, where it has one
        QString heldKey; ///< of the item for the next try: it may be there, and no account refers to it
        quint64 generation = 0; ///< changes with every newest token: tells a late answer from a present one
        RenewalProgress progress;
        Reading *reading = nullptr; ///< the one that runs, shared by all who ask
        Rotation *rotation = nullptr; ///< likewise
        Checking *checking = nullptr; ///< likewise
        Revoking *revoking = nullptr; ///< likewise
        bool reconciling = false;
        bool saving = false; ///< by itself
    };

    Account *at(const QString &id);
    const Account *at(const QString &id) const;
    qsizetype placeOf(const QString &id) const;
    void read();
    RenewalProgress progressOf(const QString &id) const;
    const Provider &describe(const Account &account) const;
    bool isToBeExtended(const Account &account) const;
    Result<void> store(const Account &account);
    void put(const Account &account, Secret inMemory, Secret refreshInMemory = {});
    void setCustody(const QString &id, Custody custody);
    void setCustodyOfStored(Custody custody); ///< of all tokens that the keychain should have
    void setRefusal(Account &account, std::optional<ErrorHint> why); ///< nothing: it is not refused
    void rotate(const QString &id, std::optional<Secret> appSecret, QObject *context, Callback<Account> done,
                Urgency urgency);
    void askForQuota(const QString &id, const Secret &secret, QObject *context, const Callback<PublishingQuota> &done);
    CallOrigin originOf(const Account &account, Urgency urgency) const;
    /// The app that calls for that account are made as. Its secret is empty where none is kept, or wanted, or where a
    /// broker keeps it. Errors:
    /// KeychainUnavailable, KeychainLocked.
    void client(const Account &account, QObject *context, Callback<Client> done);
    /// What is kept beside the token of a Refreshable account. Errors: as token().
    void refreshToken(const Account &account, QObject *context, Callback<Secret> done);
    void conclude(Event::Kind kind, const QString &id, const Result<void> &result);
    Result<void> keep(const Revocation &revocation);
    void dropRevocation(const QString &id);
    void takeRevocations();
    void keepItem(bool Registration::*kept, const QString &registrationId, const Secret &value, QObject *context,
                  Callback<void> done);
    void forgetItem(bool Registration::*kept, const QString &registrationId, QObject *context, Callback<void> done);
    Result<void> noteKept(bool Registration::*kept, bool isKept, const QString &registrationId);
    Result<void> forgetRegistration(const QString &registrationId);
    void forgetSecrets(const Registration &app, const Callback<void> &done);
    void forget(const QString &id, const Result<void> &itemRemoved, const Callback<void> &done);
    Event eventOf(Event::Kind kind, const QString &accountId, bool ok, const QString &detail) const;
    Result<void> writeOutstanding();
    Result<void> append(const Event &event);
    void record(const Event &event);
    void recordLater(const Event &event);
    Event eventOf(Event::Kind kind, const Account &account) const;
    Result<void> commit(const Account &account, Event::Kind kind, const QString &detail = {});
    void tellNewEvents();
    static void takeAsRead(Account &account);
    void takeRow(const Account &row);
    bool isInUse(const QString &tokenKey) const;
    void discardItem(const QString &key);
    void removeItem(const QString &key);
    void removeTokens(const QString &key, const Callback<void> &done);
    void discardNextLeftover();
    void noteLeftovers();
    void keepManifest();
    void takeRecovered(const ManifestPage &manifest);
    void takeRecovered(const QList<Revocation> &revocations, const QStringList &found);
    void seeDamage(const Error &error);
    void bringBack(const QList<Intent> &intents);
    void saveLater();
    void saveUnsaved();

    Database &m_database;
    Keychain &m_keychain;
    const Catalog &m_catalog;
    GraphClient &m_graph;
    const Clock &m_clock;
    Result<void> m_read;
    QList<Account> m_accounts;
    mutable QHash<QString, qsizetype> m_places; ///< of m_accounts by id; may be out of date
    QList<Registration> m_registrations;
    std::unordered_map<QString, State> m_states;
    QHash<QString, Revocation> m_revocations; ///< by account
    QSet<QString> m_marked; ///< accounts
    quint64 m_lastGeneration = 0;
    qint64 m_lastEvent = 0; ///< the newest that was told
    qint64 m_foreignChanges = 0;
    QStringList m_leftovers; ///< still to be discarded in this round
    QStringList m_beingWritten; ///< keys of items that are on their way into the keychain
    QStringList m_unnoted; ///< leftovers that the database did not take yet
    ManifestWriter *m_manifest;
    QTimer m_manifestSoon; ///< many changes at once are one
    bool m_recovering = false;
    bool m_replacing = false;
    int m_replacements = 0; ///< of the database, since the start
    bool m_closed = false;
    QTimer m_save;
    int m_saveAttempts = 0;
    QList<Event> m_unwritten; ///< the oldest first
};

} // namespace tokendesk
