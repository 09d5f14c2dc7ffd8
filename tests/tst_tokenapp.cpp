// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/watch.h"
#include "practice/practicefacebooktokens.h"
#include "support/renewalstage.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What Facebook says of the app that a token is of, and of what it may do, at a check that a person asks for.
class TestTokenApp : public QObject, protected RenewalStage
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void aTokenOfItsOwnAppIsFine();
    void aTokenOfAnotherAppIsNoticed();
    void itIsNoticedOnce();
    void aRefusedProofLeadsToTheAppToo();
    void withoutTheAppSecretNobodyIsAsked();
    void aPermissionThatIsGoneIsLearned();
    void troubleWithTheInspectionSaysNothing();
    void manyAreCheckedWithoutIt();
    void theAccountMayGoWhileItIsOut();

private:
    QString adoptFacebook(quint64 appId)
    {
        PracticeFacebookToken token;
        token.kind = PracticeFacebookToken::Kind::LongUser;
        token.appId = appId;
        token.userId = 10227000000000001;
        token.scopes = {u"pages_show_list"_s, u"instagram_basic"_s};
        token.issuedAt = m_clock->now();
        token.expiresAt = m_clock->now().addDays(60);
        NewAccount made{.token = Secret(mintPracticeFacebookToken(token))};
        made.account.providerId = u"practice-facebook"_s;
        made.account.registrationId = m_app.id;
        made.account.userId = u"10227000000000001"_s;
        made.account.accountType = facebookPerson;
        made.account.issueToken(TokenKind::LongLived, 60 * 24h, m_clock->now());
        made.account.grantPermissions(token.scopes);
        return adopt(std::move(made)).id;
    }
    void keep(const QString &secret)
    {
        Awaited<void> kept;
        accounts().keepSecret(m_app.id, Secret::fromText(secret), &kept.context, kept.callback());
        QVERIFY(kept.wait());
    }
    Result<void> check(const QString &id)
    {
        Awaited<void> checked;
        accounts().check(id, &checked.context, checked.callback());
        return checked.wait();
    }
    QStringList noticed()
    {
        QStringList details;
        for (const Event &event : accounts().events(50, {.kinds = {Event::Kind::Noticed}}))
            details.append(event.detail);
        return details;
    }
    int inspections() const { return int(m_server->requests().count(u"GET /facebook/v26.0/debug_token"_s)); }

    static constexpr quint64 elsewhere = 990602627938099;
    const quint64 m_own = PracticeServer::clientId().toULongLong();
    Registration m_app;
};

void TestTokenApp::init()
{
    begin();
    m_app = accounts().save({.providerId = u"practice-facebook"_s, .clientId = PracticeServer::clientId()}).value();
    keep(PracticeServer::clientSecret());
}

void TestTokenApp::cleanup()
{
    end();
}

void TestTokenApp::aTokenOfItsOwnAppIsFine()
{
    const QString id = adoptFacebook(m_own);
    QVERIFY(check(id));
    QCOMPARE(inspections(), 1);
    QVERIFY(noticed().isEmpty());
    QVERIFY(!accounts().isMarked(id));
}

void TestTokenApp::aTokenOfAnotherAppIsNoticed()
{
    const QString id = adoptFacebook(elsewhere);
    QVERIFY(check(id));
    QCOMPARE(noticed(), QStringList{u"OtherApp: Practice app (%1)"_s.arg(elsewhere)});
    QVERIFY(accounts().isMarked(id));
    QVERIFY(!accounts().find(id)->refused); // it works, which is not the question
}

void TestTokenApp::itIsNoticedOnce()
{
    const QString id = adoptFacebook(elsewhere);
    QVERIFY(check(id));
    QVERIFY(check(id));
    QCOMPARE(noticed().size(), 1);
}

/// A token of another app does not fit the proof that is made with this one's secret.
void TestTokenApp::aRefusedProofLeadsToTheAppToo()
{
    keep(u"ffffffffffffffffffffffffffffffff"_s);
    const QString own = adoptFacebook(m_own);
    QVERIFY(!check(own)); // the secret that is kept is wrong, and the token is its own
    QVERIFY(noticed().isEmpty());
    m_clock->advance(1h);
    const QString other = adoptFacebook(elsewhere);
    QVERIFY(!check(other));
    QCOMPARE(noticed(), QStringList{u"OtherApp: Practice app (%1)"_s.arg(elsewhere)});
    QVERIFY(!accounts().find(other)->refused);
}

void TestTokenApp::withoutTheAppSecretNobodyIsAsked()
{
    Awaited<void> forgotten;
    accounts().forgetSecret(m_app.id, &forgotten.context, forgotten.callback());
    QVERIFY(forgotten.wait());
    QVERIFY(check(adoptFacebook(elsewhere)));
    QCOMPARE(inspections(), 0);
}

/// Somebody has taken it back in Facebook's settings.
void TestTokenApp::aPermissionThatIsGoneIsLearned()
{
    const QString id = adoptFacebook(m_own);
    const Settings settings(Paths{.data = m_desk->folder(), .config = m_desk->folder()});
    Watch watch(accounts(), settings, *m_clock);
    const Provider provider = m_desk->catalog.provider(u"practice-facebook"_s).value();
    const Secret tokenValue = token(id);
    const Secret none;
    Awaited<void> removed;
    m_desk->graph.facebook().removePermission({provider, tokenValue, none}, u"instagram_basic"_s, &removed.context,
                                              removed.callback());
    QVERIFY(removed.wait());
    QVERIFY(check(id));
    QCOMPARE(accounts().find(id)->grantedScopes, QStringList{u"pages_show_list"_s});
    QTRY_COMPARE(noticed(), QStringList{u"PermissionGone: instagram_basic"_s});
    m_desk->restart();
    QCOMPARE(accounts().find(id)->grantedScopes, QStringList{u"pages_show_list"_s});
}

void TestTokenApp::troubleWithTheInspectionSaysNothing()
{
    const QString id = adoptFacebook(m_own);
    for (const QString &fault : {u"garbage"_s, u"reset"_s, u"throttled"_s}) {
        m_server->inject({.name = fault, .endpoint = u"inspect"_s, .times = 1});
        QVERIFY2(check(id), qPrintable(fault));
    }
    QVERIFY(noticed().isEmpty());
    QCOMPARE(accounts().find(id)->grantedScopes.size(), 2);
}

void TestTokenApp::manyAreCheckedWithoutIt()
{
    const QString id = adoptFacebook(m_own);
    Awaited<void> checked;
    accounts().checkTogether(
        {id}, &checked.context,
        [told = checked.callback()](const QString &, const Result<void> &result) { told(result); });
    QVERIFY(checked.wait());
    QCOMPARE(inspections(), 0);
}

void TestTokenApp::theAccountMayGoWhileItIsOut()
{
    const QString id = adoptFacebook(elsewhere);
    m_server->inject({.name = u"hang"_s, .endpoint = u"inspect"_s});
    Awaited<void> checked;
    accounts().check(id, &checked.context, checked.callback());
    QTRY_COMPARE(inspections(), 1);
    Awaited<void> removed;
    accounts().remove(id, &removed.context, removed.callback());
    QVERIFY(removed.wait());
    m_desk.reset();
}

QTEST_GUILESS_MAIN(TestTokenApp)
#include "tst_tokenapp.moc"
