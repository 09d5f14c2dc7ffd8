// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountlock.h"

#include "base/logging.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr auto patience = 60s;
constexpr auto betweenTries = 50ms;

QString prepared(const QString &folder, const QString &accountId)
{
    const QString locks = folder + "/locks"_L1;
    if (!QDir(locks).exists() && QDir().mkpath(locks))
        QFile::setPermissions(locks, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return locks + u'/' + accountId + ".lock"_L1;
}

} // namespace

AccountLock::AccountLock(const QString &folder, const QString &accountId)
    : m_file(prepared(folder, accountId))
{
    // By time none is stale: a hung keychain may take minutes. That of a program which is no more is found out anyhow.
    m_file.setStaleLockTime(0);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &AccountLock::tryNow);
}

void AccountLock::acquire(QObject *context, Callback<void> done)
{
    m_done = std::move(done);
    m_patience.setRemainingTime(patience);
    connect(context, &QObject::destroyed, &m_again, &QTimer::stop);
    m_again.start(0);
}

void AccountLock::tryNow()
{
    if (m_file.tryLock(0))
        return m_done({});
    if (m_file.error() != QLockFile::LockFailedError) {
        qCWarning(lcAccounts) << "An account's lock file could not be made";
        return m_done({});
    }
    if (m_patience.hasExpired())
        return m_done(failure(ErrorKind::TimedOut, u"Another program is changing this account's token"_s));
    m_again.start(betweenTries);
}

} // namespace tokendesk
