// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practicefacebooktokens.h"
#include "support/practicefixture.h"

#include <QJsonArray>
#include <QJsonObject>
#include <optional>

namespace tokendesk {

/// Practice as Facebook, and an app that asks it with plain HTTP. A test inherits it, and calls begin() and end()
/// around each of its functions.
class PracticeFacebookStage
{
protected:
    using Values = PracticeClient::Values;
    using Answer = PracticeClient::Answer;

    const QString base = QStringLiteral("/facebook/v26.0");
    const QString tokenPath = base + QStringLiteral("/oauth/access_token");
    static QString basic() { return QStringLiteral("pages_show_list,pages_read_engagement,instagram_basic"); }

    void begin() { m_practice.emplace(); }
    void end() { m_practice.reset(); }

    PracticeClient &client() { return m_practice->client; }
    Values dialog(const QString &scopes) const;
    QUrl signIn(const Values &query, const FakeBrowser::Person &person = {});
    Answer exchange(const QString &code);
    QString shortToken(const QString &scopes = basic(), const FakeBrowser::Person &person = {});
    Answer extend(const QString &token, const Values &more = {});
    QString longToken(const QString &scopes = basic(), const FakeBrowser::Person &person = {});
    Answer get(const QString &path, const QString &token, Values query = {});
    QJsonObject inspected(const QString &token);

    static QString appToken();
    static QString proofOf(const QString &token);
    static QJsonArray dataOf(const Answer &answer);

    std::optional<PracticeFixture> m_practice;
};

} // namespace tokendesk
