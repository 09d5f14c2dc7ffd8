// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/adoption.h"
#include "support/connectfixture.h"
#include "support/pastedtoken.h"

#include <memory>
#include <optional>

namespace tokendesk {

/// One token that is pasted, and what comes of it.
class PasteFixture : public ConnectFixture
{
public:
    void give(const QByteArray &token, const QString &providerId = QStringLiteral("practice"),
              const QByteArray &appSecret = {});

    QByteArray longToken() const { return mintPracticeToken(givenToken(clock.now())); }
    QByteArray shortToken() const;

    /// An app of the provider "test" whose secret is kept.
    QString keepApp(const QByteArray &secret, const QString &clientId = QStringLiteral("1234567890123456"));

    QString label;
    std::unique_ptr<Adoption> adoption;
    std::optional<Connect::Outcome> kept;
    std::optional<Error> refused;

private:
    QObject m_context;
};

} // namespace tokendesk
