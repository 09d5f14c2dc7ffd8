// SPDX-License-Identifier: GPL-3.0-or-later
// A provider file that somebody was sent.
#include "provider/provider.h"

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

void check(const QUrl &url)
{
    const bool loopback = url.host() == u"127.0.0.1" || url.host() == u"::1" || url.host() == u"localhost";
    require(url.isEmpty() || url.scheme() == u"https" || (url.scheme() == u"http" && loopback));
    require(url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment());
}

void check(const Provider &provider)
{
    const Endpoints &urls = provider.endpoints;
    for (const QUrl &url : {urls.authorize, urls.token, urls.extend, urls.renew, urls.profile, urls.permissions})
        check(url);
    require(!provider.id.isEmpty() && !urls.authorize.isEmpty() && !urls.token.isEmpty());
    require(!provider.redirectAddresses.isEmpty() && !provider.scopes.isEmpty());
    QStringList all;
    for (const Scope &scope : provider.scopes)
        all.append(scope.id);
    require(provider.withDependencies(all) == all);
    for (const Preset &preset : provider.presets) {
        const QStringList asked = provider.withDependencies(preset.scopes);
        require(!preset.id.isEmpty() && !preset.scopes.isEmpty());
        for (const QString &scope : preset.scopes)
            require(asked.contains(scope));
    }
    for (const ForeignScope &scope : provider.elsewhere) {
        require(!provider.scope(scope.id) && scope.family != provider.family);
        require(scope.instead.isEmpty() || provider.scope(scope.instead));
    }
    for (const OptionalParameter &parameter : provider.optionalParameters)
        require(parameter.name.compare(u"state", Qt::CaseInsensitive) != 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const QString &language : {QString(), u"de_AT"_s}) {
        if (const Result<Provider> provider = readProvider(json, language))
            check(*provider);
        else
            require(provider.error().line >= 1 && provider.error().line <= 1 + json.count('\n'));
    }
    return 0;
}
