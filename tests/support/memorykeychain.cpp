// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorykeychain.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace tokendesk {

void MemoryKeychain::setMood(Mood mood)
{
    m_mood = mood;
    QMetaObject::invokeMethod(this, &MemoryKeychain::answer, Qt::QueuedConnection);
}

QStringList MemoryKeychain::keys() const
{
    QStringList keys;
    for (const auto &[key, secret] : m_items) {
        if (!key.startsWith("tokendesk/manifest/"_L1))
            keys.append(key);
    }
    return keys;
}

Secret MemoryKeychain::value(const QString &key) const
{
    const auto found = m_items.find(key);
    return found == m_items.end() ? Secret() : found->second.clone();
}

void MemoryKeychain::lose(const QString &key)
{
    m_items.erase(key);
}

void MemoryKeychain::spoil(const QString &key)
{
    m_items.insert_or_assign(key, Secret("spoilt"));
}

Result<void> MemoryKeychain::access() const
{
    switch (m_mood) {
    case Mood::Locked:
        return failure(ErrorKind::KeychainLocked, u"The test's keychain is locked"_s);
    case Mood::Unavailable:
        return failure(ErrorKind::KeychainUnavailable, u"The test has no keychain"_s);
    case Mood::Open:
    case Mood::Silent:
    case Mood::Altering:
    case Mood::Dying:
        break;
    }
    return {};
}

Result<void> MemoryKeychain::store(const QString &key, const Secret &secret)
{
    if (key == m_refused)
        return failure(ErrorKind::KeychainUnavailable, u"The test refuses it"_s);
    if (const Result<void> open = access(); !open)
        return open;
    m_items.insert_or_assign(key, m_mood == Mood::Altering ? Secret("altered") : secret.clone());
    if (m_mood == Mood::Altering)
        return failure(ErrorKind::KeychainUnavailable, u"The test's keychain gave back something else"_s);
    if (m_mood == Mood::Dying) {
        m_mood = Mood::Unavailable;
        return access();
    }
    return {};
}

void MemoryKeychain::later(std::function<void()> job)
{
    m_jobs.append(std::move(job));
    QMetaObject::invokeMethod(this, &MemoryKeychain::answer, Qt::QueuedConnection);
}

void MemoryKeychain::answer()
{
    while (!m_jobs.isEmpty() && m_mood != Mood::Silent)
        m_jobs.takeFirst()();
}

void MemoryKeychain::write(const QString &key, const Secret &secret, QObject *context, Callback<void> done)
{
    const auto copy = std::make_shared<Secret>(secret.clone()); // std::function must be copyable
    std::function<void()> job = [this, key, copy, guard = QPointer<QObject>(context), done = std::move(done)] {
        const Result<void> result = store(key, *copy);
        if (guard)
            done(result);
    };
    if (!m_held.isEmpty() && key.contains(m_held))
        m_heldJobs.append(std::move(job));
    else
        later(std::move(job));
}

void MemoryKeychain::release()
{
    m_held.clear();
    for (std::function<void()> &job : m_heldJobs)
        later(std::move(job));
    m_heldJobs.clear();
}

void MemoryKeychain::read(const QString &key, QObject *context, Callback<Secret> done)
{
    ++m_reads;
    later([this, key, guard = QPointer<QObject>(context), done = std::move(done)] {
        Result<Secret> result = value(key);
        if (const Result<void> open = access(); !open)
            result = std::unexpected(open.error());
        else if (result->isEmpty())
            result = failure(ErrorKind::InvalidInput, u"The test's keychain has no such item"_s);
        if (guard)
            done(std::move(result));
    });
}

void MemoryKeychain::remove(const QString &key, QObject *context, Callback<void> done)
{
    later([this, key, guard = QPointer<QObject>(context), done = std::move(done)] {
        const Result<void> result = access();
        if (result)
            m_items.erase(key);
        if (guard)
            done(result);
    });
}

void MemoryKeychain::removeAll(const QStringList &, QObject *context, Callback<void> done)
{
    later([this, guard = QPointer<QObject>(context), done = std::move(done)] {
        const Result<void> result = access();
        if (result)
            m_items.clear();
        if (guard)
            done(result);
    });
}

void MemoryKeychain::probe(QObject *context, Callback<void> done)
{
    later([this, guard = QPointer<QObject>(context), done = std::move(done)] {
        if (guard)
            done(access());
    });
}

} // namespace tokendesk
