// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/setupsteps.h"

#include "connect/setuplist.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

const QString professionalHelp = u"https://help.instagram.com/502981923235522"_s;
const QString linkingHelp = u"https://www.facebook.com/business/help/connect-instagram-to-page"_s;

} // namespace

SetupSteps::SetupSteps(QWidget *parent)
    : Fold(u"setupSteps"_s, tr("Set the app up, step by step"), parent)
    , m_instagram(new SetupList(this))
    , m_facebook(new SetupList(this))
{
    fillInstagram();
    fillFacebook();
    add(m_instagram);
    add(m_facebook);
}

void SetupSteps::fillInstagram()
{
    m_instagram->addStep(tr("The account is a professional one (Business or Creator), which is a free setting in the "
                            "Instagram app. Personal accounts cannot be connected since December 2024."));
    connect(m_instagram->addLink(u"setupProfessional"_s, tr("How an account becomes a professional one")),
            &QPushButton::clicked, this, [this] { emit linkRequested(QUrl(professionalHelp)); });
    m_instagram->addStep(tr("In Meta's dashboard create an app with the use case “Manage messaging & content on "
                            "Instagram”, or open the one you have."));
    connect(m_instagram->addLink(u"setupDashboard"_s, tr("Open the dashboard")), &QPushButton::clicked, this,
            [this] { follow(&Provider::dashboard); });
    m_instagram->addStep(tr("Under Use cases, Customize, open “API setup with Instagram login”. The Instagram app id "
                            "and the Instagram app secret stand at the top of that page. Those under App settings, "
                            "Basic are the Meta app's and do not work here."));
    m_instagram->addStep(tr("On the same page open “Set up Instagram business login”, Business login settings, and "
                            "enter the redirect addresses from below. Where the dashboard adds a slash at the end, it "
                            "has to be in both places."));
    m_instagram->addStep(tr("Under App roles, Roles add the account as “Instagram Tester”, not as a plain tester. "
                            "Without Meta's review only such accounts can sign in."));
    m_instagram->addStep(tr("The account's owner accepts at Instagram: Settings, Apps and websites, Tester invites. "
                            "The tab is there only while an invitation waits."));
    connect(m_instagram->addLink(u"setupInvitations"_s, tr("Open the account's invitations")), &QPushButton::clicked,
            this, [this] { follow(&Provider::withdraw); });
    m_instagram->addStep(tr("Wait a few minutes: changes in the dashboard take two to five of them."));
}

void SetupSteps::fillFacebook()
{
    m_facebook->addStep(tr("The Instagram account is a professional one (Business or Creator) and linked to a Facebook "
                           "Page. Personal accounts cannot be connected since December 2024."));
    connect(m_facebook->addLink(u"setupProfessional"_s, tr("How an account becomes a professional one")),
            &QPushButton::clicked, this, [this] { emit linkRequested(QUrl(professionalHelp)); });
    connect(m_facebook->addLink(u"setupLinking"_s, tr("How it is linked to a Page")), &QPushButton::clicked, this,
            [this] { emit linkRequested(QUrl(linkingHelp)); });
    m_facebook->addStep(tr("In Meta's dashboard create an app with the use case “Manage messaging & content on "
                           "Instagram”, or open the one you have. The app id and the app secret stand under App "
                           "settings, Basic."));
    connect(m_facebook->addLink(u"setupDashboard"_s, tr("Open the dashboard")), &QPushButton::clicked, this,
            [this] { follow(&Provider::dashboard); });
    m_facebook->addStep(tr("Under Facebook Login, Settings, enter the redirect addresses from below as “Valid OAuth "
                           "Redirect URIs”, last slash included."));
    m_facebook->addStep(tr("Under App roles, Roles add everybody who is to sign in. Without Meta's review only they "
                           "can."));
    m_facebook->addStep(tr("Whoever signs in has a role on the Page, with full control or a task, and ticks the Page "
                           "on the consent page."));
    m_facebook->addStep(tr("With Facebook Login for Business make a configuration, and enter its id where the "
                           "permissions are ticked."));
    m_facebook->addStep(tr("Wait a few minutes: changes in the dashboard take two to five of them."));
}

void SetupSteps::follow(QUrl Provider::*page)
{
    emit linkRequested(m_provider.*page);
}

void SetupSteps::setProvider(const Provider &provider)
{
    m_provider = provider;
    setVisible(provider.family != Family::Standard && !provider.practice);
    m_instagram->setVisible(provider.family == Family::Instagram);
    m_facebook->setVisible(provider.family == Family::Facebook);
}

} // namespace tokendesk
