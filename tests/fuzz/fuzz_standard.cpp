// SPDX-License-Identifier: GPL-3.0-or-later
// What a plain OAuth 2.0 server answers: a grant, a profile, what it says of a token.
#include "graph/standardreplies.h"

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

bool isVisible(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7F; });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Answer answer{
        .status = 200, .body = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), .headers = {}};
    if (const Result<Grant> grant = readStandardGrant(answer)) {
        require(!grant->token.isEmpty() && grant->token.size() <= 4096 && isVisible(grant->token.view()));
        require(grant->refreshToken.size() <= 4096 && isVisible(grant->refreshToken.view()));
        require(!grant->lifetime || (grant->lifetime->count() > 0 && grant->lifetime->count() <= 315'360'000));
        require(grant->userId.isEmpty());
    }
    for (const QString &member : {QStringLiteral("sub"), QStringLiteral("data.user.id")}) {
        const Result<Profile> profile = readUserInfo(answer, {.id = member});
        require(!profile || (!profile->id.isEmpty() && profile->id.size() <= 255 && isVisible(profile->id.toLatin1())));
        require(!profile || (profile->username.size() <= 200 && !profile->username.contains(u'\u202E')));
    }
    if (const Result<Introspection> said = readIntrospection(answer)) {
        require(said->active || (said->subject.isEmpty() && said->scopes.isEmpty() && !said->expiresAt.isValid()));
        require(said->scopes.size() <= 200);
    }
    return 0;
}
