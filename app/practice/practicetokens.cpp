// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicetokens.h"

#include "practice/practiceseal.h"

#include <QDataStream>
#include <QIODevice>
#include <QRandomGenerator>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr char prefix[] = "PRACTICE";
constexpr quint8 formatVersion = 1;
constexpr int nonceWords = 15; // brings the text to the length of a real token

quint8 bitsOf(const QStringList &scopes)
{
    quint8 bits = 0;
    for (qsizetype i = 0; i < practiceScopes().size(); ++i)
        bits |= quint8(scopes.contains(practiceScopes().at(i)) << i);
    return bits;
}

QStringList scopesOf(quint8 bits)
{
    QStringList scopes;
    for (qsizetype i = 0; i < practiceScopes().size(); ++i) {
        if (bits & (1 << i))
            scopes << practiceScopes().at(i);
    }
    return scopes;
}

void writeNonce(QDataStream &stream)
{
    for (int i = 0; i < nonceWords; ++i)
        stream << QRandomGenerator::system()->generate();
    stream << quint16(QRandomGenerator::system()->generate());
}

} // namespace

const QStringList &practiceScopes()
{
    static const QStringList scopes{u"instagram_business_basic"_s, u"instagram_business_content_publish"_s,
                                    u"instagram_business_manage_comments"_s, u"instagram_business_manage_messages"_s,
                                    u"instagram_business_manage_insights"_s};
    return scopes;
}

QByteArray mintPracticeToken(const PracticeToken &token)
{
    QByteArray payload;
    QDataStream stream(&payload, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << formatVersion << quint8(token.kind) << bitsOf(token.scopes) << token.appId << token.userId
           << token.issuedAt.toMSecsSinceEpoch() << token.expiresAt.toMSecsSinceEpoch();
    writeNonce(stream);
    return sealedForPractice(prefix, payload);
}

std::optional<PracticeToken> readPracticeToken(const QByteArray &text)
{
    const std::optional<QByteArray> payload = unsealedForPractice(prefix, text);
    if (!payload)
        return std::nullopt;

    QDataStream stream(*payload);
    stream.setVersion(QDataStream::Qt_6_4);
    quint8 version = 0;
    quint8 kind = 0;
    quint8 scopes = 0;
    qint64 issuedAt = 0;
    qint64 expiresAt = 0;
    PracticeToken token;
    stream >> version >> kind >> scopes >> token.appId >> token.userId >> issuedAt >> expiresAt;
    if (stream.status() != QDataStream::Ok || version != formatVersion || kind > quint8(PracticeToken::Kind::Long))
        return std::nullopt;
    token.kind = PracticeToken::Kind(kind);
    token.scopes = scopesOf(scopes);
    token.issuedAt = QDateTime::fromMSecsSinceEpoch(issuedAt, QTimeZone::utc());
    token.expiresAt = QDateTime::fromMSecsSinceEpoch(expiresAt, QTimeZone::utc());
    return token;
}

} // namespace tokendesk
