// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pastefixture.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

void PasteFixture::give(const QByteArray &token, const QString &providerId, const QByteArray &appSecret)
{
    kept.reset();
    refused.reset();
    adoption = std::make_unique<Adoption>(
        Adoption::Plan{
            .providerId = providerId, .token = Secret(token), .label = label, .appSecret = Secret(appSecret)},
        accounts(), desk.catalog, desk.graph, clock);
    QObject::connect(adoption.get(), &Adoption::kept, &m_context, [this](const auto &o) { kept = o; });
    QObject::connect(adoption.get(), &Adoption::refused, &m_context, [this](const Error &e) { refused = e; });
    adoption->start();
}

QByteArray PasteFixture::shortToken() const
{
    PracticeToken token = givenToken(clock.now());
    token.kind = PracticeToken::Kind::Short;
    token.issuedAt = clock.now();
    token.expiresAt = clock.now().addSecs(3600);
    return mintPracticeToken(token);
}

QString PasteFixture::keepApp(const QByteArray &secret, const QString &clientId)
{
    const Registration app
        = accounts().save({.providerId = u"test"_s, .clientId = clientId, .redirectAddresses = {address}}).value();
    Awaited<void> done;
    accounts().keepSecret(app.id, Secret(secret), &done.context, done.callback());
    done.wait().value();
    return app.id;
}

} // namespace tokendesk
