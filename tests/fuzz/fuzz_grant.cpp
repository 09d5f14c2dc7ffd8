// SPDX-License-Identifier: GPL-3.0-or-later
// A token answer, a profile and a list of permissions, as a server or somebody in between may send them.
#include "graph/replies.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace tokendesk;

namespace {

void require(bool truth)
{
    if (!truth)
        std::abort();
}

bool isDigits(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isPrintable(const Secret &token)
{
    return std::ranges::all_of(token.view(), [](char c) { return c > 0x20 && c < 0x7F; });
}

void checkError(const Error &error)
{
    require(!error.what.isEmpty() && error.message.size() <= 500 && error.type.size() <= 64);
}

void check(const Grant &grant)
{
    require(!grant.token.isEmpty() && grant.token.size() <= 4096 && isPrintable(grant.token));
    require(isPrintable(grant.refreshToken));
    require(grant.userId.size() <= 32 && isDigits(grant.userId));
    require(!grant.lifetime || (grant.lifetime->count() > 0 && grant.lifetime->count() <= 315'360'000));
    require(grant.permissionsKnown || grant.permissions.isEmpty());
}

void check(const Profile &profile)
{
    require(!profile.id.isEmpty() && isDigits(profile.id) && isDigits(profile.professionalId));
    require(profile.username.size() <= 200 && profile.name.size() <= 200 && !profile.name.contains(u'\u202E'));
    require(profile.picture.isEmpty() || profile.picture.scheme().startsWith(u"http"));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Answer answer{
        .status = 200, .body = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), .headers = {}};
    if (const Result<Grant> grant = readGrant(answer))
        check(*grant);
    else
        checkError(grant.error());
    if (const Result<Profile> profile = readProfile(answer))
        check(*profile);
    else
        checkError(profile.error());
    if (const Result<QStringList> permissions = readPermissions(answer))
        require(permissions->size() <= 200);
    else
        checkError(permissions.error());
    return 0;
}
