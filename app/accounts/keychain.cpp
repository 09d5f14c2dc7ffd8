// SPDX-License-Identifier: GPL-3.0-or-later
// QtKeychain's jobs go through one queue per process and are never deleted while they run; here one at a time is handed
// over, so that what nobody waits for any more need not run at all.
#include "accounts/keychain.h"

#include "accounts/keychainjobs.h"
#include "accounts/keychainsweep.h"
#include "accounts/libsecret.h"
#include "base/faultpoint.h"

#include <QPointer>
#include <QUuid>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokendesk {

/// One thing that was asked for: a few jobs of QtKeychain, each joined to the step that follows it.
class SystemKeychain::Operation : public QObject
{
public:
    Operation(SystemKeychain &keychain, const QString &key, QObject *context)
        : m_keychain(keychain)
        , m_key(key)
        , m_context(context)
    {
    }

    virtual void start() = 0;
    bool isWanted() const { return !m_context.isNull(); }
    bool hasEnded() const { return m_hasEnded; }

protected:
    /// Goes on with `next` when the job has finished. If this object is gone by then, the job finishes alone.
    template <typename Self>
    void run(QKeychain::Job *job, const QString &key, void (Self::*next)(const QKeychain::Job &))
    {
        job->setKey(key);
        connect(job, &QKeychain::Job::finished, this, [this, next](const QKeychain::Job *finished) {
            if (mayGoOn(*finished))
                (static_cast<Self *>(this)->*next)(*finished);
        });
        job->start();
    }

    /// Nobody waits any more, between two jobs.
    virtual void abandon() { end(); }

    /// The last thing an operation does: the callback may delete everything here.
    template <typename T>
    void conclude(const Callback<T> &done, Result<T> result)
    {
        const Callback<T> last = done;
        end();
        last(std::move(result));
    }

    SystemKeychain &m_keychain;
    const QString m_key;

private:
    void end()
    {
        m_hasEnded = true;
        m_keychain.startNextLater();
    }

    bool mayGoOn(const QKeychain::Job &job)
    {
        if (!isWanted()) {
            abandon();
            return false;
        }
        // A keyring that was restarted in the meantime needs a new session: one more try tells.
        if (job.error() == QKeychain::OtherError && !std::exchange(m_triedAgain, true) && forgetKeyringSession()) {
            start();
            return false;
        }
        return true;
    }

    QPointer<QObject> m_context;
    bool m_triedAgain = false;
    bool m_hasEnded = false;
};

class SystemKeychain::Reading final : public Operation
{
public:
    Reading(SystemKeychain &keychain, const QString &key, QObject *context, Callback<Secret> done)
        : Operation(keychain, key, context)
        , m_done(std::move(done))
    {
    }

    void start() override { run(keychainjobs::read(), m_key, &Reading::itemRead); }

private:
    void itemRead(const QKeychain::Job &job)
    {
        if (job.error() == QKeychain::EntryNotFound)
            return run(keychainjobs::read(), keychainjobs::canaryKey(), &Reading::canaryRead);
        if (job.error() != QKeychain::NoError)
            return conclude<Secret>(m_done, keychainjobs::failureOf(job, u"reading from the keychain"_s));
        Secret secret = keychainjobs::secretOf(job);
        if (secret.isEmpty())
            return conclude<Secret>(m_done, failure(ErrorKind::KeychainUnavailable, u"the keychain's item is empty"_s));
        conclude<Secret>(m_done, std::move(secret));
    }

    void canaryRead(const QKeychain::Job &job)
    {
        if (job.error() == QKeychain::NoError)
            return conclude<Secret>(m_done,
                                    failure(ErrorKind::InvalidInput, u"the keychain is open and has no such item"_s));
        conclude<Secret>(m_done, keychainjobs::failureOf(job, u"looking for anything of ours in the keychain"_s));
    }

    const Callback<Secret> m_done;
};

