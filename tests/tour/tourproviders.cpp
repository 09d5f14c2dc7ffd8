// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedserver.h"
#include "tour.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QByteArray description(const ScriptedServer &server)
{
    QByteArray json = R"({"issuer":"SERVER","authorization_endpoint":"SERVER/auth","token_endpoint":"SERVER/token",)"
                      R"("userinfo_endpoint":"SERVER/me","revocation_endpoint":"SERVER/token/revocation",)"
                      R"("device_authorization_endpoint":"SERVER/device",)"
                      R"("scopes_supported":["openid","profile","email","offline_access"]})";
    return json.replace("SERVER", server.url({}).toLatin1());
}

void replace(Person &person, const QString &field, const QString &text)
{
    person.click(field);
    person.press(Qt::Key_A, Qt::ControlModifier);
    person.press(Qt::Key_Delete);
    person.type(field, text);
}

} // namespace

/// From the page that asks which account it is, and back to it.
void Tour::describeProvider()
{
    say(u"Describe another provider: its address fills the form"_s);
    ScriptedServer server;
    server.answer(404, {});
    server.answer(200, description(server));
    m_person.click(u"anotherCard"_s);
    m_person.see(u"providerDialog"_s);
    takeFront(u"provider-empty"_s);
    m_person.type(u"providerAddress"_s, server.url({}));
    m_person.click(u"providerDiscover"_s);
    m_person.see(u"providerHosts"_s);
    replace(m_person, u"providerName"_s, u"Corner shop"_s);
    takeFront(u"provider-discovered"_s);
    replace(m_person, u"providerToken"_s, u"http://tokens.example.net/token"_s);
    m_person.click(u"moreAddressesHeading"_s);
    m_person.click(u"providerSave"_s);
    takeFront(u"provider-wrong"_s);
    replace(m_person, u"providerToken"_s, server.url(u"/token"_s));
    m_person.click(u"providerSave"_s);
    m_person.see(u"appId"_s);
    takeFront(u"provider-app"_s);
    m_person.click(u"connectBack"_s);
    m_person.see(u"corner-shopChange"_s);
    takeFront(u"ways-with-own"_s);

    say(u"Delete it again"_s);
    m_person.click(u"corner-shopDelete"_s);
    m_person.see(u"deleteProviderQuestion"_s);
    m_person.click(u"deleteProviderDelete"_s);
    m_person.seeGone(u"corner-shopCard"_s);
    QWidget *dialog = m_person.see(u"connectDialog"_s); // there may be no window manager that would do it
    dialog->activateWindow();
    if (!QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; }))
        throw Lost{u"the dialog does not come to the front"_s};
}

} // namespace tokendesk
