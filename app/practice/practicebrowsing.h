// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <chrono>
#include <utility>

namespace tokendesk {

// What the browser's half of a sign-in needs at Practice, whichever provider it plays.

/// Consent pages and codes are good for so long.
inline constexpr std::chrono::seconds pendingLifetime = std::chrono::hours(1);
/// So many of them are remembered.
inline constexpr qsizetype mostPending = 1000;

/// 384 random bits as text.
QString randomPracticeText();
/// Digits, as Meta's app ids are.
bool isPracticeAppId(const QString &text);
/// Practice has no list of registered addresses; it sends codes to this computer only.
bool isOnThisComputer(const QString &redirectUri);
/// What stands in `scope`, each once.
QStringList readPracticeScopes(const QString &text);
/// The address with these values behind it, percent-encoded as Meta does it.
QByteArray practiceAddress(const QString &redirectUri, const QList<std::pair<QString, QString>> &values);

/// Forgets what is older than pendingLifetime, by its member `at`.
template <typename Map>
void forgetOldPending(Map &map, const QDateTime &now)
{
    map.removeIf([&now](const auto &entry) { return entry.value().at.addSecs(pendingLifetime.count()) <= now; });
}

/// Remembers the value under a new random key, which it returns.
template <typename Map, typename Value>
QString rememberPending(Map &map, const Value &value)
{
    if (map.size() >= mostPending)
        map.clear();
    return map.insert(randomPracticeText(), value).key();
}

} // namespace tokendesk
