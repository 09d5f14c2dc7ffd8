// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <deque>
#include <memory>

namespace tokendesk {

/// A place for secrets, one item each. An interface because a keychain is one of the four things a test may replace.
/// Keys are globally unique by themselves ("tokendesk/token/<uuid>"): older Windows back ends drop the service name.
/// Operations run one after the other, in the order in which they were asked for. One has no deadline of its own: the
/// answer counts whenever it comes. Callers that give up delete their context: what had not begun by then never does.
class Keychain : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Stores and reads back; done without error only if the same bytes came back. Any bytes, at least one.
    /// Errors: KeychainUnavailable, KeychainLocked, InvalidInput (nothing to store).
    virtual void write(const QString &key, const Secret &secret, QObject *context, Callback<void> done) = 0;
    /// Errors: KeychainLocked where nothing of ours can be seen (a locked keyring, and another one, say "not found"),
    /// InvalidInput where the keychain is open and really has no such item, KeychainUnavailable.
    virtual void read(const QString &key, QObject *context, Callback<Secret> done) = 0;
    /// Removing what is not there is a success; a keychain that is locked says so.
    /// Errors: KeychainUnavailable, KeychainLocked.
    virtual void remove(const QString &key, QObject *context, Callback<void> done) = 0;
    /// Writes, reads and removes an item of its own: does this keychain keep secrets, now? It cleans up after itself
    /// even when the caller is gone. Errors: KeychainUnavailable, KeychainLocked.
    virtual void probe(QObject *context, Callback<void> done) = 0;
    /// Removes every item of ours, also those that nobody remembers where the system's keychain can be searched, and in
    /// any case those of these keys; then looks that they are gone. Errors: KeychainUnavailable, KeychainLocked.
    virtual void removeAll(const QStringList &keys, QObject *context, Callback<void> done) = 0;
};

/// The operating system's keychain, through QtKeychain: Credential Manager, macOS Keychain, Secret Service or KWallet.
/// It keeps one item more, "tokendesk/canary", and leaves it there: an item that is not found beside a canary that is
/// was deleted; where both are not found the keychain is locked, or is another one.
class SystemKeychain final : public Keychain
{
    Q_OBJECT
public:
    explicit SystemKeychain(QObject *parent = nullptr);
    /// A job that is out then is left to finish, since deleting a running one crashes QtKeychain.
    ~SystemKeychain() override;

    void write(const QString &key, const Secret &secret, QObject *context, Callback<void> done) override;
    void read(const QString &key, QObject *context, Callback<Secret> done) override;
    void remove(const QString &key, QObject *context, Callback<void> done) override;
    void probe(QObject *context, Callback<void> done) override;
    void removeAll(const QStringList &keys, QObject *context, Callback<void> done) override;

private:
    class Operation;
    class Reading;
    class Changing;
    class Writing;
    class Removing;
    class Probing;
    class Clearing;

    void enqueue(std::unique_ptr<Operation> operation);
    void startNextLater();
    void startNext();

    std::deque<std::unique_ptr<Operation>> m_waiting;
    std::unique_ptr<Operation> m_running; ///< kept until the next one starts
    bool m_canaryStands = false;
};

} // namespace tokendesk
