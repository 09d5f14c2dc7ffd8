// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QOAuth2AuthorizationCodeFlow>
#include <QUrl>

namespace tokendesk {

/// Qt 6.9 renamed the setter, and the old name warns there.
inline void setTokenEndpoint(QOAuth2AuthorizationCodeFlow &flow, const QUrl &url)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 9, 0)
    flow.setTokenUrl(url);
#else
    flow.setAccessTokenUrl(url);
#endif
}

/// From Qt 6.8 on the flow sends PKCE by itself. Ours serves every version and only where the provider takes it.
inline void switchOwnPkceOff([[maybe_unused]] QOAuth2AuthorizationCodeFlow &flow)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    flow.setPkceMethod(QOAuth2AuthorizationCodeFlow::PkceMethod::None);
#endif
}

} // namespace tokendesk
