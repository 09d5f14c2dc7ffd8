// SPDX-License-Identifier: GPL-3.0-or-later
#include "forget/forgetting.h"

#include "accounts/network.h"
#include "base/ownfile.h"
#include "desktop/autostart.h"
#include "desktop/schedule.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QLockFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr auto patience = 60s; // it may be asking the person

const QString windowLock = QStringLiteral("window.lock");

/// Everything that any part of the program writes into its data folder, and what is beside it for a moment.
const QStringList ownFiles{u"tokendesk.sqlite"_s,   u"tokendesk.sqlite-*"_s, u"damaged-*.sqlite"_s,
                           u"damaged-*.sqlite-*"_s, u"localhost.pem*"_s,     u"trusted.pem*"_s,
                           u"authorities.pem*"_s,   u"window.lock*"_s};

/// Is it free, or of a program that is no more, or no lock at all? What this program does itself ends with its
/// accounts.
bool isFree(const QString &path)
{
    QLockFile lock(path);
    lock.setStaleLockTime(0);
    if (lock.tryLock(0) || lock.error() != QLockFile::LockFailedError)
        return true;
    qint64 process = 0;
    QString computer;
    QString program;
    return !lock.getLockInfo(&process, &computer, &program) || process == QCoreApplication::applicationPid();
}

/// Those of that folder that are ours; the folder goes where nothing else is in it.
QStringList removeIn(const QString &folder, const QStringList &names)
{
    QStringList left;
    const QDir place(folder);
    for (const QString &name : place.entryList(names, QDir::Files | QDir::Hidden | QDir::System)) {
        if (!removeOwnFile(place.filePath(name)))
            left.append(place.filePath(name));
    }
    if (left.isEmpty())
        QDir().rmdir(folder);
    return left;
}

} // namespace

Forgetting::Forgetting(const Place &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_trust(place.desktop, place.data)
    , m_patience(place.clock)
{
    connect(&m_patience, &Deadline::passed, this, &Forgetting::keychainIsSilent);
}

void Forgetting::start(Reach reach)
{
    m_reach = reach;
    m_left.clear();
    if (const QString other = otherProgram(); !other.isEmpty()) {
        leave(Trace::OtherPrograms, other,
              {.kind = ErrorKind::Cancelled, .what = u"Another program of ours is at work"_s});
        return end();
    }
    if (m_reach == Reach::AllButKeychain) {
        QMetaObject::invokeMethod(this, &Forgetting::removeSchedule, Qt::QueuedConnection);
        return;
    }
    askKeychain();
    m_place.keychain.probe(m_asking.get(), then(this, &Forgetting::probed));
}

/// The lock that another program holds; empty for none. The window's own is held while it asks.
QString Forgetting::otherProgram() const
{
    QDirIterator locks(m_place.data + "/locks"_L1, {u"*.lock"_s}, QDir::Files);
    while (locks.hasNext()) {
        const QString lock = locks.next();
        if (!isFree(lock))
            return m_place.desktop.shown(lock);
    }
    const QString window = m_place.data + u'/' + windowLock;
    const bool hasWindow = m_place.asker == Asker::CommandLine && QFile::exists(window) && !isFree(window);
    return hasWindow ? m_place.desktop.shown(window) : QString();
}

void Forgetting::askKeychain()
{
    m_asking = std::make_unique<QObject>();
    m_patience.start(patience);
}

void Forgetting::keychainIsSilent()
{
    m_asking.reset();
    leave(Trace::Keychain, {}, {.kind = ErrorKind::TimedOut, .what = u"The keychain does not answer"_s});
    end();
}

void Forgetting::probed(Result<void> result)
{
    m_patience.stop();
    if (result)
        return removeSchedule();
    leave(Trace::Keychain, {}, result.error());
    end();
}

void Forgetting::removeSchedule()
{
    m_begun = true;
    Schedule(m_place.desktop).remove(this, then(this, &Forgetting::scheduleRemoved));
}

void Forgetting::scheduleRemoved(Result<void> result)
{
    if (!result)
        leave(Trace::Schedule, Schedule(m_place.desktop).place(), result.error());
    Autostart autostart(m_place.desktop);
    if (const Result<void> off = autostart.turnOff(); !off)
        leave(Trace::Autostart, autostart.place(), off.error());
    removeTrust();
}

void Forgetting::removeTrust()
{
    if (m_trust.state(QSslCertificate()) == Trusted::No)
        return clearKeychain();
    m_trust.remove(this, [this](TrustOutcome outcome) { trustRemoved(outcome); });
}

void Forgetting::trustRemoved(TrustOutcome outcome)
{
    if (outcome != TrustOutcome::Done)
        leave(Trace::Trust, m_trust.places().join(u", "_s),
              {.kind = ErrorKind::Cancelled,
               .what = outcome == TrustOutcome::NoTool ? u"The program certutil is missing"_s
                                                       : u"The store could not be changed"_s});
    clearKeychain();
}

/// From here on nobody else writes: not the accounts, nor the settings.
void Forgetting::clearKeychain()
{
    if (m_place.accounts) {
        m_items += m_place.accounts->keychainItems();
        m_place.accounts->close();
        m_place.accounts = nullptr;
    }
    if (m_reach == Reach::AllButKeychain)
        return removeFiles();
    askKeychain();
    m_place.keychain.removeAll(m_items + QStringList{proxyPasswordKey}, m_asking.get(),
                               then(this, &Forgetting::cleared));
}

/// What the files know is needed once more where it refused.
void Forgetting::cleared(Result<void> result)
{
    m_patience.stop();
    if (result)
        return removeFiles();
    leave(Trace::Keychain, {}, result.error());
    end();
}

void Forgetting::removeFiles()
{
    const QString data = m_place.data;
    QStringList own = ownFiles;
    if (m_trust.state(QSslCertificate()) != Trusted::No)
        own.removeOne(u"trusted.pem*"_s); // by it the trust is undone another time
    QStringList left = removeIn(data + "/locks"_L1, {u"*.lock*"_s});
    left += removeIn(data + "/providers"_L1, {u"*.json*"_s});
    left += removeIn(data, own);
    for (const QString &path : std::as_const(left))
        leave(Trace::Files, m_place.desktop.shown(path),
              {.kind = ErrorKind::Storage, .what = u"A file could not be removed"_s});
    if (const Result<void> forgotten = m_place.settings.forget(); !forgotten)
        leave(Trace::Files, {}, forgotten.error());
    end();
}

void Forgetting::leave(Trace trace, const QString &place, const Error &why)
{
    m_left.append({trace, place, why});
}

void Forgetting::end()
{
    const QList<Remnant> left = m_left;
    QMetaObject::invokeMethod(this, [this, left] { emit finished(left); }, Qt::QueuedConnection);
}

} // namespace tokendesk
