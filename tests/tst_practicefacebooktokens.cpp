// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/practicefacebookstage.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Values = PracticeClient::Values;
using Answer = PracticeClient::Answer;

/// The tokens of Practice as Facebook, asked with plain HTTP: how long they live, what they tell and how they end.
class TestPracticeFacebookTokens : public QObject, protected PracticeFacebookStage
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void longTokenLivesSixtyDaysAndIsNotRenewed();
    void pageTokenOfALongTokenHasNoEnd();
    void inspectionTellsKindAndEnds();
    void inspectionTellsFaultsBesideStatus200();
    void inspectionWantsAnAppToken();
    void wrongProofIsRefused();
    void proofIsRequiredWhereTheAppSaysSo();
    void removingOnePermissionLeavesTheOthers();
    void removingAllEndsEveryToken();
    void systemUserTokenIsMadeRenewedAndRevoked();
    void appTokenSpeaksForNobody();
};

void TestPracticeFacebookTokens::longTokenLivesSixtyDaysAndIsNotRenewed()
{
    const Answer first = extend(shortToken());
    QCOMPARE(first.json().value("expires_in"_L1).toInt(), 60 * 24 * 3600);
    const QString token = first.json().value("access_token"_L1).toString();
    m_practice->server.advance(24h);
    const Answer again = extend(token);
    QCOMPARE(again.json().value("expires_in"_L1).toInt(), 59 * 24 * 3600);
    QVERIFY(again.json().value("access_token"_L1).toString() != token);
    m_practice->server.advance(59 * 24h);
    QCOMPARE(get(u"/me"_s, token).graphError().value("code"_L1).toInt(), 190);
}

void TestPracticeFacebookTokens::pageTokenOfALongTokenHasNoEnd()
{
    const Values fields{{u"fields"_s, u"access_token"_s}};
    const auto first = [&](const QString &user) {
        return dataOf(get(u"/me/accounts"_s, user, fields)).at(0)["access_token"_L1].toString();
    };
    const QString brief = first(shortToken());
    const QString lasting = first(longToken());
    QVERIFY(inspected(brief).value("expires_at"_L1).toInteger() > 0);
    QCOMPARE(inspected(lasting).value("expires_at"_L1).toInteger(), 0);
    QCOMPARE(get(u"/me"_s, lasting, {{u"fields"_s, u"id,name"_s}}).json().value("name"_L1).toString(),
             u"Practice Café"_s);
    m_practice->server.advance(400 * 24h);
    QCOMPARE(get(u"/me"_s, lasting).status, 200);
    QCOMPARE(get(u"/me"_s, brief).status, 400);
}

void TestPracticeFacebookTokens::inspectionTellsKindAndEnds()
{
    const QJsonObject user = inspected(longToken());
    const qint64 now = m_practice->clock.now().toSecsSinceEpoch();
    QCOMPARE(user.value("type"_L1).toString(), u"USER"_s);
    QCOMPARE(user.value("app_id"_L1).toString(), PracticeServer::clientId());
    QCOMPARE(user.value("expires_at"_L1).toInteger(), now + 60 * 24 * 3600);
    QCOMPARE(user.value("data_access_expires_at"_L1).toInteger(), now + 90 * 24 * 3600);
    QVERIFY(user.value("is_valid"_L1).toBool());
    QCOMPARE(user.value("scopes"_L1).toArray().size(), 3);
    QCOMPARE(inspected(appToken()).value("type"_L1).toString(), u"APP"_s);
}

void TestPracticeFacebookTokens::inspectionTellsFaultsBesideStatus200()
{
    const QString brief = shortToken();
    m_practice->server.advance(2h);
    const QJsonObject expired = inspected(brief);
    QVERIFY(!expired.value("is_valid"_L1).toBool());
    QVERIFY(expired.value("error"_L1)["message"_L1].toString().contains("Session has expired"_L1));
    QCOMPARE(inspected(u"xxxx"_s).value("error"_L1)["code"_L1].toInt(), 190);
}

void TestPracticeFacebookTokens::inspectionWantsAnAppToken()
{
    const QString token = longToken();
    QCOMPARE(get(u"/debug_token"_s, u"PRACTICEFBwrong"_s, {{u"input_token"_s, token}}).status, 400);
    QCOMPARE(get(u"/debug_token"_s, token, {{u"input_token"_s, token}}).status, 200);
}

void TestPracticeFacebookTokens::wrongProofIsRefused()
{
    const QString token = longToken();
    QCOMPARE(get(u"/me"_s, token, {{u"appsecret_proof"_s, proofOf(token)}}).status, 200);
    const Answer answer = get(u"/me"_s, token, {{u"appsecret_proof"_s, proofOf(u"another"_s)}});
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.graphError().value("type"_L1).toString(), u"GraphMethodException"_s);
}

