// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tokendesk {

/// The file of a plain OAuth 2.0 provider "test" on that port of this computer. `more` are further members, each with a
/// comma at its end.
inline QByteArray standardProvider(quint16 port, const QByteArray &more = {})
{
    QByteArray json = R"({
        "id": "test", "name": "Test", "family": "standard",
        "endpoints": {
            "authorize": "http://127.0.0.1:PORT/authorize", "token": "http://127.0.0.1:PORT/token",
            "profile": "http://127.0.0.1:PORT/me", "revoke": "http://127.0.0.1:PORT/revoke",
            "introspect": "http://127.0.0.1:PORT/introspect",
            "deviceAuthorization": "http://127.0.0.1:PORT/device/auth"
        },
        "scopeSeparator": " ", "pkce": true, MORE
        "redirectAddresses": ["http://127.0.0.1:8941/test/", "http://127.0.0.1:8942/test/"],
        "scopes": [
            { "id": "openid", "title": "Sign in", "sentence": "Says who you are.", "required": true },
            { "id": "offline_access", "title": "Stay", "sentence": "Renews by itself." }
        ]
    })";
    return json.replace("PORT", QByteArray::number(port)).replace("MORE", more);
}

} // namespace tokendesk
