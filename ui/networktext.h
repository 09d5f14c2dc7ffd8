// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errortext.h"

#include <optional>

namespace tokendesk {

/// A failure on the way there, where what stands in the way can be named: a proxy, an authority that nobody here knows,
/// a network's own sign-in page. Nothing for any other.
std::optional<ErrorText> describeWay(const Error &error, const QString &provider);

/// Can that failure be mended in the settings of the network?
bool isOfNetwork(const Error &error);
/// Is it that nobody has signed in to the proxy, or not rightly?
bool wantsProxySignIn(const Error &error);

} // namespace tokendesk
