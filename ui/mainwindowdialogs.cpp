// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of MainWindow that opens dialogs and panes.
#include "aboutdialog.h"
#include "apps/appfiles.h"
#include "apps/appsdialog.h"
#include "connecting.h"
#include "doctor/doctordialog.h"
#include "errortext.h"
#include "mainwindow.h"
#include "preferences/preferencesdialog.h"
#include "preferences/tracessection.h"
#include "style.h"
#include "usage/usagepane.h"

#include <QApplication>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// It goes when it is closed.
void openOnce(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void MainWindow::tellFailure(const Error &error)
{
    const ErrorText text = describe(error, QString());
    auto *box = new QMessageBox(QMessageBox::Warning, windowTitle(), text.happened, QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"failure"_s);
    //: What to do. Who can do it.
    box->setInformativeText(tr("%1 %2").arg(text.todo, text.who));
    box->setDetailedText(text.details);
    box->open();
}

void MainWindow::openPreferences()
{
    auto *dialog = new PreferencesDialog(m_services.settings, m_services.desktop, m_services.network, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->add(new TracesSection(m_services, dialog), tr("This computer"));
    connect(dialog, &PreferencesDialog::themeChosen, this, [](Theme theme) { applyTheme(*qApp, theme); });
    connect(dialog, &PreferencesDialog::languageChosen, this, &MainWindow::languageChosen);
    connect(dialog, &PreferencesDialog::changed, this, &MainWindow::preferencesChanged);
    dialog->open();
}

void MainWindow::openApps()
{
    auto *dialog = new AppsDialog(m_services, this);
    connect(dialog, &AppsDialog::connectRequested, m_connecting, &Connecting::start);
    openOnce(dialog);
}

void MainWindow::openDoctor()
{
    openOnce(new DoctorDialog(m_services, currentAccount(), this));
}

/// One is enough, beside the window.
void MainWindow::openUsage()
{
    auto *pane = findChild<UsagePane *>();
    if (!pane || pane->isHidden()) { // one that was closed is about to go
        pane = new UsagePane(m_services, this);
        pane->setAttribute(Qt::WA_DeleteOnClose);
    }
    pane->show();
    pane->raise();
    pane->activateWindow();
}

void MainWindow::openAppFile(const QString &path)
{
    bringForward();
    m_appFiles->open(path);
}

void MainWindow::openAbout()
{
    openOnce(new AboutDialog(this));
}

} // namespace tokendesk
