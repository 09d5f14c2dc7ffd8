// SPDX-License-Identifier: GPL-3.0-or-later
// A registration file that somebody was sent.
#include "accounts/registrationfile.h"
#include "signin/redirect.h"

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

void check(const Registration &app, const Catalog &catalog)
{
    require(app.id.isEmpty() && !app.secretKept);
    const Provider *provider = catalog.description(app.providerId);
    require(provider && !provider->practice && !app.clientId.isEmpty());
    require(!app.redirectAddresses.isEmpty());
    for (const QString &address : app.redirectAddresses)
        require(readRedirectAddress(address).has_value());
    require(!hostsOf(*provider, app).isEmpty());
    const Result<Registration> again = readRegistrationFile(registrationFile(app), catalog);
    require(again && again->clientId == app.clientId && again->name == app.name);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Catalog catalog{QString()};
    const QByteArray json(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const Result<Registration> app = readRegistrationFile(json, catalog))
        check(*app, catalog);
    else
        require(app.error().line >= 1 && app.error().line <= 1 + json.count('\n'));
    return 0;
}
