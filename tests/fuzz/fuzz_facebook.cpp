// SPDX-License-Identifier: GPL-3.0-or-later
// Facebook's answers about Pages, permissions and tokens, as a server or somebody in between may send them.
#include "graph/facebookreplies.h"

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

bool isId(const QString &text)
{
    return text.size() <= 32 && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isClean(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\u007F'; });
}

void check(const FacebookPagePart &part)
{
    require(part.pages.size() <= 500 && part.after.size() <= 512 && isClean(part.after));
    for (const FacebookPage &page : part.pages) {
        require(!page.id.isEmpty() && isId(page.id) && isId(page.instagramId) && page.name.size() <= 200);
        require(page.token.size() <= 4096);
        for (const QUrl &url : {page.picture, page.instagramPicture})
            require(url.isEmpty() || url.scheme().startsWith(u"http"));
    }
}

void check(const FacebookInspection &inspection)
{
    require(isId(inspection.appId) && isId(inspection.userId) && isId(inspection.pageId));
    require(inspection.valid || !inspection.fault.what.isEmpty());
    require(inspection.scopes.size() <= 200);
    require(!inspection.expiresAt.isValid() || inspection.expiresAt.toSecsSinceEpoch() > 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Answer answer{
        .status = 200, .body = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), .headers = {}};
    if (const Result<FacebookPagePart> part = readFacebookPages(answer))
        check(*part);
    else
        require(!part.error().what.isEmpty());
    if (const Result<FacebookInspection> inspection = readFacebookInspection(answer))
        check(*inspection);
    if (const Result<FacebookBusinessPart> part = readFacebookBusinesses(answer))
        require(std::ranges::all_of(part->ids, isId));
    if (const Result<FacebookPermissions> permissions = readFacebookPermissions(answer))
        require(permissions->granted.size() + permissions->declined.size() <= 500);
    if (const Result<Profile> profile = readFacebookProfile(answer))
        require(!profile->id.isEmpty() && isId(profile->id));
    (void)readFacebookSuccess(answer);
    return 0;
}
