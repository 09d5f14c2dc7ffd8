// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/keyring.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;

namespace tokendesk {

/// The Secret Service's own structure for a value.
struct DBusSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

QDBusArgument &operator<<(QDBusArgument &argument, const DBusSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, DBusSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

namespace {

const QString name = QStringLiteral("org.freedesktop.secrets");
const QString servicePath = QStringLiteral("/org/freedesktop/secrets");
const QString collectionPath = QStringLiteral("/org/freedesktop/secrets/collection/login");
constexpr int patience = 10'000;

QByteArray password()
{
    return qgetenv("TOKENDESK_KEYRING_PASSWORD");
}

QDBusMessage call(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(name, path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message, QDBus::Block, patience);
}

QVariant property(const QString &path, const QString &interface, const QString &what)
{
    const QDBusReply<QDBusVariant> reply
        = call(path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {interface, what});
    return reply.isValid() ? reply.value().variant() : QVariant();
}

// Null while there is no answer.
QVariant isLocked()
{
    return property(collectionPath, u"org.freedesktop.Secret.Collection"_s, u"Locked"_s);
}

/// Empty where there is none.
QDBusObjectPath newSession()
{
    const QDBusMessage opened = call(servicePath, u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s,
                                     {u"plain"_s, QVariant::fromValue(QDBusVariant(u""_s))});
    return opened.type() == QDBusMessage::ReplyMessage ? opened.arguments().at(1).value<QDBusObjectPath>()
                                                       : QDBusObjectPath();
}

bool isOnTheBus()
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(name);
}

} // namespace

Keyring::Keyring()
{
    qDBusRegisterMetaType<DBusSecret>();
    qDBusRegisterMetaType<QMap<QString, QString>>();
    m_daemon.setStandardErrorFile(QProcess::nullDevice());
    m_daemon.setStandardOutputFile(QProcess::nullDevice());
    if (!isPossible())
        qFatal("this test ends keyrings: run it through tests/with-keyring");
    const QDBusReply<uint> pid = QDBusConnection::sessionBus().interface()->servicePid(name);
    if (pid.isValid())
        ::kill(pid_t(pid.value()), SIGKILL);
    if (!QTest::qWaitFor([] { return !isOnTheBus(); }, patience))
        qFatal("the keyring of the bus does not end");
}

Keyring::~Keyring()
{
    kill();
}

bool Keyring::isPossible()
{
    return qEnvironmentVariableIntValue("TOKENDESK_PRIVATE_SESSION") == 1;
}

bool Keyring::start(State state)
{
    // Now and then gnome-keyring comes up and never opens its collection: that is its own fault, and no test's subject.
    for (int attempt = 0; attempt < 3; ++attempt) {
        launch(state);
        const bool locked = state == State::Locked;
        if (QTest::qWaitFor([locked] { return isOnTheBus() && isLocked() == QVariant(locked); }, patience / 2))
            return true;
        kill();
    }
    return false;
}

void Keyring::launch(State state)
{
    QStringList arguments{u"--foreground"_s, u"--components=secrets"_s};
    if (state == State::Unlocked)
        arguments += u"--unlock"_s;
    m_daemon.start(u"gnome-keyring-daemon"_s, arguments);
    if (state == State::Unlocked)
        m_daemon.write(password());
    m_daemon.closeWriteChannel();
}

void Keyring::kill()
{
    m_daemon.kill();
    m_daemon.waitForFinished(patience);
    if (!QTest::qWaitFor([] { return !isOnTheBus(); }, patience))
        qFatal("the keyring does not end");
}

bool Keyring::lock()
{
    const QVariant collections = QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(collectionPath)});
    call(servicePath, u"org.freedesktop.Secret.Service"_s, u"Lock"_s, {collections});
    return isLocked() == QVariant(true);
}

bool Keyring::unlock()
{
    const QDBusObjectPath session = newSession();
    if (session.path().isEmpty())
        return false;
    const DBusSecret secret{session, {}, password(), u"text/plain"_s};
    call(servicePath, u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s,
         {QVariant::fromValue(QDBusObjectPath(collectionPath)), QVariant::fromValue(secret)});
    return isLocked() == QVariant(false);
}

void Keyring::hang()
{
    ::kill(pid_t(m_daemon.processId()), SIGSTOP);
}

void Keyring::goOn()
{
    ::kill(pid_t(m_daemon.processId()), SIGCONT);
}

bool Keyring::addForeign(const QString &key) const
{
    const QMap<QString, QString> attributes{
        {u"user"_s, key}, {u"server"_s, u"Another program"_s}, {u"xdg:schema"_s, u"org.qt.keychain"_s}};
    const QVariantMap properties{{u"org.freedesktop.Secret.Item.Label"_s, key},
                                 {u"org.freedesktop.Secret.Item.Attributes"_s, QVariant::fromValue(attributes)}};
    const DBusSecret secret{newSession(), {}, "theirs", u"text/plain"_s};
    const QDBusMessage made = call(collectionPath, u"org.freedesktop.Secret.Collection"_s, u"CreateItem"_s,
                                   {properties, QVariant::fromValue(secret), true});
    return made.type() == QDBusMessage::ReplyMessage;
}

int Keyring::count(const QString &keyPrefix) const
{
    const QVariant items = property(collectionPath, u"org.freedesktop.Secret.Collection"_s, u"Items"_s);
    if (!items.isValid())
        return -1;
    int matching = 0;
    for (const QDBusObjectPath &item : qdbus_cast<QList<QDBusObjectPath>>(items)) {
        const QVariant attributes = property(item.path(), u"org.freedesktop.Secret.Item"_s, u"Attributes"_s);
        const auto names = qdbus_cast<QMap<QString, QString>>(attributes);
        matching += names.value(u"user"_s).startsWith(keyPrefix) ? 1 : 0;
    }
    return matching;
}

} // namespace tokendesk
