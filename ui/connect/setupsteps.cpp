// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/setupsteps.h"

#include "connect/connectpage.h"
#include "style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tokendesk {

SetupSteps::SetupSteps(QWidget *parent)
    : Fold(u"setupSteps"_s, tr("Set the app up, step by step"), parent)
{
    int step = 0;
    addStep(++step,
            tr("The account is a professional one (Business or Creator), which is a free setting in the "
               "Instagram app. Personal accounts cannot be connected since December 2024."));
    addStep(++step,
            tr("In Meta's dashboard create an app with the use case “Manage messaging & content on Instagram”, "
               "or open the one you have."));
    addLink(u"setupDashboard"_s, tr("Open the dashboard"), &Provider::dashboard);
    addStep(++step,
            tr("Under Use cases, Customize, open “API setup with Instagram login”. The Instagram app id and the "
               "Instagram app secret stand at the top of that page. Those under App settings, Basic are the "
               "Meta app's and do not work here."));
    addStep(++step,
            tr("On the same page open “Set up Instagram business login”, Business login settings, and enter the "
               "redirect addresses from below. Where the dashboard adds a slash at the end, it has to be in "
               "both places."));
    addStep(++step,
            tr("Under App roles, Roles add the account as “Instagram Tester”, not as a plain tester. Without "
               "Meta's review only such accounts can sign in."));
    addStep(++step,
            tr("The account's owner accepts at Instagram: Settings, Apps and websites, Tester invites. The tab "
               "is there only while an invitation waits."));
    addLink(u"setupInvitations"_s, tr("Open the account's invitations"), &Provider::withdraw);
    addStep(++step, tr("Wait a few minutes: changes in the dashboard take two to five of them."));
}

void SetupSteps::setProvider(const Provider &provider)
{
    m_provider = provider;
    setVisible(provider.family == Family::Instagram && !provider.practice);
}

void SetupSteps::addStep(int number, const QString &text)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * gridUnit);
    //: the number of a step
    auto *count = new QLabel(tr("%1.").arg(QLocale().toString(number)), row);
    makeHeading(count);
    line->addWidget(count, 0, Qt::AlignTop);
    line->addWidget(wrapping(text, row), 1);
    add(row);
}

void SetupSteps::addLink(const QString &objectName, const QString &text, QUrl Provider::*page)
{
    auto *row = new QWidget(this);
    auto *button = new QPushButton(text, row);
    name(button, objectName, text);
    makeQuiet(button);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(4 * gridUnit, 0, 0, 0);
    line->addWidget(button);
    line->addStretch();
    connect(button, &QPushButton::clicked, this, [this, page] { emit linkRequested(m_provider.*page); });
    add(row);
}

} // namespace tokendesk
