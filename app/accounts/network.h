// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/keychain.h"
#include "base/clock.h"
#include "base/settings.h"
#include "graph/authorities.h"
#include "graph/transport.h"

#include <QObject>

namespace tokendesk {

/// The keychain item with the password for the proxy.
inline const QString proxyPasswordKey = QStringLiteral("tokendesk/proxy");

/// How the program reaches the internet: the proxy, who signs in there, and the authorities that are trusted besides
/// the system's. One per program, made before the first request; what it is told counts for every Transport.
class Network : public QObject
{
    Q_OBJECT
public:
    /// Keeps "authorities.pem" in `folder`. All others outlive it.
    Network(Settings &settings, const QString &folder, Keychain &keychain, const Clock &clock,
            QObject *parent = nullptr);
    /// The way is the system's again.
    ~Network() override;

    /// Reads the proxy's password, where there is one. Called before anything else asks the keychain, which answers in
    /// turn, it is there before any token is.
    void start();

    ProxyChoice proxy() const { return m_settings.proxy(); }
    /// Keeps who signs in.
    void useProxy(ProxyChoice choice);
    /// That user signs in at the proxy on that host from now on, and at those before where it is with the same
    /// password; `done` tells whether the keychain keeps the password, or why it is known until the program ends only.
    /// Errors: KeychainUnavailable, KeychainLocked.
    void signIn(const QString &host, const QString &user, Secret password, QObject *context, Callback<void> done);
    /// Nobody signs in any more, and the keychain forgets the password. Errors: as above.
    void signOut(QObject *context, Callback<void> done);

    const QList<QSslCertificate> &authorities() const { return m_authorities; }
    /// The authorities in a file, to be looked at before they are trusted.
    std::expected<QList<QSslCertificate>, AuthorityFault> read(const QByteArray &file) const;
    /// Trusts these instead of those before. Errors: Storage where they cannot be kept; nothing changed then.
    Result<void> trust(const QList<QSslCertificate> &authorities);
    /// Trusts the system's alone again. Errors: Storage.
    Result<void> distrust();

    /// Asks that address and tells by way of which proxy it answered, "" for none. Errors: Transport's, and Malformed
    /// with ErrorHint::Portal.
    void check(const QUrl &address, QObject *context, Callback<QString> done);

signals:
    /// Something else was chosen, or the password is known now.
    void changed();

private:
    void applyProxy();
    void passwordRead(Result<Secret> password);

    Settings &m_settings;
    const QString m_file;
    Keychain &m_keychain;
    const Clock &m_clock;
    Secret m_password;
    bool m_given = false; ///< the password was given meanwhile: a late answer of the keychain is older
    QList<QSslCertificate> m_authorities;
    Transport m_transport;
};

} // namespace tokendesk
