// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicefacebooktokens.h"

#include "practice/practicefacebookworld.h"
#include "practice/practiceseal.h"

#include <QDataStream>
#include <QIODevice>
#include <QRandomGenerator>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr char prefix[] = "PRACTICEFB";
constexpr quint8 formatVersion = 1;

quint32 bitsOf(const QStringList &scopes)
{
    quint32 bits = 0;
    for (qsizetype i = 0; i < practiceFacebookScopes().size(); ++i)
        bits |= quint32(scopes.contains(practiceFacebookScopes().at(i))) << i;
    return bits;
}

QStringList scopesOf(quint32 bits)
{
    QStringList scopes;
    for (qsizetype i = 0; i < practiceFacebookScopes().size(); ++i) {
        if (bits & (1u << i))
            scopes << practiceFacebookScopes().at(i);
    }
    return scopes;
}

qint64 millisecondsOf(const QDateTime &instant)
{
    return instant.isValid() ? instant.toMSecsSinceEpoch() : 0;
}

QDateTime instantOf(qint64 milliseconds)
{
    return milliseconds > 0 ? QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc()) : QDateTime();
}

} // namespace

QByteArray mintPracticeFacebookToken(const PracticeFacebookToken &token)
{
    QByteArray payload;
    QDataStream stream(&payload, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << formatVersion << quint8(token.kind) << token.appId << token.userId << token.pageId << bitsOf(token.scopes)
           << bitsOf(token.declined) << quint8(token.pages.size());
    for (const quint64 page : token.pages)
        stream << page;
    stream << millisecondsOf(token.issuedAt) << millisecondsOf(token.expiresAt)
           << millisecondsOf(token.dataAccessExpiresAt) << QRandomGenerator::system()->generate64()
           << QRandomGenerator::system()->generate64();
    return sealedForPractice(prefix, payload);
}

std::optional<PracticeFacebookToken> readPracticeFacebookToken(const QByteArray &text)
{
    const std::optional<QByteArray> payload = unsealedForPractice(prefix, text);
    if (!payload)
        return std::nullopt;
    QDataStream stream(*payload);
    stream.setVersion(QDataStream::Qt_6_4);
    quint8 version = 0;
    quint8 kind = 0;
    quint32 scopes = 0;
    quint32 declined = 0;
    qint64 issuedAt = 0;
    qint64 expiresAt = 0;
    qint64 dataAccessExpiresAt = 0;
    PracticeFacebookToken token;
    quint8 pages = 0; // not QDataStream's own list: Qt 6.4 reserves whatever number a text names
    stream >> version >> kind >> token.appId >> token.userId >> token.pageId >> scopes >> declined >> pages;
    for (int i = 0; i < pages; ++i) {
        quint64 page = 0;
        stream >> page;
        token.pages.append(page);
    }
    stream >> issuedAt >> expiresAt >> dataAccessExpiresAt;
    const bool known = version == formatVersion && kind <= quint8(PracticeFacebookToken::Kind::SystemUser);
    if (stream.status() != QDataStream::Ok || !known)
        return std::nullopt;
    token.kind = PracticeFacebookToken::Kind(kind);
    token.scopes = scopesOf(scopes);
    token.declined = scopesOf(declined);
    token.issuedAt = instantOf(issuedAt);
    token.expiresAt = instantOf(expiresAt);
    token.dataAccessExpiresAt = instantOf(dataAccessExpiresAt);
    return token;
}

} // namespace tokendesk
