// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/serverstage.h"

#include "connect/secretfield.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

void ServerStage::begin()
{
    m_stage = std::make_unique<ConnectStage>(u"http"_s, u"practicefacebook"_s);
    m_stage->clock.advance(1s - std::chrono::milliseconds(m_stage->clock.now().time().msec())); // as Facebook counts
}

QByteArray ServerStage::admin(quint64 person, const QStringList &scopes) const
{
    const QDateTime now = m_stage->clock.now();
    return mintPracticeFacebookToken({.kind = PracticeFacebookToken::Kind::LongUser,
                                      .appId = ConnectStage::appId().toULongLong(),
                                      .userId = person,
                                      .scopes = scopes,
                                      .declined = {},
                                      .pages = {},
                                      .issuedAt = now.addSecs(-60),
                                      .expiresAt = now.addDays(50)});
}

void ServerStage::openPage()
{
    stage().saveApp(true);
    stage().open();
    QVERIFY(stage().click(u"serverToken"_s));
    QVERIFY(stage().sees(u"serverOfUser"_s));
}

void ServerStage::fill(const QByteArray &asking, const QString &id)
{
    stage().type(u"systemUserId"_s, id);
    stage().find<SecretField>(u"askingToken"_s)->setContent(Secret(asking));
}

Account ServerStage::make()
{
    return stage().click(u"connectPrimary"_s) && stage().comesToSee(u"doneTitle"_s) ? only() : Account();
}

Result<void> ServerStage::check()
{
    Awaited<void> checked;
    accounts().check(only().id, &checked.context, checked.callback());
    return checked.wait();
}

} // namespace tokendesk
