// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of ConnectDialog that closes it, and asks before something would be lost by that.
#include "connect/apppage.h"
#include "connect/connectdialog.h"
#include "connect/donepage.h"
#include "connect/doneway.h"
#include "connect/serverway.h"
#include "connect/tokenway.h"
#include "connect/waitingpage.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tokendesk {

bool ConnectDialog::wouldLose() const
{
    if (page() == m_done->page())
        return false;
    return m_waiting->isPastBrowser() || m_server->hasInput() || (!m_provider.practice && m_app->hasInput());
}

void ConnectDialog::reject()
{
    if (wouldLose())
        askBeforeLosing();
    else
        closeNow();
}

void ConnectDialog::closeNow()
{
    m_waiting->stop();
    m_token->stop();
    m_server->stop();
    PagedDialog::reject();
}

void ConnectDialog::askBeforeLosing()
{
    if (m_question && m_question->isVisible())
        return;
    m_question = new QMessageBox(QMessageBox::Question, windowTitle(), tr("Stop here?"), QMessageBox::NoButton, this);
    m_question->setObjectName(u"stopQuestion"_s);
    m_question->setInformativeText(m_waiting->isPastBrowser()
                                       ? tr("The browser is done already. The token that is on its way would be lost.")
                                       : tr("What you entered about your app is not kept."));
    QPushButton *stop = m_question->addButton(tr("Stop"), QMessageBox::DestructiveRole);
    QPushButton *stay = m_question->addButton(tr("Go on"), QMessageBox::RejectRole);
    m_question->setDefaultButton(stay);
    m_question->setEscapeButton(stay);
    name(stop, u"stopQuestionStop"_s, stop->text());
    connect(stop, &QPushButton::clicked, this, &ConnectDialog::closeNow);
    connect(m_question, &QMessageBox::finished, m_question, &QObject::deleteLater);
    m_question->open();
}

} // namespace tokendesk
