// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/metadata.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

Q_DECLARE_METATYPE(tokendesk::ClientAuthentication)

namespace {

const QString server = u"https://login.example.org"_s;

/// The least that a description says, and these members after it.
QByteArray description(const QByteArray &more = {}, const QByteArray &issuer = "https://login.example.org")
{
    return R"({"issuer":")" + issuer
        + R"(","authorization_endpoint":"https://login.example.org/auth","token_endpoint":"https://login.example.org/t")"
        + (more.isEmpty() ? QByteArray() : ',' + more) + '}';
}

Result<ServerMetadata> read(const QByteArray &body, const QString &issuer = server, int status = 200)
{
    return readMetadata({.status = status, .body = body, .headers = {}}, issuer);
}

} // namespace

/// What a server says of itself, and what somebody in its place might.
class TestMetadata : public QObject
{
    Q_OBJECT
private slots:
    void typedAddressesAreUnderstood_data();
    void typedAddressesAreUnderstood();
    void whereToAsk_data();
    void whereToAsk();
    void aWholeDescriptionIsRead();
    void theLeastIsRead();
    void theBestClientAuthenticationIsTaken_data();
    void theBestClientAuthenticationIsTaken();
    void onlyASlashMayDiffer_data();
    void onlyASlashMayDiffer();
    void badDescriptionsAreRefused_data();
    void badDescriptionsAreRefused();
    void anotherServersNameIsTold();
};

void TestMetadata::typedAddressesAreUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("issuer");
    const auto row
        = [](const char *name, const QString &typed, const QString &issuer) { QTest::newRow(name) << typed << issuer; };
    row("a host", u" login.example.org "_s, server);
    row("an issuer", server, server);
    row("a slash at the end", server + u"/"_s, server);
    row("capitals", u"HTTPS://Login.Example.ORG"_s, server);
    row("the usual port", server + u":443"_s, server);
    row("another port", u"login.example.org:8443"_s, u"https://login.example.org:8443"_s);
    row("a path", u"login.example.org/tenant/2/"_s, u"https://login.example.org/tenant/2"_s);
    row("the description of OpenID Connect", server + u"/tenant/.well-known/openid-configuration"_s,
        server + u"/tenant"_s);
    row("the description of RFC 8414", server + u"/.well-known/oauth-authorization-server/tenant"_s,
        server + u"/tenant"_s);
    row("this computer", u"localhost:8080"_s, u"http://localhost:8080"_s);
    row("this computer's address", u"127.0.0.1:8080/a"_s, u"http://127.0.0.1:8080/a"_s);
    row("this computer with https", u"https://localhost"_s, u"https://localhost"_s);
    row("an international name", u"https://bücher.example"_s, u"https://xn--bcher-kva.example"_s);
    row("nothing", u" "_s, {});
    row("http", u"http://login.example.org"_s, {});
    row("another scheme", u"ftp://login.example.org"_s, {});
    row("a script", u"javascript://login.example.org/"_s, {});
    row("a user name", u"https://me@login.example.org"_s, {});
    row("an empty user name", u"https://@login.example.org"_s, {});
    row("a query", server + u"?a=b"_s, {});
    row("a fragment", server + u"#a"_s, {});
    row("words", u"my login server"_s, {});
    row("no host", u"https:///path"_s, {});
    row("a point at the end", u"login.example.org."_s, {});
    row("turned around", u"login.\u202Eexample.org"_s, {});
    row("very long", u"a.example/"_s + QString(3000, u'a'), {});
    row("very long once it is encoded", u"a.example/"_s + QString(300, u'\u20AC'), {});
}

void TestMetadata::typedAddressesAreUnderstood()
{
    QFETCH(const QString, typed);
    const Result<QString> issuer = readIssuer(typed);
    QTEST(issuer.value_or(QString()), "issuer");
    if (!issuer)
        QCOMPARE(issuer.error().kind, ErrorKind::InvalidInput);
}

