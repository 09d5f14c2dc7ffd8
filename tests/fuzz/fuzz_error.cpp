// SPDX-License-Identifier: GPL-3.0-or-later
// An answer that is no success, with its headers: status digit, Retry-After, usage and body, a line each.
#include "base/printable.h"
#include "graph/replies.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace tokendesk;

namespace {

constexpr int statuses[] = {0, 200, 302, 400, 401, 403, 429, 500, 503};

void require(bool truth)
{
    if (!truth)
        std::abort();
}

void check(const Error &error)
{
    for (const QString &text : {error.message, error.type, error.traceId}) {
        require(std::ranges::none_of(text, isDeceptive));
        require(!text.contains(u"access_token=IGAA"));
    }
    require(!error.what.isEmpty() && error.message.size() <= 500 && error.type.size() <= 64
            && error.traceId.size() <= 64);
    require(error.retryAfter >= 0 && error.retryAfter <= 24 * 3600);
}

QByteArray takeLine(QByteArray &input)
{
    const qsizetype end = std::min(input.size(), input.indexOf('\n') < 0 ? input.size() : input.indexOf('\n'));
    const QByteArray line = input.first(end);
    input = input.mid(end + 1);
    return line;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    Answer answer;
    const QByteArray digit = takeLine(input);
    answer.status = statuses[digit.isEmpty() ? 0 : std::size_t(std::uint8_t(digit[0])) % std::size(statuses)];
    answer.headers = {{"Date", "Mon, 23 Nov 2026 13:00:00 GMT"},
                      {"Retry-After", takeLine(input)},
                      {"X-Business-Use-Case-Usage", takeLine(input)}};
    answer.body = input;
    const Error error = readError(answer);
    check(error);
    require(error.httpStatus == answer.status);
    const QString text = QString::fromUtf8(input);
    check(readRedirectError(text.left(100), text.left(200), text));
    return 0;
}
