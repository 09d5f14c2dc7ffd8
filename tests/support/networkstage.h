// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/network.h"
#include "support/desk.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"
#include "support/privateauthority.h"
#include "support/smallproxy.h"

#include <QTemporaryDir>
#include <QUrl>
#include <memory>

namespace tokendesk {

/// A provider that is reached by a company's proxy, with a certificate of the company's own authority, and the settings
/// for both. A test inherits it, and calls begin() and end() around each of its functions.
class NetworkStage
{
protected:
    void begin();
    void end() { m_network.reset(); }

    /// As at the program's next start.
    void openAgain();
    Result<QString> check();
    void useSmallProxy();
    void trustCompany();
    Result<void> signIn(const QByteArray &password, const QString &host = QStringLiteral("127.0.0.1"));
    /// What a check found, in a form to compare.
    static QString textOf(const Result<QString> &proxy);

    const QUrl instagram{QStringLiteral("https://graph.instagram.com/")};
    const std::unique_ptr<PrivateAuthority> m_authority = std::make_unique<PrivateAuthority>("Lumen Root CA");
    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock{QDateTime::currentDateTimeUtc()};
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Network> m_network;
    std::unique_ptr<SecureServer> m_server;
    std::unique_ptr<SmallProxy> m_proxy;
};

} // namespace tokendesk
