// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody shows the token doctor: an error in any shape, a token, or both.
#include "base/printable.h"
#include "doctor/symptom.h"

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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Symptom symptom = readSymptom(QByteArrayView(data, qsizetype(size)));
    require(!symptom.isUnknown || !symptom.error);
    require((symptom.token.finding == PasteFinding::Token) != symptom.token.token.isEmpty());
    if (!symptom.error)
        return 0;
    for (const QString &text : {symptom.error->message, symptom.error->type, symptom.error->traceId}) {
        require(text.size() <= 500 && std::ranges::none_of(text, isDeceptive));
        require(!text.contains(u"access_token=IGAA"));
    }
    return 0;
}
