// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/appfiles.h"

#include "accounts/registrationfile.h"
#include "apps/appfiledialog.h"
#include "errortext.h"
#include "handout/savefile.h"
#include "retiredtext.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFileOpenEvent>
#include <QMessageBox>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString filter()
{
    return AppFiles::tr("Registration files (*.%1)").arg(registrationFileEnding);
}

/// What every file system takes.
QString fileNameFor(const Registration &app)
{
    static const QRegularExpression unusual(u"[^\\p{L}\\p{N}._-]+"_s);
    QString base = QString(app.name).replace(unusual, u" "_s).simplified().replace(u' ', u'-').left(60);
    while (base.startsWith(u'.'))
        base.remove(0, 1);
    return (base.isEmpty() ? app.providerId : base) + u'.' + registrationFileEnding;
}

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Storage, u"the file cannot be read"_s);
    return file.read(largestRegistrationFile + 1);
}

} // namespace

AppFiles::AppFiles(Services &services, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_window(window)
{
}

bool AppFiles::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FileOpen) {
        open(static_cast<QFileOpenEvent *>(event)->file());
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void AppFiles::open(const QString &path)
{
    const QString file = QFileInfo(path).fileName();
    const Result<QByteArray> json = contents(path);
    if (!json)
        return tellFailure(tr("“%1” cannot be read.").arg(file),
                           tr("Check that it is still there and that you may read it."), json.error());
    const Result<Registration> app = readRegistrationFile(*json, m_services.catalog);
    if (app)
        return ask(*app);
    if (const auto old = retiredThing(app.error().message); old && app.error().hint == ErrorHint::RetiredWay)
        return tellFailure(tr("“%1” is for something that has ended.").arg(file), retiredSentence(*old), app.error());
    tellFailure(tr("“%1” is no registration file that can be used.").arg(file),
                tr("Ask whoever sent it for a new one; line %1 is wrong.").arg(app.error().line), app.error());
}

void AppFiles::ask(const Registration &app)
{
    auto *dialog = new AppFileDialog(overSaved(app, m_services.accounts.registrations()), m_services, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, app] { take(app); });
    dialog->open();
    dialog->raise();
    dialog->activateWindow();
}

void AppFiles::take(const Registration &app)
{
    const Result<Registration> saved = m_services.accounts.save(overSaved(app, m_services.accounts.registrations()));
    if (!saved)
        return tellFailure(tr("The app was not saved."), describe(saved.error(), QString()).todo, saved.error());
    emit added(saved->id);
}

void AppFiles::choose()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a registration file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"appFileChooser"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({filter(), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &AppFiles::open);
    dialog->open();
}

void AppFiles::save(const QString &registrationId)
{
    const std::optional<Registration> app = m_services.accounts.registration(registrationId);
    if (!app)
        return;
    auto *dialog = new QFileDialog(m_window, tr("Save the app as a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"appFileSaver"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({filter()});
    dialog->setDefaultSuffix(registrationFileEnding);
    dialog->selectFile(fileNameFor(*app));
    connect(dialog, &QFileDialog::fileSelected, this, [this, app](const QString &path) { saveAs(*app, path); });
    dialog->open();
}

void AppFiles::saveAs(const Registration &app, const QString &path)
{
    if (const Result<void> written = saveFile(path, registrationFile(app)); !written)
        tellFailure(tr("The file was not written."), describe(written.error(), QString()).todo, written.error());
}

void AppFiles::tellFailure(const QString &happened, const QString &todo, const Error &error)
{
    auto *box = new QMessageBox(QMessageBox::Warning, m_window->windowTitle(), happened, QMessageBox::Close, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"appFileFailure"_s);
    box->setInformativeText(todo);
    box->setDetailedText(describe(error, QString()).details);
    box->open();
}

} // namespace tokendesk
