// SPDX-License-Identifier: GPL-3.0-or-later
#include "qrcode.h"

#include <memory>
#include <qrencode.h>

namespace tokendesk {

std::optional<QrCode> qrCode(const QByteArray &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
        QRcode_encodeData(int(text.size()), reinterpret_cast<const unsigned char *>(text.constData()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    if (text.isEmpty() || !made)
        return std::nullopt;
    QrCode code{.size = made->width, .modules = {}};
    const qsizetype count = qsizetype(code.size) * code.size;
    code.modules.reserve(count);
    for (qsizetype i = 0; i < count; ++i)
        code.modules.append(char(made->data[i] & 1)); // the other bits are the library's own
    return code;
}

} // namespace tokendesk
