// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/registrationfile.h"
#include "support/desk.h"
#include "tour.h"

#include <QAction>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tokendesk {

void Tour::manageApps()
{
    say(u"Look at the saved apps"_s);
    m_window->findChild<QAction *>(u"actionApps"_s)->trigger();
    m_person.see(u"noApps"_s);
    takeFront(u"apps-none"_s);
    m_person.press(Qt::Key_Escape);
    Accounts &accounts = m_workplace->accounts();
    const QStringList addresses = m_workplace->catalog().description(u"instagram"_s)->redirectAddresses;
    for (const auto &[name, id] :
         {std::pair(u"Lumen Publisher"_s, u"990602627938098"_s), {u"Shop tools"_s, u"17841"_s}}) {
        if (!accounts.save(
                {.providerId = u"instagram"_s, .name = name, .clientId = id, .redirectAddresses = addresses}))
            throw Lost{u"the app was not saved"_s};
    }
    m_window->findChild<QAction *>(u"actionApps"_s)->trigger();
    m_person.type(u"newSecret"_s, u"a1b2c3d4e5f60718293a4b5c6d7e8f90"_s);
    takeFront(u"apps"_s);
    m_person.click(u"appsClose"_s);
    m_person.seeGone(u"appsDialog"_s);
    comeToFront();

    say(u"Open a registration file: whom it talks to is shown first"_s);
    QFile file(m_workplace->folder() + "/lumen.tokendesk-app"_L1);
    const Registration colleague{.providerId = u"instagram"_s,
                                 .name = u"Lumen Publisher"_s,
                                 .clientId = u"990602627938098"_s,
                                 .redirectAddresses = addresses};
    if (!file.open(QIODevice::WriteOnly) || file.write(registrationFile(colleague)) < 0)
        throw Lost{u"the file was not written"_s};
    file.close();
    m_window->openAppFile(file.fileName());
    m_person.see(u"appFileDialog"_s);
    takeFront(u"app-file"_s);
    m_person.click(u"appFileCancel"_s);
    m_person.seeGone(u"appFileDialog"_s);
    comeToFront();

    say(u"Instagram's page shows an error: pick what it says"_s);
    m_person.press(Qt::Key_N, Qt::ControlModifier);
    m_person.type(u"appSecret"_s, u"a1b2c3d4e5f60718293a4b5c6d7e8f90"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.click(u"connectPrimary"_s);
    m_person.see(u"waitingHeading"_s);
    m_person.click(u"connectLink"_s);
    m_person.type(u"pageWordsText"_s, u"Insufficient developer role"_s);
    m_person.see(u"pageErrorHappened"_s);
    takeFront(u"page-error"_s);
    m_person.press(Qt::Key_Escape);
    m_person.click(u"stopQuestionStop"_s);
    m_person.seeGone(u"connectDialog"_s);
    comeToFront();
    for (const Registration &app : QList(accounts.registrations())) {
        Awaited<void> removed;
        accounts.removeRegistration(app.id, &removed.context, removed.callback());
        (void)removed.wait();
    }
}

} // namespace tokendesk
