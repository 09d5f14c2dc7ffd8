// SPDX-License-Identifier: GPL-3.0-or-later
// What a server answers to somebody who signs in on another device, in both dialects.
#include "graph/devicereplies.h"
#include "provider/loopback.h"

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

/// May a person be sent there?
bool isSafe(const QUrl &url)
{
    const bool secure = url.scheme() == u"https" || (url.scheme() == u"http" && isLoopback(url.host()));
    return secure && !url.host().isEmpty() && url.userInfo().isEmpty();
}

void check(const DeviceCode &code)
{
    require(!code.code.isEmpty() && code.code.size() <= 4096);
    require(!code.userCode.isEmpty() && code.userCode.size() <= 40);
    require(std::ranges::all_of(code.userCode, [](QChar c) { return c >= u' ' && c < u'\u007F'; }));
    require(isSafe(code.page));
    require(code.pageWithCode.isEmpty() || (isSafe(code.pageWithCode) && code.pageWithCode.host() == code.page.host()));
    require(code.lifetime.count() > 0 && code.lifetime.count() <= 86'400);
    require(code.interval.count() > 0 && code.interval.count() <= 600);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const Family family : {Family::Standard, Family::Facebook}) {
        if (const Result<DeviceCode> code = readDeviceCode({.status = 200, .body = body, .headers = {}}, family))
            check(*code);
        else
            require(!code.error().what.isEmpty());
        for (const int status : {200, 400}) {
            const Result<DeviceAnswer> answer
                = readDeviceAnswer({.status = status, .body = body, .headers = {}}, family);
            const bool granted = answer && answer->progress == DeviceProgress::Granted;
            require(granted == (answer && !answer->grant.token.isEmpty()));
            require(!granted || status == 200);
        }
    }
    return 0;
}
