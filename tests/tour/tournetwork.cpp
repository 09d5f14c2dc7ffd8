// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/connectdialog.h"
#include "support/smallproxy.h"
#include "tour.h"

#include <QAction>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokendesk {

void Tour::meetProxy()
{
    say(u"Come through a company's proxy that nobody has signed in to"_s);
    SmallProxy proxy(0);
    proxy.setMood(SmallProxy::Mood::WantsSignIn);
    Network &network = m_workplace->services().network;
    network.useProxy({.way = ProxyChoice::Way::Manual, .host = u"127.0.0.1"_s, .port = proxy.serverPort()});
    m_window->findChild<QAction *>(u"actionConnect"_s)->trigger();
    auto *dialog = m_window->findChild<ConnectDialog *>();
    dialog->askForToken(Secret("IGAA" + QByteArray(160, 'b')));
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"openNetwork"_s);
    takeFront(u"proxy"_s);
    m_person.click(u"openNetwork"_s);
    m_person.type(u"proxyUser"_s, u"jdoe"_s);
    m_person.type(u"proxyPassword"_s, u"correct horse"_s);
    takeFront(u"proxy-sign-in"_s);
    m_person.click(u"proxyCancel"_s);
    network.useProxy({});
    closeDialog();
}

void Tour::trustSignInPage()
{
    say(u"See what the browser will say of an https sign-in page, and have it trusted"_s);
    QString &tools = m_workplace->services().desktop.tools;
    const QString none = std::exchange(tools, {}); // certutil is wanted, for the store of the tour's own home
    m_window->findChild<QAction *>(u"actionConnect"_s)->trigger();
    m_person.click(u"instagramCard"_s);
    m_person.type(u"appId"_s, u"990602627938098"_s);
    m_person.type(u"appSecret"_s, u"a1b2c3d4e5f60718293a4b5c6d7e8f90"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"waitingHeading"_s);
    m_person.click(u"certificateFoldHeading"_s);
    m_person.see(u"trustPage"_s);
    takeFront(u"certificate"_s);
    m_person.click(u"trustPage"_s);
    m_person.see(u"trustUndo"_s);
    takeFront(u"certificate-trusted"_s);
    m_person.click(u"connectClose"_s);
    m_person.click(u"stopQuestionStop"_s);
    m_person.seeGone(u"connectDialog"_s);
    tools = none;
    comeToFront();
}

} // namespace tokendesk
