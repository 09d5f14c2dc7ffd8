// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/clientproof.h"

namespace tokendesk {

Form::~Form()
{
    wipe(m_bytes.data(), std::size_t(m_bytes.size()));
}

void Form::add(QByteArrayView name, QByteArrayView value)
{
    m_bytes.reserve(m_bytes.size() + name.size() + 3 * value.size() + 2); // no copy stays behind by growing
    if (!m_bytes.isEmpty())
        m_bytes += '&';
    m_bytes += name;
    m_bytes += '=';
    m_bytes += value.toByteArray().toPercentEncoding();
}

Secret Form::take()
{
    return Secret::takeFrom(m_bytes);
}

Secret basicCredentials(const QString &clientId, const Secret &secret)
{
    QByteArray pair = clientId.toUtf8().toPercentEncoding() + ':';
    pair += secret.view().toByteArray().toPercentEncoding();
    QByteArray value = "Basic " + pair.toBase64();
    wipe(pair.data(), std::size_t(pair.size()));
    return Secret::takeFrom(value);
}

Secret identify(const Provider &provider, const Client &client, Form &form)
{
    if (provider.clientAuthentication == ClientAuthentication::Header && !client.secret.isEmpty())
        return basicCredentials(client.id, client.secret);
    form.add("client_id", client.id.toUtf8());
    if (provider.clientAuthentication == ClientAuthentication::Body && !client.secret.isEmpty())
        form.add("client_secret", client.secret.view());
    return {};
}

} // namespace tokendesk
