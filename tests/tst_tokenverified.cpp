// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/facebookway.h"
#include "support/manualclock.h"
#include "support/scriptedserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

/// What a sign-in at Facebook brought is not taken at its word: debug_token tells whose it is, and for which app.
class TestTokenVerified : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void onlyATokenOfTheAppAndTheChosenOneIsKept_data();
    void onlyATokenOfTheAppAndTheChosenOneIsKept();
    void theInspectionSaysWhatItMayDo();

private:
    void say(const QByteArray &body) { m_server->answer(200, QByteArray(body).replace('\'', '"')); }
    /// Of Nia and her Page "104", to where debug_token is asked about the token of `wanted`.
    void begin(const QString &wanted, const QByteArray &inspection);

    ManualClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    Transport m_transport;
    GraphClient m_graph{m_transport};
    std::unique_ptr<FacebookWay> m_way;
    std::optional<Error> m_error;
    int m_chosen = 0;
};

void TestTokenVerified::init()
{
    m_way.reset();
    m_server = std::make_unique<ScriptedServer>();
    m_error.reset();
    m_chosen = 0;
}

void TestTokenVerified::begin(const QString &wanted, const QByteArray &inspection)
{
    say("{'access_token':'EAAlong','token_type':'bearer','expires_in':5184000}");
    say("{'id':'10','name':'Nia'}");
    say("{'data':[{'permission':'pages_show_list','status':'granted'}]}");
    say("{'data':[{'id':'104','name':'Zoo','access_token':'EAApage'}]}");
    m_server->answer(inspection.isEmpty() ? 500 : 200, "{\"data\":" + QByteArray(inspection).replace('\'', '"') + '}');
    Provider provider;
    provider.id = u"facebook"_s;
    provider.family = Family::Facebook;
    provider.endpoints.extend = QUrl(m_server->url(u"/v26.0/oauth/access_token"_s));
    provider.endpoints.profile = QUrl(m_server->url(u"/v26.0/me"_s));
    provider.endpoints.permissions = QUrl(m_server->url(u"/v26.0/me/permissions"_s));
    provider.endpoints.graph = QUrl(m_server->url(u"/v26.0"_s));
    provider.profileFields = {u"id"_s, u"name"_s};
    m_way = std::make_unique<FacebookWay>(
        FacebookWay::Plan{
            .provider = provider, .clientId = u"123"_s, .appSecret = Secret("0123456789abcdef"), .wanted = wanted},
        m_graph, m_clock);
    connect(m_way.get(), &FacebookWay::failed, this, [this](const Error &error) { m_error = error; });
    connect(m_way.get(), &FacebookWay::chosen, this, [this] { ++m_chosen; });
    m_way->start(Secret("EAAshort"));
    QTRY_VERIFY(m_error || m_chosen);
    QVERIFY(m_server->requests().value(4).startsWith("GET /v26.0/debug_token?"));
}

void TestTokenVerified::onlyATokenOfTheAppAndTheChosenOneIsKept_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QByteArray>("inspection"); // empty where it fails
    QTest::addColumn<bool>("kept");
    const QByteArray valid = "'is_valid':true,'expires_at':0,'scopes':['pages_show_list'],";
    const auto row = [&valid](const char *name, const QString &wanted, const QByteArray &whose, bool kept) {
        QTest::newRow(name) << wanted << QByteArray('{' + valid + whose + '}') << kept;
    };
    const QString page = u"104"_s;
    const QString person = u"10"_s;
    row("the Page's", page, "'type':'PAGE','app_id':'123','user_id':'77','profile_id':'104'", true);
    row("the Page's, which is not named", page, "'type':'PAGE','app_id':'123'", true);
    row("the person's", person, "'type':'USER','app_id':'123','user_id':'10'", true);
    row("a Page's of another app", page, "'type':'PAGE','app_id':'124','user_id':'10','profile_id':'104'", false);
    row("a person's of another app", person, "'type':'USER','app_id':'124','user_id':'10'", false);
    row("of no app", person, "'type':'USER','user_id':'10'", false);
    row("another Page's", page, "'type':'PAGE','app_id':'123','user_id':'10','profile_id':'105'", false);
    row("another person's", person, "'type':'USER','app_id':'123','user_id':'11'", false);
    QTest::newRow("ended") << page << QByteArray("{'is_valid':false,'app_id':'123','scopes':[]}") << false;
    QTest::newRow("Facebook does not say") << page << QByteArray() << true;
}

// A28: the app and whose it is.
void TestTokenVerified::onlyATokenOfTheAppAndTheChosenOneIsKept()
{
    QFETCH(QString, wanted);
    QFETCH(QByteArray, inspection);
    QFETCH(bool, kept);
    begin(wanted, inspection);
    QCOMPARE(m_chosen, int(kept));
    if (kept)
        QCOMPARE(m_way->account().userId, wanted);
    else
        QCOMPARE(m_error->kind, ErrorKind::Rejected);
}

// A28: the scopes. What was said before the token was made is not what it may do.
void TestTokenVerified::theInspectionSaysWhatItMayDo()
{
    begin(u"104"_s, "{'is_valid':true,'type':'PAGE','app_id':'123','profile_id':'104','expires_at':0,'scopes':[]}");
    QCOMPARE(m_chosen, 1);
    QVERIFY(m_way->account().grantedKnown);
    QCOMPARE(m_way->account().grantedScopes, QStringList());
}

QTEST_GUILESS_MAIN(TestTokenVerified)
#include "tst_tokenverified.moc"
