// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/devicereplies.h"

#include "graph/replyfields.h"
#include "graph/standardreplies.h"
#include "provider/loopback.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr qsizetype longestUserCode = 40;
constexpr qsizetype longestAddress = 2000;
constexpr std::chrono::seconds longestWait = 10min;
constexpr std::chrono::seconds longestLifetime = 24h;

// Facebook's subcodes, beside codes that say less (17 of a throttle, 31, 463).
constexpr int facebookExpired = 1349152;
constexpr int facebookTooFast = 1349172;
constexpr int facebookPending = 1349174;

/// What is read out and typed: nothing that turns a line or looks like something else.
Result<QString> readUserCode(const Answer &answer, const Json &value)
{
    const QString code = value.text().simplified();
    const bool visible = std::ranges::all_of(code, [](QChar c) { return c >= u' ' && c < u'\u007F'; });
    if (code.isEmpty() || code.size() > longestUserCode || !visible)
        return malformed(answer, u"a user code of odd characters or length"_s);
    return code;
}

/// An address that a person is sent to. It is shown and drawn, so that it must not say one host and lead to another.
Result<QUrl> readPage(const Answer &answer, const Json &value)
{
    const QString text = value.text();
    const QUrl url(text, QUrl::StrictMode);
    const bool secure = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host()));
    const bool plain = std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\u007F'; });
    if (!plain || text.size() > longestAddress || !url.isValid() || !secure || url.host().isEmpty()
        || !url.userInfo().isEmpty())
        return malformed(answer, u"a page for the code that is not to be trusted"_s);
    return url;
}

Result<std::chrono::seconds> readInterval(const Answer &answer, const Json &value)
{
    const QByteArray digits = value.kind == Json::Kind::Number ? value.raw.toByteArray() : value.bytes();
    if (!isDigits(digits) || digits.size() > 18)
        return malformed(answer, u"an interval that is no whole number of seconds"_s);
    return std::clamp<std::chrono::seconds>(std::chrono::seconds(digits.toLongLong()), 1s, longestWait);
}

/// Whoever gives the address of another host beside the one that is shown gets it ignored.
void dropForeignPage(DeviceCode &code)
{
    const QUrl &full = code.pageWithCode;
    if (full.scheme() != code.page.scheme() || full.host() != code.page.host() || full.port() != code.page.port())
        code.pageWithCode = {};
}

std::optional<DeviceProgress> progressOfWord(const QString &word)
{
    if (word == "authorization_pending"_L1)
        return DeviceProgress::Pending;
    if (word == "slow_down"_L1)
        return DeviceProgress::SlowDown;
    if (word == "expired_token"_L1)
        return DeviceProgress::Expired;
    return {};
}

std::optional<DeviceProgress> progressOfSubcode(int subcode)
{
    if (subcode == facebookPending)
        return DeviceProgress::Pending;
    if (subcode == facebookTooFast)
        return DeviceProgress::SlowDown;
    if (subcode == facebookExpired)
        return DeviceProgress::Expired;
    return {};
}

} // namespace

Result<DeviceCode> readDeviceCode(const Answer &answer, Family family)
{
    const bool facebook = family == Family::Facebook;
    Result<Json> root = readSuccess(answer);
    // What Facebook refuses here is the app: nobody has a token yet that could be wrong.
    if (!root && facebook && root.error().kind == ErrorKind::Rejected) {
        root.error().kind = ErrorKind::Misconfigured;
        root.error().hint = ErrorHint::ClientToken;
    }
    if (!root)
        return std::unexpected(root.error());
    const Json *code = root->member(facebook ? "code" : "device_code");
    const Json *userCode = root->member("user_code");
    const Json *page = root->member("verification_uri");
    if (!page)
        page = root->member("verification_url"); // as drafts of the RFC had it, and Google still has
    const Json *lifetime = root->member("expires_in");
    if (!code || !userCode || !page || !lifetime)
        return malformed(answer, u"an answer without a code, its page or its lifetime"_s);
    DeviceCode read;
    for (const std::optional<Error> &error :
         {readOptional(answer, code, read.code, readToken), readOptional(answer, userCode, read.userCode, readUserCode),
          readOptional(answer, page, read.page, readPage),
          readOptional(answer, root->member("verification_uri_complete"), read.pageWithCode, readPage),
          readOptional(answer, lifetime, read.lifetime, readLifetime),
          readOptional(answer, root->member("interval"), read.interval, readInterval)}) {
        if (error)
            return std::unexpected(*error);
    }
    read.lifetime = std::min(read.lifetime, longestLifetime);
    dropForeignPage(read);
    return read;
}

Result<DeviceAnswer> readDeviceAnswer(const Answer &answer, Family family)
{
    const bool facebook = family == Family::Facebook;
    Result<Grant> grant = facebook ? readGrant(answer) : readStandardGrant(answer);
    if (grant)
        return DeviceAnswer{.progress = DeviceProgress::Granted, .grant = *std::move(grant)};
    Error error = grant.error();
    const auto progress = facebook ? progressOfSubcode(error.subcode) : progressOfWord(error.type);
    if (progress)
        return DeviceAnswer{.progress = *progress};
    if (error.kind == ErrorKind::Denied)
        error.known = u"device-declined"_s; // the RFC's word for it is that of a consent page
    return std::unexpected(error);
}

} // namespace tokendesk