/// What writes to the keychain makes sure that the canary is there.
class SystemKeychain::Changing : public Operation
{
public:
    Changing(SystemKeychain &keychain, const QString &key, QObject *context, Callback<void> done)
        : Operation(keychain, key, context)
        , m_done(std::move(done))
    {
    }

protected:
    void finish(const Result<void> &result) { conclude(m_done, result); }
    void removeItem() { run(keychainjobs::remove(), m_key, &Changing::itemRemoved); }
    void makeCanaryStand() { run(keychainjobs::read(), keychainjobs::canaryKey(), &Changing::canaryRead); }
    virtual void canaryStands(const Result<void> &result) { finish(result); }

private:
    // A locked keyring also says "not found", or even that all went well: only the canary tells.
    void itemRemoved(const QKeychain::Job &job)
    {
        if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
            return finish(keychainjobs::failureOf(job, u"removing from the keychain"_s));
        makeCanaryStand();
    }

    void canaryRead(const QKeychain::Job &job)
    {
        if (job.error() == QKeychain::EntryNotFound)
            return run(keychainjobs::write("TokenDesk"), keychainjobs::canaryKey(), &Changing::canaryWritten);
        canaryWritten(job);
    }

    void canaryWritten(const QKeychain::Job &job)
    {
        if (job.error() != QKeychain::NoError)
            return canaryStands(keychainjobs::failureOf(job, u"making sure of the keychain"_s));
        m_keychain.m_canaryStands = true;
        canaryStands({});
    }

    const Callback<void> m_done;
};

class SystemKeychain::Writing : public Changing
{
public:
    Writing(SystemKeychain &keychain, const QString &key, const Secret &secret, QObject *context, Callback<void> done)
        : Changing(keychain, key, context, std::move(done))
        , m_secret(secret.clone())
    {
    }

    void start() override
    {
        if (m_key.isEmpty() || m_secret.isEmpty())
            return finish(failure(ErrorKind::InvalidInput, u"there is nothing to put into the keychain"_s));
        run(keychainjobs::write(m_secret.view()), m_key, &Writing::itemWritten);
    }

protected:
    virtual void itemStored() { m_keychain.m_canaryStands ? finish({}) : makeCanaryStand(); }
    // The item itself is there and was read back: that is what was asked for.
    void canaryStands(const Result<void> &) override { finish({}); }

private:
    void itemWritten(const QKeychain::Job &job)
    {
        if (job.error() != QKeychain::NoError)
            return finish(keychainjobs::failureOf(job, u"writing to the keychain"_s));
        tellFaultPoint(FaultPoint::ItemWritten);
        run(keychainjobs::read(), m_key, &Writing::itemReadBack);
    }

    void tellFaultPoint(FaultPoint point) const
    {
        if (m_key.startsWith("tokendesk/token/"_L1))
            faultPoint(point);
    }

    void itemReadBack(const QKeychain::Job &job)
    {
        if (job.error() != QKeychain::NoError)
            return finish(keychainjobs::failureOf(job, u"reading back what was written to the keychain"_s));
        if (keychainjobs::secretOf(job) != m_secret)
            return finish(failure(ErrorKind::KeychainUnavailable, u"the keychain gave back something else"_s));
        tellFaultPoint(FaultPoint::ItemReadBack);
        itemStored();
    }

    const Secret m_secret;
};

class SystemKeychain::Removing final : public Changing
{
public:
    using Changing::Changing;

    void start() override { removeItem(); }
};

/// An item that is written, read back and removed again. Its key is new each time, so that two programs that probe at
/// once do not disturb each other.
class SystemKeychain::Probing final : public Writing
{
public:
    Probing(SystemKeychain &keychain, QObject *context, Callback<void> done)
        : Writing(keychain, "tokendesk/probe/"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces),
                  Secret("TokenDesk"), context, std::move(done))
    {
    }

