// SPDX-License-Identifier: GPL-3.0-or-later
// The headers that tell how much of an allowance is used: app, page, business and ad account, a line each.
#include "graph/usage.h"

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

bool isPercent(int value)
{
    return value >= 0 && value <= 999;
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
    answer.status = 200;
    for (const char *name : {"X-App-Usage", "X-Page-Usage", "X-Business-Use-Case-Usage", "X-Ad-Account-Usage"})
        answer.headers.append({name, takeLine(input)});
    const QList<Usage> list = readUsage(answer);
    require(list.size() <= 3 + 32 * 8);
    for (const Usage &usage : list) {
        require(isPercent(usage.calls) && isPercent(usage.time) && isPercent(usage.processor));
        require(usage.regain.count() >= 0 && usage.regain.count() <= 24 * 3600);
        require(usage.subject.size() <= 32 && usage.type.size() <= 32);
    }
    return 0;
}
