// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody pastes where a token is asked for, or opens as a file of many.
#include "base/printable.h"
#include "graph/tokenlist.h"

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

void check(const PastedToken &read)
{
    const bool found = read.finding == PasteFinding::Token;
    require(found != read.token.isEmpty());
    require(read.retired.has_value() == (read.finding == PasteFinding::Retired));
    require(!found || (read.tokens == 1 && read.origin != TokenOrigin::Unknown && read.token.size() <= 4096));
    require(std::ranges::all_of(read.token.view(), [](char c) { return c > 0x20 && c < 0x7F; }));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    const PastedToken read = readPastedToken(input);
    check(read);
    if (read.finding == PasteFinding::Token)
        require(readPastedToken(read.token.view()).token == read.token);
    const auto list = readTokenList(Secret(input));
    require(list.has_value() || list.error().kind == ErrorKind::InvalidInput);
    if (!list)
        return 0;
    int line = 0;
    for (const TokenRow &row : *list) {
        check(row.read);
        require(row.line >= line && row.sameAs <= row.line && std::ranges::none_of(row.name, isDeceptive));
        line = row.line;
    }
    return 0;
}
