// SPDX-License-Identifier: GPL-3.0-or-later
// What a server says of itself, and what a person types to find it.
#include "graph/metadata.h"
#include "provider/loopback.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

void require(bool truth)
{
    if (!truth)
        std::abort();
}

bool isSafe(const QUrl &url)
{
    const bool secure = url.scheme() == u"https" || (url.scheme() == u"http" && isLoopback(url.host()));
    return secure && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
}

void check(const ServerMetadata &said, const QString &issuer)
{
    require(said.issuer == issuer || said.issuer == issuer + u'/');
    require(isSafe(said.authorize) && isSafe(said.token));
    for (const QUrl &url :
         {said.authorize, said.token, said.profile, said.revoke, said.introspect, said.deviceAuthorization}) {
        require(url.isEmpty() || isSafe(url));
        require(url.isEmpty() || url.scheme() == u"https" || issuer.startsWith("http://"_L1));
    }
    require(said.scopes.size() <= 200);
    require(std::ranges::none_of(said.scopes, [](const QString &scope) { return scope.isEmpty(); }));
}

/// What was understood is understood again, and leads to its own addresses.
void checkTyped(const QString &typed)
{
    const Result<QString> issuer = readIssuer(typed);
    if (!issuer)
        return;
    require(isSafe(QUrl(*issuer, QUrl::StrictMode)) && !issuer->endsWith(u'/'));
    require(readIssuer(*issuer).value_or(QString()) == *issuer);
    for (const QUrl &address : metadataAddresses(*issuer))
        require(isSafe(address) && address.authority() == QUrl(*issuer).authority());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const QString &issuer : {u"https://login.example.org"_s, u"http://localhost:8080/a"_s}) {
        const Result<ServerMetadata> said = readMetadata({.status = 200, .body = body, .headers = {}}, issuer);
        if (said)
            check(*said, issuer);
        else
            require(!said.error().what.isEmpty());
        require(!readMetadata({.status = 404, .body = body, .headers = {}}, issuer));
    }
    checkTyped(QString::fromUtf8(body));
    return 0;
}
