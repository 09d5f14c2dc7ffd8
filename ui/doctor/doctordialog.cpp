// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/doctordialog.h"

#include "connect/announce.h"
#include "connect/connectpage.h"
#include "doctor/doctoranswer.h"
#include "doctor/doctorfield.h"
#include "doctor/doctorreport.h"
#include "doctor/reportdialog.h"
#include "style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

DoctorDialog::DoctorDialog(Services &services, const QString &accountId, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_examination({.accounts = services.accounts,
                     .keychain = services.keychain,
                     .catalog = services.catalog,
                     .clock = services.clock,
                     .certificates = services.certificates,
                     .desktop = services.desktop})
    , m_account(new QComboBox(this))
    , m_field(new DoctorField(this))
    , m_answer(new DoctorAnswer(this))
    , m_progress(new QProgressBar(this))
    , m_state(new QLabel(this))
    , m_run(new QPushButton(this))
    , m_clear(new QPushButton(tr("Clear"), this))
    , m_report(new QPushButton(tr("Save report…"), this))
{
    name(this, u"doctorDialog"_s, tr("Token doctor"));
    setWindowTitle(accessibleName());
    makePage(this);
    auto *content = new QWidget;
    auto *answer = new QVBoxLayout(content);
    answer->setContentsMargins(pageMargin, 4 * gridUnit, pageMargin, 4 * gridUnit);
    answer->addWidget(m_answer);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(question());
    column->addWidget(separator(this));
    column->addWidget(scrolling(content, this), 1);
    column->addWidget(buttons());
    const int tall = QWidget::screen()->availableGeometry().height() - 20 * gridUnit; // leaves room for its title bar
    resize(fontMetrics().averageCharWidth() * 104, std::min(fontMetrics().lineSpacing() * 52, tall));
    fillAccounts(accountId);
    connect(m_account, &QComboBox::currentIndexChanged, this, &DoctorDialog::chooseAccount);
    connect(m_field, &DoctorField::changed, this, &DoctorDialog::takePaste);
    connect(m_answer, &DoctorAnswer::linkRequested, this, [this](const QUrl &url) { m_services.openBrowser(url); });
    connect(&m_examination, &Examination::changed, this, &DoctorDialog::tell);
    connect(&m_examination, &Examination::finished, this, [this] { announce(m_state, m_state->text()); });
    chooseAccount();
    m_field->setFocus();
}

QWidget *DoctorDialog::question()
{
    auto *box = new QWidget(this);
    QLabel *title = wrapping(tr("What is wrong?"), box);
    makeTitle(title);
    QLabel *how
        = wrapping(tr("Choose an account, or paste a token or an error: JSON, an address that came back, or what "
                      "a page says. Nobody is asked before you let everything be checked."),
                   box);
    makeMuted(how);
    name(m_account, u"doctorAccount"_s, tr("Account"));
    m_account->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, 4 * gridUnit);
    column->setSpacing(3 * gridUnit);
    for (QWidget *widget : std::initializer_list<QWidget *>{title, how, m_account, m_field})
        column->addWidget(widget);
    return box;
}

QWidget *DoctorDialog::buttons()
{
    auto *row = new QWidget(this);
    name(m_run, u"doctorRun"_s, {});
    name(m_clear, u"doctorClear"_s, tr("Clear what was pasted and found"));
    name(m_report, u"doctorReport"_s, m_report->text());
    name(m_progress, u"doctorProgress"_s, tr("Checks that are made"));
    m_state->setObjectName(u"doctorState"_s);
    makePrimary(m_run);
    makeMuted(m_state);
    m_clear->setAutoDefault(false);
    m_report->setAutoDefault(false);
    m_progress->setRange(0, checkCount);
    m_progress->setTextVisible(false);
    QSizePolicy keeping = m_progress->sizePolicy();
    keeping.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keeping);
    m_progress->setMaximumHeight(gridUnit);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_state, 1);
    for (QPushButton *button : {m_clear, m_report, m_run})
        layout->addWidget(button);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(pageMargin, 3 * gridUnit, pageMargin, 5 * gridUnit);
    column->setSpacing(3 * gridUnit);
    column->addWidget(m_progress);
    column->addLayout(layout);
    connect(m_run, &QPushButton::clicked, this, &DoctorDialog::runOrCancel);
    connect(m_clear, &QPushButton::clicked, this, &DoctorDialog::clear);
    connect(m_report, &QPushButton::clicked, this, &DoctorDialog::openReport);
    return row;
}

void DoctorDialog::fillAccounts(const QString &accountId)
{
    m_account->addItem(tr("No account"), QString());
    for (const Account &account : m_services.accounts.all()) {
        const Provider *provider = m_services.catalog.description(account.providerId);
        //: An account and its provider
        m_account->addItem(tr("%1 (%2)").arg(account.displayName(), provider ? provider->name : account.providerId),
                           account.id);
    }
    m_account->setCurrentIndex(std::max(0, m_account->findData(accountId)));
}

void DoctorDialog::chooseAccount()
{
    m_examination.chooseAccount(m_account->currentData().toString());
}

void DoctorDialog::takePaste()
{
    m_examination.takePaste(m_field->content());
}

void DoctorDialog::runOrCancel()
{
    if (!m_examination.isRunning())
        return m_examination.start();
    m_examination.cancel();
    tell();
}

void DoctorDialog::clear()
{
    m_field->clearAll();
    m_account->setCurrentIndex(0);
    m_examination.forget();
    m_field->setFocus();
}

void DoctorDialog::openReport()
{
    const auto save = [this](const QString &path) { return saveDoctorReport(path, m_examination); };
    auto *dialog = new ReportDialog(doctorReport(m_examination), save, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DoctorDialog::tell()
{
    const bool runs = m_examination.isRunning();
    const int made = int(m_examination.findings().size());
    m_answer->tell(m_examination);
    m_progress->setValue(made);
    m_progress->setVisible(runs);
    m_run->setText(runs ? tr("Cancel") : made > 0 ? tr("Check again") : tr("Check everything"));
    m_run->setAccessibleName(m_run->text());
    m_report->setEnabled(!runs && (made > 0 || !whatItIs(m_examination).isEmpty()));
    //: How many checks are made, of how many
    const QString progress = tr("%1 of %2 checks made").arg(made).arg(checkCount);
    const QString result
        = m_examination.needsSomebody() ? tr("Something has to be done.") : tr("Nothing has to be done.");
    m_state->setText(runs ? progress : made == checkCount ? result : QString());
}

} // namespace tokendesk
