// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDeadlineTimer>
#include <QLockFile>
#include <QObject>
#include <QTimer>

namespace tokendesk {

/// One program at a time changes an account's token. A lock file in the folder of the database; that of a program which
/// was killed counts no more. Deleting it releases it.
class AccountLock : public QObject
{
    Q_OBJECT
public:
    AccountLock(const QString &folder, const QString &accountId);

    /// Waits for another program, without holding this one up. Where no lock file can be made (a full or read-only
    /// disk) it is done without: keeping a token alive counts for more. Errors: TimedOut after a minute.
    void acquire(QObject *context, Callback<void> done);
    void release() { m_file.unlock(); }

private:
    void tryNow();

    QLockFile m_file;
    QTimer m_again;
    QDeadlineTimer m_patience;
    Callback<void> m_done;
};

} // namespace tokendesk
