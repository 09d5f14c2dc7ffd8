// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QObject>
#include <QString>

namespace tokendesk {

/// A place for secrets, one item each. An interface because a keychain is one of the four things a test may replace.
/// Keys are globally unique by themselves ("tokendesk/token/<uuid>"): older Windows back ends drop the service name.
/// An operation has no deadline of its own: the answer counts whenever it comes. Callers that give up delete their
/// context; the job behind it is left to finish, since deleting a running one crashes.
class Keychain : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Stores and reads back; done without error only if the same bytes came back.
    /// Errors: KeychainUnavailable, KeychainLocked.
    virtual void write(const QString &key, const Secret &secret, QObject *context, Callback<void> done) = 0;
    /// Errors: KeychainLocked where the item cannot be seen (a locked keyring says "not found"), KeychainUnavailable.
    virtual void read(const QString &key, QObject *context, Callback<Secret> done) = 0;
    /// Removing what is not there is a success.
    virtual void remove(const QString &key, QObject *context, Callback<void> done) = 0;
    /// Writes, reads and removes an item of its own: does this keychain keep secrets, now?
    virtual void probe(QObject *context, Callback<void> done) = 0;
};

/// The operating system's keychain, through QtKeychain: Credential Manager, macOS Keychain, Secret Service or KWallet.
class SystemKeychain final : public Keychain
{
    Q_OBJECT
public:
    explicit SystemKeychain(QObject *parent = nullptr);

    void write(const QString &key, const Secret &secret, QObject *context, Callback<void> done) override;
    void read(const QString &key, QObject *context, Callback<Secret> done) override;
    void remove(const QString &key, QObject *context, Callback<void> done) override;
    void probe(QObject *context, Callback<void> done) override;
};

} // namespace tokendesk
