// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/checking.h"

namespace tokendesk {

/// Several checks of one Facebook app, so that their questions go out at the same moment and become one request: a few
/// tokens at a time are read from the keychain, and none any more once it refuses. The checks go on by themselves
/// afterwards.
class Accounts::Gathering : public QObject
{
public:
    Gathering(const QStringList &ids, Accounts &accounts, QObject *context, EachChecked each);

    void run();
    /// That check has all that its question takes, and asks when told to.
    void arrived(Checking *checking);
    /// It has ended before.
    void gaveUp(const Error &error);

private:
    void begin(const QString &id);
    void goOn();

    Accounts &m_accounts;
    QStringList m_waiting;
    QPointer<QObject> m_context;
    EachChecked m_each;
    int m_reading = 0;
    QList<QPointer<Checking>> m_ready;
};

} // namespace tokendesk
