// SPDX-License-Identifier: GPL-3.0-or-later
#include "closing.h"

#include "unsavedquestion.h"

#include <QApplication>
#include <QEvent>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tokendesk {

Closing::Closing(Services &services, QWidget &window)
    : QObject(&window)
    , m_services(services)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

/// Quitting, by whatever way, closes the window as well, and it must not stay behind then.
bool Closing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Quit && watched == qApp) {
        m_quitting = true;
        QMetaObject::invokeMethod(this, [this] { m_quitting = false; }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

bool Closing::mayClose()
{
    const bool quitting = m_quitting || qApp->isSavingSession();
    if (!quitting && m_staysBehind && m_staysBehind()) {
        hide();
        return false;
    }
    if (m_services.accounts.hasUnsavedTokens() && !m_losesTokens) {
        askBeforeLosing();
        return false;
    }
    if (!quitting && !m_services.settings.knowsClosing() && !m_services.accounts.all().isEmpty()) {
        explain();
        return false;
    }
    QGuiApplication::setQuitOnLastWindowClosed(true);
    return true;
}

void Closing::hide()
{
    QGuiApplication::setQuitOnLastWindowClosed(false); // a question that closes meanwhile is no end
    m_window.hide();
    const bool firstTime = !m_services.settings.knowsClosing();
    m_services.settings.setKnowsClosing();
    emit hidden(firstTime);
}

void Closing::askBeforeLosing()
{
    if (m_question && m_question->isVisible())
        return;
    m_window.show(); // it may be hidden, and the question belongs to it
    delete m_question;
    m_question = new UnsavedQuestion(m_services.accounts, &m_window);
    connect(m_question, &UnsavedQuestion::notSaved, this, &Closing::notSaved);
    connect(m_question, &UnsavedQuestion::mayEnd, this, [this] {
        m_losesTokens = true;
        end();
    });
    m_question->open();
}

void Closing::end()
{
    m_quitting = true;
    m_window.close();
    QCoreApplication::quit();
}

/// Once, and only where there is something to lose by it.
void Closing::explain()
{
    if (m_explanation)
        return;
    auto *box = new QMessageBox(QMessageBox::Information, QCoreApplication::applicationName(),
                                tr("Closing the window ends TokenDesk."), QMessageBox::NoButton, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"closingExplained"_s);
    box->setInformativeText(
        tr("Nothing stays behind beside the clock here, so your tokens are renewed only while TokenDesk is open. A "
           "schedule can renew them while it is closed. You are told this once."));
    QPushButton *schedule = box->addButton(tr("Set up the schedule…"), QMessageBox::ActionRole);
    schedule->setObjectName(u"closingSchedule"_s);
    QPushButton *quit = box->addButton(tr("Quit"), QMessageBox::AcceptRole);
    quit->setObjectName(u"closingQuit"_s);
    QPushButton *stay = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(quit);
    box->setEscapeButton(stay);
    connect(schedule, &QPushButton::clicked, this, [this] {
        m_services.settings.setKnowsClosing();
        emit scheduleRequested();
    });
    connect(quit, &QPushButton::clicked, this, [this] {
        m_services.settings.setKnowsClosing();
        end();
    });
    m_explanation = box;
    box->open();
}

} // namespace tokendesk