void TestMetadata::whereToAsk_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QStringList>("addresses");
    QTest::newRow("without a path") << server
                                    << QStringList{server + u"/.well-known/oauth-authorization-server"_s,
                                                   server + u"/.well-known/openid-configuration"_s};
    // RFC 8414 3.1 and 5: before the path, behind it, and before it under the other name.
    QTest::newRow("with a path") << u"https://example.com:8443/issuer1"_s
                                 << QStringList{
                                        u"https://example.com:8443/.well-known/oauth-authorization-server/issuer1"_s,
                                        u"https://example.com:8443/issuer1/.well-known/openid-configuration"_s,
                                        u"https://example.com:8443/.well-known/openid-configuration/issuer1"_s};
    QTest::newRow("escaped") << server + u"/a%2Fb"_s
                             << QStringList{server + u"/.well-known/oauth-authorization-server/a%2Fb"_s,
                                            server + u"/a%2Fb/.well-known/openid-configuration"_s,
                                            server + u"/.well-known/openid-configuration/a%2Fb"_s};
}

void TestMetadata::whereToAsk()
{
    QFETCH(const QString, issuer);
    QStringList addresses;
    for (const QUrl &address : metadataAddresses(issuer))
        addresses.append(address.toString(QUrl::FullyEncoded));
    QTEST(addresses, "addresses");
}

