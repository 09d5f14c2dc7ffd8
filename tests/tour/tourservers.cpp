// SPDX-License-Identifier: GPL-3.0-or-later
//
// The chapters of the tour about what needs nobody at a browser or at the app secret: tokens for servers, and a broker.
#include "accounts/registrationfile.h"
#include "practice/practicefacebooktokens.h"
#include "support/desk.h"
#include "tour.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr quint64 administrator = 10227000000000002;

QString administratorsToken()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return QString::fromLatin1(mintPracticeFacebookToken({.kind = PracticeFacebookToken::Kind::LongUser,
                                                          .appId = PracticeServer::clientId().toULongLong(),
                                                          .userId = administrator,
                                                          .scopes = {u"business_management"_s},
                                                          .declined = {},
                                                          .pages = {},
                                                          .issuedAt = now.addSecs(-60),
                                                          .expiresAt = now.addDays(50)}));
}

} // namespace

void Tour::goWithoutSigningIn()
{
    makeServerTokens();
    useBroker();
}

void Tour::makeServerTokens()
{
    say(u"Have a token made for a server: of a system user"_s);
    m_person.press(Qt::Key_N, Qt::ControlModifier);
    m_person.see(u"serverCard"_s);
    m_person.click(u"practice-facebookCard"_s);
    m_person.click(u"serverToken"_s);
    m_person.type(u"systemUserId"_s, u"122100000000001"_s);
    QApplication::clipboard()->setText(administratorsToken());
    m_person.click(u"pasteAskingToken"_s);
    takeFront(u"server-token"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"doneTitle"_s);
    takeFront(u"done-server"_s);
    closeDialog();
    tellStatus();
    takeFront(u"server-account"_s);

    say(u"And the app's own"_s);
    m_person.press(Qt::Key_N, Qt::ControlModifier);
    m_person.click(u"practice-facebookCard"_s);
    m_person.click(u"serverToken"_s);
    m_person.click(u"serverOfApp"_s);
    takeFront(u"app-token"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"doneTitle"_s);
    closeDialog();
    tellStatus();
    takeFront(u"app-token-account"_s);
}

void Tour::useBroker()
{
    say(u"Take an app whose secret the organisation's broker keeps: nobody is asked for it"_s);
    QFile file(m_workplace->folder() + "/broker.tokendesk-app"_L1);
    const Registration app{.providerId = u"instagram"_s,
                           .name = u"Lumen Publisher"_s,
                           .clientId = u"990602627938098"_s,
                           .redirectAddresses = {u"https://localhost:8917/instagram/"_s},
                           .broker = u"https://login.lumen.example/broker"_s};
    if (!file.open(QIODevice::WriteOnly) || file.write(registrationFile(app)) < 0)
        throw Lost{u"the file was not written"_s};
    file.close();
    m_window->openAppFile(file.fileName());
    m_person.see(u"appFileDialog"_s);
    takeFront(u"app-file-broker"_s);
    m_person.click(u"appFileAdd"_s);
    m_person.seeGone(u"appFileDialog"_s);
    m_person.see(u"connectDialog"_s);
    m_person.click(u"connectBack"_s);
    m_person.see(u"brokerNote"_s);
    takeFront(u"app-broker"_s);
    closeDialog();
    m_window->findChild<QAction *>(u"actionApps"_s)->trigger();
    m_person.see(u"brokerAddress"_s);
    takeFront(u"apps-broker"_s);
    m_person.click(u"appsClose"_s);
    m_person.seeGone(u"appsDialog"_s);
    comeToFront();
    Awaited<void> removed;
    Accounts &accounts = m_workplace->accounts();
    accounts.removeRegistration(accounts.registrations().value(0).id, &removed.context, removed.callback());
    (void)removed.wait();
}

} // namespace tokendesk
