// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Connect in which the person signs in on another device; what follows is as after the browser.
#include "accounts/connect.h"
#include "accounts/facebookway.h"
#include "signin/devicelogin.h"

namespace tokendesk {

DeviceLogin *Connect::device() const
{
    return m_device;
}

void Connect::showCode()
{
    const bool facebook = m_provider.family == Family::Facebook;
    DeviceLogin::Request request{.provider = m_provider,
                                 .clientId = m_plan.registration.clientId,
                                 .clientSecret = facebook ? m_plan.clientToken.clone() : m_plan.appSecret.clone(),
                                 .scopes = m_plan.scopes,
                                 .broker = QUrl(m_plan.registration.broker)};
    m_device = new DeviceLogin(
        std::move(request), m_graph, m_clock, [this](Result<Grant> grant) { granted(std::move(grant)); }, this);
    m_codeAsked = true;
    m_device->start();
    enter(Stage::WaitingForDevice);
}

/// Later, since one of them may be at work right now.
void Connect::dropHelpers()
{
    m_plan.clientToken = {};
    if (m_device) {
        m_device->cancel();
        m_device->deleteLater();
        m_device.clear();
    }
    if (!m_facebook)
        return;
    m_facebook->disconnect(this);
    m_facebook.release()->deleteLater();
}

} // namespace tokendesk
