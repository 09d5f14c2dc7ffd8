// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/keychain.h"

#include <QList>
#include <QPointer>
#include <QStringList>
#include <functional>
#include <map>

namespace tokendesk {

/// A keychain in memory that has every mood of a real one, at the moment a test wants it.
class MemoryKeychain final : public Keychain
{
    Q_OBJECT
public:
    enum class Mood {
        Open,
        Locked, ///< writing and reading are refused
        Unavailable, ///< no keychain answers
        Silent, ///< no answer until the mood changes; then all of them, by the new mood
        Altering, ///< what is read back is not what was written
        Dying, ///< writes once more and is no more before it can say so
    };

    using Keychain::Keychain;

    void setMood(Mood mood);
    QStringList keys() const; ///< but for the manifest's
    Secret value(const QString &key) const; ///< empty where there is none
    void lose(const QString &key); ///< somebody else deletes the item
    void spoil(const QString &key); ///< somebody else writes into it
    void refuse(const QString &key) { m_refused = key; } ///< writing this one
    void hold(const QString &part) { m_held = part; } ///< writing what has this in its key gets no answer yet
    bool isHolding() const { return !m_heldJobs.isEmpty(); }
    void release(); ///< what was held is written after all
    int reads() const { return m_reads; } ///< so far, answered or not
    bool isIdle() const { return m_jobs.isEmpty(); } ///< has everything been answered?

    void write(const QString &key, const Secret &secret, QObject *context, Callback<void> done) override;
    void read(const QString &key, QObject *context, Callback<Secret> done) override;
    void remove(const QString &key, QObject *context, Callback<void> done) override;
    void probe(QObject *context, Callback<void> done) override;
    void removeAll(const QStringList &keys, QObject *context, Callback<void> done) override;

private:
    void later(std::function<void()> job);
    void answer();
    Result<void> access() const;
    Result<void> store(const QString &key, const Secret &secret);

    Mood m_mood = Mood::Open;
    QString m_refused;
    QString m_held;
    QList<std::function<void()>> m_heldJobs;
    std::map<QString, Secret> m_items;
    QList<std::function<void()>> m_jobs;
    int m_reads = 0;
};

} // namespace tokendesk