private:
    void itemStored() override { removeItem(); }
    void canaryStands(const Result<void> &result) override { finish(result); }
    void abandon() override
    {
        QKeychain::Job *job = keychainjobs::remove();
        job->setKey(m_key);
        job->start();
        Writing::abandon();
    }
};

/// Is the keychain open → what can be searched for goes at once → what is known one after the other, where the canary
/// tells that the search did not reach it → the canary → is it gone?
class SystemKeychain::Clearing final : public Changing
{
public:
    Clearing(SystemKeychain &keychain, const QStringList &keys, QObject *context, Callback<void> done)
        : Changing(keychain, keychainjobs::canaryKey(), context, std::move(done))
        , m_keys(keys + QStringList{keychainjobs::canaryKey()})
    {
    }

    void start() override { makeCanaryStand(); }

private:
    void canaryStands(const Result<void> &result) override
    {
        if (!result)
            return finish(result);
        m_keychain.m_canaryStands = false;
        sweepKeychain(keychainjobs::service(), this, [this] { swept(); });
    }

    void swept()
    {
        if (!isWanted())
            return abandon();
        run(keychainjobs::read(), keychainjobs::canaryKey(), &Clearing::looked);
    }

    void looked(const QKeychain::Job &job)
    {
        if (job.error() == QKeychain::EntryNotFound)
            return finish({});
        if (job.error() != QKeychain::NoError)
            return finish(keychainjobs::failureOf(job, u"looking for anything of ours in the keychain"_s));
        removeNext();
    }

    void removeNext()
    {
        if (m_keys.isEmpty())
            return run(keychainjobs::read(), keychainjobs::canaryKey(), &Clearing::lookedAgain);
        run(keychainjobs::remove(), m_keys.takeFirst(), &Clearing::removed);
    }

    void removed(const QKeychain::Job &job)
    {
        if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
            return finish(keychainjobs::failureOf(job, u"removing from the keychain"_s));
        removeNext();
    }

    void lookedAgain(const QKeychain::Job &job)
    {
        if (job.error() == QKeychain::EntryNotFound)
            return finish({});
        finish(failure(ErrorKind::KeychainUnavailable, u"the keychain still has items of ours"_s));
    }

    QStringList m_keys;
};

SystemKeychain::SystemKeychain(QObject *parent)
    : Keychain(parent)
{
}

SystemKeychain::~SystemKeychain() = default;

void SystemKeychain::write(const QString &key, const Secret &secret, QObject *context, Callback<void> done)
{
    enqueue(std::make_unique<Writing>(*this, key, secret, context, std::move(done)));
}

void SystemKeychain::read(const QString &key, QObject *context, Callback<Secret> done)
{
    enqueue(std::make_unique<Reading>(*this, key, context, std::move(done)));
}

void SystemKeychain::remove(const QString &key, QObject *context, Callback<void> done)
{
    enqueue(std::make_unique<Removing>(*this, key, context, std::move(done)));
}

void SystemKeychain::probe(QObject *context, Callback<void> done)
{
    enqueue(std::make_unique<Probing>(*this, context, std::move(done)));
}

void SystemKeychain::removeAll(const QStringList &keys, QObject *context, Callback<void> done)
{
    enqueue(std::make_unique<Clearing>(*this, keys, context, std::move(done)));
}

void SystemKeychain::enqueue(std::unique_ptr<Operation> operation)
{
    m_waiting.push_back(std::move(operation));
    startNextLater();
}

void SystemKeychain::startNextLater()
{
    QMetaObject::invokeMethod(this, &SystemKeychain::startNext, Qt::QueuedConnection);
}

void SystemKeychain::startNext()
{
    if (m_running && !m_running->hasEnded())
        return;
    m_running.reset();
    while (!m_waiting.empty() && !m_waiting.front()->isWanted())
        m_waiting.pop_front();
    if (m_waiting.empty())
        return;
    m_running = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_running->start(); // last, since it may end at once and its callback may delete this
}

} // namespace tokendesk
