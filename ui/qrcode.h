// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

namespace tokendesk {

/// A QR code (ISO/IEC 18004) as it is drawn, without the quiet zone around it.
struct QrCode
{
    int size = 0; ///< modules on each side, 21 to 177
    QByteArray modules; ///< row by row from the top left; 1 is dark

    bool isDark(int x, int y) const { return modules.at(qsizetype(y) * size + x) != 0; }
};

/// Modules that stay light on each side, so that a camera finds the code (ISO/IEC 18004 6.3.8).
constexpr int quietZone = 4;

/// The text as a code of medium error correction; nothing where it is empty or too long for one.
std::optional<QrCode> qrCode(const QByteArray &text);

} // namespace tokendesk
