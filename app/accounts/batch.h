// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QStringList>

namespace tokendesk {

/// One piece of work for many accounts, a few at a time; checks a few of each app, and those of a Facebook app fifty in
/// one request. Asks nobody where the answer is known before: a token too young to be renewed, one that has no renewal.
/// What is throttled while several are checked is asked once more when the app is free again. What would only make it
/// worse is let go: the other accounts of an app that the provider throttled, and all of them once the keychain refuses
/// or nobody can be reached. Deleting it lets go what has not begun; what runs comes to its end in Accounts.
class Batch : public QObject
{
    Q_OBJECT
public:
    enum class Work {
        Renew, ///< a one-hour token is extended, where that needs no app secret or one that is kept
        Check,
        Remove, ///< here, which does not revoke anything
    };
    enum class Outcome {
        Done,
        TooYoung, ///< nothing is wrong and nothing was asked: Entry::when tells from when on it can be renewed
        Endless, ///< there is no renewal, and none is needed or possible
        NeedsSecret, ///< a one-hour token whose app secret is not kept
        SignInAgain, ///< known to be refused, ended or gone, so that nobody was asked
        Failed, ///< Entry::error tells
        Gone, ///< the account was removed meanwhile
        LetGo, ///< not begun: cancelled, or Entry::error tells what happened to another account
    };
    struct Entry
    {
        QString id;
        QString name; ///< as it was called at the start
        QString providerId;
        QString app{}; ///< as CallOrigin::app() says
        Outcome outcome = Outcome::Done;
        Error error{}; ///< Failed, LetGo
        QDateTime when{}; ///< TooYoung; UTC
    };

    Batch(Accounts &accounts, const Catalog &catalog, const Clock &clock, QObject *parent = nullptr);

    /// Once. Each account is taken once, however often it is named; unknown ones are left out.
    void start(Work work, const QStringList &ids);
    ~Batch() override;
    /// Lets go of those that have not begun, and of checks that nobody was asked for yet; finished() comes when the
    /// running ones have ended.
    void cancel();

    Work work() const { return m_work; }
    bool isRunning() const { return m_runs; }
    qsizetype total() const { return m_total; }
    /// How each ended, in the order in which they did.
    const QList<Entry> &entries() const { return m_entries; }
    qsizetype count(Outcome outcome) const;
    /// How many did not work, and it was not the person who stopped them.
    qsizetype failed() const;

signals:
    /// One more has ended, or several.
    void progressed();
    /// All have ended; always after start(), never in it.
    void finished();

private:
    void startMore();
    qsizetype nextToBegin() const;
    qsizetype runningOf(const QString &app) const { return m_runningOfApp.value(app); }
    bool isTogether(const Entry &entry) const;
    void begin(const Entry &entry);
    void run(const Entry &entry);
    void checkTogether(const Entry &first);
    Accounts::Urgency urgency() const;
    void renew(const Account &account);
    void ended(const QString &id, const std::optional<Error> &error);
    void end(Entry entry, Outcome outcome);
    std::optional<Outcome> knownBefore(const Account &account, Entry &entry) const;
    bool mayWait(const Entry &ended) const;
    void letGoAfter(const Entry &failed);
    template <typename Which>
    void letGo(const Error &error, const Which &which);
    void finishLater();

    Accounts &m_accounts;
    const Catalog &m_catalog;
    const Clock &m_clock;
    Work m_work = Work::Renew;
    bool m_runs = false;
    bool m_cancelled = false;
    qsizetype m_total = 0;
    qsizetype m_told = 0; ///< of the entries, how many progressed() has told
    int m_unreached = 0; ///< in a row
    QList<Entry> m_waiting;
    QHash<QString, Error> m_waited; ///< by account: with what it was throttled before
    QHash<QString, Entry> m_running;
    QHash<QString, qsizetype> m_runningOfApp;
    QList<Entry> m_entries;
};

} // namespace tokendesk