void TestMetadata::aWholeDescriptionIsRead()
{
    const Result<ServerMetadata> said
        = read(description(R"("userinfo_endpoint":"https://login.example.org/me",)"
                           R"("revocation_endpoint":"https://api.example.net/revoke",)"
                           R"("introspection_endpoint":"https://login.example.org/look",)"
                           R"("device_authorization_endpoint":"https://login.example.org/device",)"
                           R"("scopes_supported":["openid","profile","openid","a,b"],)"
                           R"("response_types_supported":["code","code id_token"],)"
                           R"("grant_types_supported":["authorization_code","refresh_token"],)"
                           R"("token_endpoint_auth_methods_supported":["private_key_jwt","client_secret_post","none"],)"
                           R"("code_challenge_methods_supported":["plain","S256"],)"
                           R"("authorization_response_iss_parameter_supported":true,)"
                           R"("jwks_uri":"http://anything","x_unknown":{"a":[1,2]},"service_documentation":null)"));
    QVERIFY2(said, said ? "" : qPrintable(said.error().what));
    QCOMPARE(said->issuer, server);
    QCOMPARE(said->authorize, QUrl(server + u"/auth"_s));
    QCOMPARE(said->token, QUrl(server + u"/t"_s));
    QCOMPARE(said->profile, QUrl(server + u"/me"_s));
    QCOMPARE(said->revoke, QUrl(u"https://api.example.net/revoke"_s)); // whose it is, the person is shown
    QCOMPARE(said->introspect, QUrl(server + u"/look"_s));
    QCOMPARE(said->deviceAuthorization, QUrl(server + u"/device"_s));
    QCOMPARE(said->scopes, QStringList({u"openid"_s, u"profile"_s}));
    QCOMPARE(said->clientAuthentication, ClientAuthentication::Body);
    QVERIFY(said->pkce && said->namesIssuer);
}

void TestMetadata::theLeastIsRead()
{
    const Result<ServerMetadata> said = read(description());
    QVERIFY2(said, said ? "" : qPrintable(said.error().what));
    QVERIFY(said->profile.isEmpty() && said->revoke.isEmpty() && said->introspect.isEmpty());
    QVERIFY(said->deviceAuthorization.isEmpty() && said->scopes.isEmpty());
    QVERIFY(said->pkce && !said->namesIssuer);
    const Result<ServerMetadata> plain = read(description(R"("code_challenge_methods_supported":["plain"])"));
    QVERIFY(plain && !plain->pkce);
    QVERIFY(read("\xEF\xBB\xBF" + description()));
    QVERIFY(readMetadata({.status = 200,
                          .body = R"({"issuer":"http://localhost:8080","authorization_endpoint":)"
                                  R"("http://localhost:8080/a","token_endpoint":"http://127.0.0.1:8081/t"})",
                          .headers = {}},
                         u"http://localhost:8080"_s));
}

void TestMetadata::theBestClientAuthenticationIsTaken_data()
{
    QTest::addColumn<QByteArray>("ways");
    QTest::addColumn<ClientAuthentication>("taken");
    QTest::newRow("not said") << QByteArray() << ClientAuthentication::Header;
    QTest::newRow("both") << QByteArray(R"(["client_secret_post","client_secret_basic"])")
                          << ClientAuthentication::Header;
    QTest::newRow("body") << QByteArray(R"(["none","client_secret_post"])") << ClientAuthentication::Body;
    QTest::newRow("public") << QByteArray(R"(["private_key_jwt","none"])") << ClientAuthentication::None;
}

void TestMetadata::theBestClientAuthenticationIsTaken()
{
    QFETCH(const QByteArray, ways);
    const QByteArray member = ways.isEmpty() ? QByteArray() : R"("token_endpoint_auth_methods_supported":)" + ways;
    const Result<ServerMetadata> said = read(description(member));
    QVERIFY(said);
    QTEST(said->clientAuthentication, "taken");
}

// RFC 8414 3.3: without it, one server could speak for another.
void TestMetadata::onlyASlashMayDiffer_data()
{
    QTest::addColumn<QByteArray>("named");
    QTest::addColumn<bool>("same");
    QTest::newRow("the same") << QByteArray("https://login.example.org") << true;
    QTest::newRow("a slash at the end") << QByteArray("https://login.example.org/") << true;
    QTest::newRow("two slashes") << QByteArray("https://login.example.org//") << false;
    QTest::newRow("capitals") << QByteArray("https://Login.example.org") << false;
    QTest::newRow("its port") << QByteArray("https://login.example.org:443") << false;
    QTest::newRow("http") << QByteArray("http://login.example.org") << false;
    QTest::newRow("a path") << QByteArray("https://login.example.org/tenant") << false;
    QTest::newRow("a longer host") << QByteArray("https://login.example.org.evil.example") << false;
    QTest::newRow("a user name") << QByteArray("https://login.example.org@evil.example") << false;
    QTest::newRow("a placeholder") << QByteArray("https://login.example.org/{tenantid}") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestMetadata::onlyASlashMayDiffer()
{
    QFETCH(const QByteArray, named);
    const Result<ServerMetadata> said = read(description({}, named));
    QTEST(said.has_value(), "same");
    if (said)
        QCOMPARE(said->issuer, QString::fromLatin1(named)); // byte for byte, as redirects will name it
    else
        QCOMPARE(said.error().hint, ErrorHint::OtherIssuer);
}

void TestMetadata::badDescriptionsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("named");
    const auto row
        = [](const char *name, const QByteArray &body, const QString &named) { QTest::newRow(name) << body << named; };
    const auto more = [&row](const char *name, const QByteArray &members, const QString &named) {
        row(name, description(members), named);
    };
    row("nothing", "", u"no JSON"_s);
    row("a list", "[]", u"no JSON object"_s);
    row("cut off", description().chopped(1), u"no JSON"_s);
    row("something behind it", description() + "{}", u"no JSON"_s);
    row("no UTF-8",
        description(R"("a":")"
                    "\xFF"
                    R"(")"),
        u"no JSON"_s);
    row("too deep", description("\"a\":" + QByteArray(40, '[') + QByteArray(40, ']')), u"no JSON"_s);
    row("no name", R"({"authorization_endpoint":"https://a.example/","token_endpoint":"https://a.example/"})",
        u"issuer: no name"_s);
    row("the name a number", R"({"issuer":5})", u"issuer: no name"_s);
    row("no consent page", R"({"issuer":"https://login.example.org","token_endpoint":"https://login.example.org/t"})",
        u"authorization_endpoint: is missing"_s);
    row("no token endpoint",
        R"({"issuer":"https://login.example.org","authorization_endpoint":"https://login.example.org/a"})",
        u"token_endpoint: is missing"_s);
    more("a repeated name", R"("issuer":"https://evil.example")", u"a key is repeated"_s);
    more("a repeated endpoint", R"("token_endpoint":"https://evil.example/")", u"a key is repeated"_s);
    for (const char *endpoint :
         {"userinfo_endpoint", "revocation_endpoint", "introspection_endpoint", "device_authorization_endpoint"}) {
        for (const QByteArray &value :
             {QByteArray(R"("http://login.example.org/")"), QByteArray(R"("http://127.0.0.1/x")"),
              QByteArray(R"("https://me@login.example.org/")"), QByteArray(R"("https://login.example.org/?a=b")"),
              QByteArray(R"("https://login.example.org/#a")"), QByteArray("\"javascript:alert(1)\""),
              QByteArray(R"("/relative")"), QByteArray(R"("https://login.example.org/a b")"), QByteArray(R"("")"),
              QByteArray(R"("https://l\u202eogin.example.org/")"), QByteArray("7"), QByteArray("{}"),
              '"' + QByteArray("https://login.example.org/") + QByteArray(2001, 'a') + '"'}) {
            const QByteArray name = QByteArray(endpoint) + ' ' + value.left(40);
            more(name.constData(), '"' + QByteArray(endpoint) + "\":" + value, QLatin1StringView(endpoint));
        }
    }
    more("scopes a text", R"("scopes_supported":"openid")", u"scopes_supported: no list"_s);
    more("a scope a number", R"("scopes_supported":["openid",5])", u"scopes_supported: no list"_s);
    more("a scope with a blank", R"("scopes_supported":["a b"])", u"scopes_supported: what cannot"_s);
    more("an empty scope", R"("scopes_supported":[""])", u"scopes_supported: what cannot"_s);
    QByteArrayList many;
    for (int i = 0; i < 300; ++i)
        many.append("\"s" + QByteArray::number(i) + '"');
    more("too many scopes", "\"scopes_supported\":[" + many.join(',') + ']', u"too many scopes"_s);
    more("only the implicit flow", R"("response_types_supported":["token"])", u"response_types_supported"_s);
    more("no grants", R"("grant_types_supported":["implicit"])", u"grant_types_supported"_s);
    more("grants a text", R"("grant_types_supported":"authorization_code")", u"grant_types_supported"_s);
    more("only keys", R"("token_endpoint_auth_methods_supported":["private_key_jwt"])",
         u"token_endpoint_auth_methods_supported"_s);
    more("challenges a text", R"("code_challenge_methods_supported":"S256")", u"code_challenge_methods_supported"_s);
    more("a flag a text", R"("authorization_response_iss_parameter_supported":"true")",
         u"authorization_response_iss_parameter_supported"_s);
}

void TestMetadata::badDescriptionsAreRefused()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, named);
    const Result<ServerMetadata> said = read(body);
    QVERIFY(!said);
    QCOMPARE(said.error().kind, ErrorKind::Malformed);
    QVERIFY2(said.error().what.contains(named), qPrintable(said.error().what));
    QVERIFY(said.error().hint == ErrorHint::None);
}

void TestMetadata::anotherServersNameIsTold()
{
    const Result<ServerMetadata> said = read(description({}, R"(https://evil.example/\u202e\n)"));
    QVERIFY(!said);
    QCOMPARE(said.error().kind, ErrorKind::Malformed);
    QCOMPARE(said.error().message, u"https://evil.example/"_s);
}

QTEST_GUILESS_MAIN(TestMetadata)
#include "tst_metadata.moc"
