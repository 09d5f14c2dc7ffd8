// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/proxyprompt.h"

#include "networktext.h"

#include <QApplication>

namespace tokendesk {

ProxyPrompt::ProxyPrompt(Network &network, const Transport &transport, QWidget &window)
    : m_network(network)
    , m_window(window)
{
    connect(&transport, &QNetworkAccessManager::finished, this, &ProxyPrompt::look);
}

void ProxyPrompt::look(QNetworkReply *reply)
{
    const std::optional<Error> error = Transport::trouble(*reply);
    if (!error || !wantsProxySignIn(*error))
        return;
    // Over nobody's work, and not over a dialog that may ask by itself.
    if (m_asked.contains(std::pair(error->message, error->hint)) || m_dialog || !m_window.isVisible()
        || QApplication::activeModalWidget())
        return;
    m_asked.append({error->message, error->hint});
    const auto reason
        = error->hint == ErrorHint::ProxyPassword ? ProxyDialog::Reason::Refused : ProxyDialog::Reason::Wanted;
    m_dialog = new ProxyDialog(m_network, error->message, reason, &m_window);
    connect(m_dialog, &QDialog::accepted, this, [this] {
        m_asked.clear(); // a password can be wrong again, or end
        emit signedIn();
    });
    m_dialog->open();
}

} // namespace tokendesk
