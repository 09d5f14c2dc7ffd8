// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/reportdialog.h"

#include "connect/connectpage.h"
#include "connect/copybutton.h"
#include "style.h"

#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

ReportDialog::ReportDialog(const QString &report, std::function<Result<void>(const QString &)> save, QWidget *parent)
    : QDialog(parent)
    , m_save(std::move(save))
    , m_told(wrapping({}, this))
{
    name(this, u"reportDialog"_s, tr("Report"));
    setWindowTitle(accessibleName());
    makePage(this);
    QLabel *why = wrapping(tr("This is all that is in the report. There is no token and no secret in it, but names of "
                              "accounts and what the provider said. Read it before you send it on."),
                           this);
    makeMuted(why);
    auto *text = new QPlainTextEdit(report, this);
    name(text, u"reportText"_s, tr("The report"));
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->document()->setDocumentMargin(gridUnit);
    text->setTabChangesFocus(true);
    m_told->setObjectName(u"reportTold"_s);
    m_told->hide();
    auto *copy = new CopyButton(tr("Copy"), this);
    name(copy, u"reportCopy"_s, tr("Copy the report"));
    auto *file = new QPushButton(tr("Save as a file…"), this);
    name(file, u"reportSave"_s, file->text());
    makePrimary(file);
    auto *close = new QPushButton(tr("Close"), this);
    name(close, u"reportClose"_s, close->text());
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton *button : std::initializer_list<QPushButton *>{close, copy, file})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, 5 * gridUnit);
    column->setSpacing(3 * gridUnit);
    column->addWidget(why);
    column->addWidget(text, 1);
    column->addWidget(m_told);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 96, fontMetrics().lineSpacing() * 38);
    connect(copy, &QPushButton::clicked, this, [copy, report] { copy->copy(report); });
    connect(file, &QPushButton::clicked, this, &ReportDialog::chooseFile);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void ReportDialog::chooseFile()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    //: The name of a file, without its ending
    const QString proposal = folder.filePath(tr("TokenDesk report") + ".txt"_L1);
    auto *dialog = new QFileDialog(this, tr("Save the report"), proposal, tr("Texts (*.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"reportFileDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportDialog::saveAs);
    dialog->open();
}

void ReportDialog::saveAs(const QString &path)
{
    const Result<void> saved = m_save(path);
    m_told->setText(saved ? tr("✓ Saved as %1. Only you can read it.").arg(QDir::toNativeSeparators(path))
                          : tr("■ It could not be saved as %1. Check that the disk is not full and that you may write "
                               "there, or choose another folder.")
                                .arg(QDir::toNativeSeparators(path)));
    m_told->setAccessibleName(m_told->text());
    m_told->show();
}

} // namespace tokendesk
