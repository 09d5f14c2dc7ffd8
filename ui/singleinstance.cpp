// SPDX-License-Identifier: GPL-3.0-or-later
#include "singleinstance.h"

#include "base/logging.h"

#include <QCryptographicHash>
#include <QTimer>
#ifdef Q_OS_WIN
#include <windows.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr auto patience = 2s;
constexpr auto betweenTries = 20ms;
constexpr qint64 longestLine = 4096; // a path

// Short, since a socket's path must fit into 107 bytes.
QString nameFor(const QString &folder)
{
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return "tokendesk-"_L1 + QLatin1StringView(hash.first(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_name(nameFor(folder))
    , m_lock(folder + "/window.lock"_L1)
{
    m_lock.setStaleLockTime(0); // a window may be open for weeks
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::greet);
}

bool SingleInstance::claim(const QString &file)
{
    m_file = file;
    if (m_lock.tryLock(0)) {
        listen();
        return true;
    }
    if (m_lock.error() != QLockFile::LockFailedError)
        return true;
    askFirst();
    return false;
}

void SingleInstance::listen()
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_name); // of a program that was killed: the lock is ours
    if (!m_server.listen(m_name))
        qCWarning(lcApp) << "A second start will not find this window";
}

/// Whoever connects wants the window, and may say in one line which file it was started with.
void SingleInstance::greet()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { hear(socket); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(patience, socket, [socket] { socket->abort(); });
        emit raiseRequested();
        hear(socket);
    }
}

void SingleInstance::hear(QLocalSocket *socket)
{
    if (!socket->canReadLine() && socket->bytesAvailable() < longestLine)
        return;
    const QByteArray line = socket->readLine(longestLine);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
    if (line.size() > 1 && line.endsWith('\n'))
        emit fileRequested(QString::fromUtf8(line.chopped(1)));
}

void SingleInstance::askFirst()
{
#ifdef Q_OS_WIN
    AllowSetForegroundWindow(ASFW_ANY); // else the first one may only blink in the task bar
#endif
    m_patience.setRemainingTime(patience);
    connect(&m_toFirst, &QLocalSocket::connected, this, [this] { m_toFirst.write(m_file.toUtf8() + '\n'); });
    connect(&m_toFirst, &QLocalSocket::disconnected, this, &SingleInstance::firstWasAsked);
    connect(&m_toFirst, &QLocalSocket::errorOccurred, this, &SingleInstance::askAgain);
    m_toFirst.connectToServer(m_name);
}

/// It holds the lock and may not listen yet. Closing the connection, which is its answer, is an error as well.
void SingleInstance::askAgain()
{
    if (m_toFirst.error() == QLocalSocket::PeerClosedError)
        return;
    if (m_patience.hasExpired())
        emit firstWasAsked();
    else
        QTimer::singleShot(betweenTries, this, [this] { m_toFirst.connectToServer(m_name); });
}

} // namespace tokendesk
