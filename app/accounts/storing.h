// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "accounts/steps.h"
#include "base/deadline.h"

#include <optional>

namespace tokendesk {

/// The key of an item that never was; that of a Refreshable one tells that it has a companion.
QString newTokenKey(TokenKind kind);
/// The key of the item that holds the refresh token of the token under that key; empty where there is none.
QString refreshKeyOf(const QString &tokenKey);

/// The key of the item that holds an app's secret.
QString secretKeyOf(const QString &registrationId);
/// The same of an app's client token.
QString clientTokenKeyOf(const QString &registrationId);

/// Brings one new token to rest: keychain write, read back → commit → event → old item removed. Each token has an item
/// of its own, so that nothing is deleted before its successor is safe; a refresh token is written before the token
/// that came with it, since only it can bring another. A keychain that answers after the deadline is
/// still listened to: its item is put to use, or removed where there is a newer token by then.
class Accounts::Storing : public QObject
{
public:
    struct Job
    {
        Event::Kind occasion; ///< Connected, Renewed, Extended; or Saved: the token is in memory already
        Account account; ///< without id: that of the same user, or a new one
        Secret token;
        Secret refreshToken{}; ///< of a Refreshable account
        QString intendedKey{}; ///< of the rotation's intent, or of the try before; empty where there is none
        QByteArray picture{};
        QString origin{}; ///< of a token that no sign-in gave
        std::optional<quint64> builtOn{}; ///< the generation this token replaces; where there is a newer, this one goes
    };

    Storing(Job job, Accounts &accounts);
    ~Storing() override;
    Q_DISABLE_COPY_MOVE(Storing)

    void run(QObject *context, Callback<Account> done);
    /// The caller is gone: what is not committed is taken back.
    void abandon();

private:
    void writeToken(Result<void> before);
    void written(Result<void> result);
    void overdue();
    void commit();
    void keepInMemory(const Error &why);
    void notStored(const Error &error);
    void hold(const Account &account, const Error &why);
    void rememberItem(const Error &why);
    void tellPresent();

    bool isIntended() const;
    bool isOvertaken() const;
    std::optional<Account> present() const;
    Account merged() const;
    Event::Kind occasion() const;
    void storePicture(const QString &id) const;
    void endOldWishes(const QString &id) const;

    Accounts &m_accounts;
    Job m_job;
    const QString m_key;
    Deadline m_deadline;
    Waiters<Account> m_waiters;
    bool m_abandoned = false;
    bool m_hasAnswered = false; ///< the keychain
    bool m_isDiscarded = false; ///< the item, since the database did not take the account
    bool m_late = false; ///< the deadline passed: the caller has an answer
};

} // namespace tokendesk
