// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <optional>

namespace tokendesk {

/// The prefix and behind it, as base64url, the payload and its signature. The key is public: Practice guards nothing,
/// the signature only makes a damaged paste fail as it would at Meta.
QByteArray sealedForPractice(QByteArrayView prefix, const QByteArray &payload);

/// The payload; nothing where the text was not sealed here with that prefix, or was changed.
std::optional<QByteArray> unsealedForPractice(QByteArrayView prefix, const QByteArray &text);

} // namespace tokendesk
