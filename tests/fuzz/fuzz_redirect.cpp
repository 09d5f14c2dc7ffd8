// SPDX-License-Identifier: GPL-3.0-or-later
// What a stranger can send to the redirect port, or talk somebody into pasting.
#include "signin/httprequest.h"
#include "signin/redirect.h"

#include <QString>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

const QString address = u"https://localhost:8917/instagram/"_s;
const QByteArray state = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

void check(const std::expected<Redirect, RedirectRefusal> &read, QByteArrayView input)
{
    if (!read)
        return;
    const bool hasOne = read->code.isEmpty() != read->error.isEmpty();
    const bool knowsState = input.contains('%') || QByteArrayView(input).indexOf(state) >= 0;
    if (!hasOne || !knowsState)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    const Secret expected(state);
    check(readRedirectTarget(input, address, expected), input);
    const QString pasted = QString::fromUtf8(input);
    QByteArray joined = pasted.toUtf8();
    joined.removeIf([](char c) { return c == '\r' || c == '\n'; });
    check(readPastedAddress(pasted, address, expected), joined);

    RequestReader reader;
    reader.feed(input.first(input.size() / 2));
    reader.feed(input.sliced(input.size() / 2));
    if (reader.state() == RequestReader::State::Complete)
        check(readRedirectTarget(reader.request().target, address, expected), reader.request().target);
    return 0;
}
