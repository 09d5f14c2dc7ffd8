// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/network.h"

#include "base/ownfile.h"
#include "graph/proxies.h"
#include "graph/replies.h"

#include <QFile>
#include <QNetworkInformation>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

// A PAC file may lead to a row of them.
constexpr qsizetype mostProxies = 16;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Where there is none, TLS is not set up for it: that takes a start a while.
QList<QSslCertificate> certificatesIn(const QByteArray &file)
{
    return file.isEmpty() ? QList<QSslCertificate>() : QSslCertificate::fromData(file, QSsl::Pem);
}

} // namespace

Network::Network(Settings &settings, const QString &folder, Keychain &keychain, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_file(folder + "/authorities.pem"_L1)
    , m_keychain(keychain)
    , m_clock(clock)
    // One that has ended since is still shown, with its date; it vouches for nothing any more.
    , m_authorities(certificatesIn(contentOf(m_file)))
{
    applyProxy();
    if (!m_authorities.isEmpty()) // naming all of the system's authorities takes a while
        trustAlso(m_authorities);
}

Network::~Network()
{
    tokendesk::useProxy({}, {});
    if (!m_authorities.isEmpty())
        trustAlso({});
}

void Network::start()
{
    // Where the system knows that a network's own sign-in page is in the way, Transport tells it.
    QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::CaptivePortal);
    if (!proxy().user.isEmpty() && !m_given)
        m_keychain.read(proxyPasswordKey, this, [this](Result<Secret> password) { passwordRead(std::move(password)); });
}

void Network::passwordRead(Result<Secret> password)
{
    if (!password || m_given)
        return;
    m_password = *std::move(password);
    applyProxy();
    emit changed();
}

void Network::applyProxy()
{
    tokendesk::useProxy(proxy(), m_password.clone());
}

void Network::useProxy(ProxyChoice choice)
{
    const ProxyChoice before = proxy();
    choice.user = before.user;
    choice.userAt = before.userAt;
    if (choice == before)
        return;
    m_settings.setProxy(choice);
    applyProxy();
    emit changed();
}

void Network::signIn(const QString &host, const QString &user, Secret password, QObject *context, Callback<void> done)
{
    ProxyChoice choice = proxy();
    if (choice.user != user || m_password != password)
        choice.userAt.clear();
    choice.user = user;
    choice.userAt.removeAll(host);
    choice.userAt.append(host);
    choice.userAt = choice.userAt.last(std::min(choice.userAt.size(), mostProxies));
    m_settings.setProxy(choice);
    m_password = std::move(password);
    m_given = true;
    applyProxy();
    m_keychain.write(proxyPasswordKey, m_password, context, std::move(done));
    emit changed();
}

void Network::signOut(QObject *context, Callback<void> done)
{
    ProxyChoice choice = proxy();
    choice.user.clear();
    choice.userAt.clear();
    m_settings.setProxy(choice);
    m_password = {};
    m_given = true;
    applyProxy();
    m_keychain.remove(proxyPasswordKey, context, std::move(done));
    emit changed();
}

std::expected<QList<QSslCertificate>, AuthorityFault> Network::read(const QByteArray &file) const
{
    return readAuthorities(file, m_clock.now());
}

Result<void> Network::trust(const QList<QSslCertificate> &authorities)
{
    QByteArray pem;
    for (const QSslCertificate &authority : authorities)
        pem += authority.toPem();
    if (const Result<void> written = writeOwnFile(m_file, pem); !written)
        return written;
    m_authorities = authorities;
    trustAlso(m_authorities);
    emit changed();
    return {};
}

Result<void> Network::distrust()
{
    if (const Result<void> removed = removeOwnFile(m_file); !removed)
        return removed;
    m_authorities.clear();
    trustAlso(m_authorities);
    emit changed();
    return {};
}

void Network::check(const QUrl &address, QObject *context, Callback<QString> done)
{
    const QString host = address.host();
    m_transport.clearConnectionCache(); // what was let through before says nothing
    m_transport.get(address, largestAnswer, context,
                    [this, host, done = std::move(done)](const Result<Answer> &answer) {
                        if (!answer)
                            done(std::unexpected(answer.error()));
                        else if (isForeign(*answer))
                            done(std::unexpected(readError(*answer)));
                        else
                            done(m_transport.proxyFor(host));
                    });
}

} // namespace tokendesk
