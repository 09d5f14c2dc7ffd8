// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"
#include "support/desk.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"

#include <QList>
#include <QUrl>

namespace tokendesk {

/// What the window works with, on a folder of its own, with a keychain of every mood and a browser that only notes.
class WindowFixture
{
public:
    WindowFixture();

    /// An account of the built-in Instagram that works, with its token in the keychain; changed before it is stored.
    /// Is seen after start().
    template <typename Change>
    void add(const QString &username, Change change)
    {
        Account account = workingAccount(username);
        change(account);
        store(account);
    }
    void add(const QString &username) { store(workingAccount(username)); }
    /// What is kept for the app of those accounts; without one they are asked for it.
    void keepAppSecret();
    /// The program starts: everything stored is read.
    Services &start();

    static QByteArray tokenOf(const QString &username);

    ManualClock clock;
    MemoryKeychain keychain;
    Desk desk;
    QList<QUrl> opened; ///< in the browser

private:
    Account workingAccount(const QString &username) const;
    void store(const Account &account);

    QTemporaryDir m_folder;

public:
    Settings settings;

private:
    Network m_network{settings, m_folder.path(), keychain, clock};
    CertificateStore m_certificates;
    Registration m_registration;
    std::unique_ptr<Clipboard> m_clipboard;
    std::unique_ptr<Services> m_services;
};

} // namespace tokendesk
