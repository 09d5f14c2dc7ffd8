// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"

#include "support/rawclient.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString written(const QString &folder, const QByteArray &provider)
{
    QFile file(folder + "/test.json"_L1);
    if (!provider.isEmpty() && file.open(QIODevice::WriteOnly))
        file.write(provider);
    return folder;
}

} // namespace

Desk::Desk(Keychain &keychain, const Clock &clock, const QByteArray &provider)
    : catalog(written(m_folder.path(), provider))
    , queue(transport, clock)
    , m_keychain(keychain)
    , m_clock(clock)
{
    restart();
}

void Desk::restart()
{
    m_accounts.reset();
    m_usage.reset();
    m_database.reset();
    open(Database::open(m_folder.path()));
}

void Desk::loseDatabase()
{
    m_accounts.reset();
    m_usage.reset();
    m_database.reset();
    QFile file(m_folder.filePath(u"tokendesk.sqlite"_s));
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(QByteArray(20'000, 'x'));
    file.close();
    open(Database::openAnew(m_folder.path()));
}

void Desk::open(Result<std::unique_ptr<Database>> database)
{
    m_database = std::move(database).value();
    m_accounts = std::make_unique<Accounts>(*m_database, m_keychain, catalog, graph, m_clock);
    m_usage = std::make_unique<UsageLog>(*m_database, m_clock);
    QObject::connect(&queue, &Queue::measured, m_usage.get(), &UsageLog::note);
    QObject::connect(&queue, &Queue::sent, m_usage.get(), &UsageLog::noteOwn);
    // As main does.
    QObject::connect(m_accounts.get(), &Accounts::databaseDamaged, m_accounts.get(), &Accounts::replaceDatabase);
}

QByteArray testProvider(quint16 port, const QString &builtIn)
{
    QFile practice(u":/providers/%1.json"_s.arg(builtIn));
    if (!practice.open(QIODevice::ReadOnly))
        return {};
    QJsonObject provider = QJsonDocument::fromJson(practice.readAll()).object();
    QJsonObject endpoints = provider["endpoints"_L1].toObject();
    for (const QString &name : endpoints.keys())
        endpoints[name] = endpoints[name].toString().replace("127.0.0.1"_L1, u"127.0.0.1:%1"_s.arg(port));
    provider["endpoints"_L1] = endpoints;
    provider["id"_L1] = u"test"_s;
    provider["name"_L1] = u"Test"_s;
    provider.remove("practice"_L1);
    QJsonArray redirects;
    for (const QJsonValue &address : provider["redirectAddresses"_L1].toArray())
        redirects.append(
            address.toString().replace("/practice/"_L1, "/test/"_L1).replace("/practice-facebook/"_L1, "/test/"_L1));
    provider["redirectAddresses"_L1] = redirects;
    return QJsonDocument(provider).toJson();
}

QString freeRedirectAddress(const QString &scheme)
{
    const QString host = scheme == "https"_L1 ? u"localhost"_s : u"127.0.0.1"_s;
    return u"%1://%2:%3/test/"_s.arg(scheme, host).arg(freePort());
}

} // namespace tokendesk
