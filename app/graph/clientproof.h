// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "graph/graphclient.h"

namespace tokendesk {

/// A form as application/x-www-form-urlencoded, which RFC 6749 B asks for; wiped when it goes.
class Form
{
public:
    Form() = default;
    ~Form();
    Q_DISABLE_COPY_MOVE(Form)

    void add(QByteArrayView name, QByteArrayView value);
    Secret take();

private:
    QByteArray m_bytes;
};

/// "Basic …" for client_secret_basic: id and secret are form-encoded first (RFC 6749 2.3.1).
Secret basicCredentials(const QString &clientId, const Secret &secret);

/// Adds what tells the server which app is asking: to the form, or as the header that is returned.
Secret identify(const Provider &provider, const Client &client, Form &form);

} // namespace tokendesk