void TestPracticeFacebookTokens::proofIsRequiredWhereTheAppSaysSo()
{
    const QString token = longToken();
    m_practice->server.requireProof();
    QCOMPARE(get(u"/me"_s, token).graphError().value("message"_L1).toString(),
             u"API calls from the server require an appsecret_proof argument"_s);
    QCOMPARE(get(u"/me"_s, token, {{u"appsecret_proof"_s, proofOf(token)}}).status, 200);
}

void TestPracticeFacebookTokens::removingOnePermissionLeavesTheOthers()
{
    const QString token = longToken();
    QVERIFY(client()
                .remove(base + u"/me/permissions/instagram_basic"_s, {{u"access_token"_s, token}})
                .json()
                .value("success"_L1)
                .toBool());
    const QJsonArray left = dataOf(get(u"/me/permissions"_s, token));
    QCOMPARE(left.size(), 3); // public_profile is one
    QVERIFY(!inspected(token).value("scopes"_L1).toArray().contains(u"instagram_basic"_s));
}

void TestPracticeFacebookTokens::removingAllEndsEveryToken()
{
    const QString token = longToken();
    const Values fields{{u"fields"_s, u"access_token"_s}};
    const QString page = dataOf(get(u"/me/accounts"_s, token, fields)).at(0)["access_token"_L1].toString();
    QCOMPARE(get(u"/me/permissions"_s, page).status, 400); // a Page's token has no permissions to list
    QCOMPARE(client().remove(base + u"/me/permissions"_s, {{u"access_token"_s, token}}).status, 200);
    for (const QString &each : {token, page})
        QCOMPARE(get(u"/me"_s, each).graphError().value("error_subcode"_L1).toInt(), 458);
}

void TestPracticeFacebookTokens::systemUserTokenIsMadeRenewedAndRevoked()
{
    const QString admin = longToken(basic() + u",business_management"_s, {.account = u"Bo Business"_s});
    const QString path = base + u"/122100000000001/access_tokens"_s;
    Values form{{u"business_app"_s, PracticeServer::clientId()},
                {u"scope"_s, u"instagram_basic,pages_show_list"_s},
                {u"access_token"_s, admin}};
    QCOMPARE(client().post(path, form).status, 400); // without a proof
    form.append({u"appsecret_proof"_s, proofOf(admin)});
    const QString lasting = client().post(path, form).json().value("access_token"_L1).toString();
    QCOMPARE(inspected(lasting).value("type"_L1).toString(), u"SYSTEM_USER"_s);
    QCOMPARE(inspected(lasting).value("expires_at"_L1).toInteger(), 0);

    form.append({u"set_token_expires_in_60_days"_s, u"true"_s});
    const QString ending = client().post(path, form).json().value("access_token"_L1).toString();
    m_practice->server.advance(30 * 24h);
    const Answer renewed = extend(ending, {{u"set_token_expires_in_60_days"_s, u"true"_s}});
    QCOMPARE(renewed.json().value("expires_in"_L1).toInt(), 60 * 24 * 3600);
    QVERIFY(inspected(ending).value("is_valid"_L1).toBool()); // the old one lives on to its own end

    const Answer revoked = client().get(base + u"/oauth/revoke"_s,
                                        {{u"client_id"_s, PracticeServer::clientId()},
                                         {u"client_secret"_s, PracticeServer::clientSecret()},
                                         {u"revoke_token"_s, ending},
                                         {u"access_token"_s, admin}});
    QCOMPARE(revoked.json().value("success"_L1).toString(), u"true"_s);
    QVERIFY(!inspected(ending).value("is_valid"_L1).toBool());
    QVERIFY(inspected(lasting).value("is_valid"_L1).toBool());
}

void TestPracticeFacebookTokens::appTokenSpeaksForNobody()
{
    const Answer answer = client().get(tokenPath,
                                       {{u"grant_type"_s, u"client_credentials"_s},
                                        {u"client_id"_s, PracticeServer::clientId()},
                                        {u"client_secret"_s, PracticeServer::clientSecret()}});
    const QString token = answer.json().value("access_token"_L1).toString();
    QVERIFY(token.startsWith(PracticeServer::clientId() + u'|'));
    QVERIFY(!token.contains(PracticeServer::clientSecret()));
    QCOMPARE(inspected(token).value("type"_L1).toString(), u"APP"_s);
    QCOMPARE(get(u"/me"_s, token).graphError().value("code"_L1).toInt(), 2500);
}

QTEST_GUILESS_MAIN(TestPracticeFacebookTokens)
#include "tst_practicefacebooktokens.moc"
