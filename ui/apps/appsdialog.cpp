// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/appsdialog.h"

#include "apps/appdetails.h"
#include "apps/appfiles.h"
#include "connect/appname.h"
#include "connect/connectpage.h"
#include "errortext.h"
#include "style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr QSize usualSize(880, 640);
constexpr int named = 3; ///< so many accounts are named, the rest is counted
} // namespace

AppsDialog::AppsDialog(Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_list(new QListWidget(this))
    , m_details(new AppDetails(services, this))
    , m_pages(new QStackedWidget(this))
    , m_empty(emptyPage())
    , m_detailsArea(scrolling(m_details, this))
{
    auto *files = new AppFiles(services, this);
    name(this, u"appsDialog"_s, tr("Your apps"));
    setWindowTitle(accessibleName());
    name(m_list, u"appList"_s, tr("Your apps"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(60 * gridUnit);
    m_list->setSpacing(gridUnit);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_detailsArea);
    auto *middle = new QWidget(this);
    makePage(middle);
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(middle, 1);
    column->addWidget(separator(this));
    column->addWidget(foot(files));
    resize(usualSize.boundedTo(screen()->availableSize() - QSize(40, 60)));

    connect(m_list, &QListWidget::currentRowChanged, this, &AppsDialog::showChosen);
    connect(&services.accounts, &Accounts::registrationsChanged, this, &AppsDialog::fill);
    connect(&services.accounts, &Accounts::accountAdded, this, &AppsDialog::fill);
    connect(&services.accounts, &Accounts::accountRemoved, this, &AppsDialog::fill);
    connect(m_details, &AppDetails::exportRequested, files, &AppFiles::save);
    connect(files, &AppFiles::added, this, &AppsDialog::choose);
    connect(m_details, &AppDetails::deleteRequested, this, &AppsDialog::askToDelete);
    fill();
}

QWidget *AppsDialog::emptyPage()
{
    auto *page = new QWidget(this);
    QLabel *title = wrapping(tr("No app is saved yet"), page);
    makeTitle(title);
    title->setObjectName(u"noApps"_s);
    QLabel *text = wrapping(tr("Your app at Meta is saved here once an account was connected with it."), page);
    makeMuted(text);
    auto *connectOne = new QPushButton(tr("Connect an account"), page);
    name(connectOne, u"appsConnect"_s, connectOne->text());
    makePrimary(connectOne);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, pageMargin);
    column->setSpacing(3 * gridUnit);
    column->addStretch();
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(connectOne, 0, Qt::AlignLeading);
    column->addStretch();
    connect(connectOne, &QPushButton::clicked, this, &QDialog::accept);
    connect(connectOne, &QPushButton::clicked, this, &AppsDialog::connectRequested);
    return page;
}

QWidget *AppsDialog::foot(AppFiles *files)
{
    auto *box = new QWidget(this);
    auto *close = new QPushButton(tr("Close"), box);
    name(close, u"appsClose"_s, close->text());
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(pageMargin, 3 * gridUnit, pageMargin, 3 * gridUnit);
    auto *open = new QPushButton(tr("Open a registration file…"), box);
    name(open, u"openAppFile"_s, open->text());
    connect(open, &QPushButton::clicked, files, &AppFiles::choose);
    row->addWidget(open);
    row->addStretch();
    row->addWidget(close);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false); // Enter in a field saves the field
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return box;
}

/// The chosen app stays chosen.
void AppsDialog::fill()
{
    const QString before = chosen();
    const QList<Registration> &apps = m_services.accounts.registrations();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Registration &app : apps)
            fillRow(new QListWidgetItem(m_list), app);
    }
    m_list->setVisible(!apps.isEmpty());
    choose(before);
}

void AppsDialog::fillRow(QListWidgetItem *row, const Registration &app)
{
    const Provider *provider = m_services.catalog.description(app.providerId);
    const int users = m_services.accounts.usersOf(app.id);
    const QString use = users > 0 ? tr("used by %n account(s)", nullptr, users) : tr("not used");
    //: the provider's name, then how many accounts use the app
    const QString second = tr("%1 · %2").arg(provider ? provider->name : app.providerId, use);
    row->setText(appName(app) + u'\n' + second);
    row->setData(Qt::AccessibleTextRole, appName(app) + ", "_L1 + second);
    row->setData(Qt::UserRole, app.id);
    row->setToolTip(appName(app));
    const int lines = 2 * fontMetrics().lineSpacing();
    row->setSizeHint(QSize(0, lines + 4 * gridUnit));
}

void AppsDialog::choose(const QString &registrationId)
{
    int row = 0;
    while (row < m_list->count() && m_list->item(row)->data(Qt::UserRole).toString() != registrationId)
        ++row;
    m_list->setCurrentRow(row < m_list->count() ? row : 0);
    showChosen();
}

QString AppsDialog::chosen() const
{
    const QListWidgetItem *row = m_list->currentItem();
    return row ? row->data(Qt::UserRole).toString() : QString();
}

void AppsDialog::showChosen()
{
    const std::optional<Registration> app = m_services.accounts.registration(chosen());
    m_pages->setCurrentWidget(app ? m_detailsArea : m_empty);
    if (app)
        m_details->setApp(*app);
}

// -- deleting

void AppsDialog::askToDelete(const QString &registrationId)
{
    const std::optional<Registration> app = m_services.accounts.registration(registrationId);
    if (!app)
        return;
    if (m_services.accounts.usersOf(registrationId) > 0)
        return refuseToDelete(*app);
    auto *box = new QMessageBox(QMessageBox::Question, windowTitle(), tr("Delete “%1” here?").arg(appName(*app)),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"deleteQuestion"_s);
    box->setInformativeText(tr("Its id, its addresses and its secret are removed from this computer. At the provider "
                               "the app stays as it is."));
    QPushButton *go = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    name(go, u"deleteQuestionDelete"_s, go->text());
    box->setDefaultButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, [this, registrationId] { remove(registrationId); });
    box->open();
}

void AppsDialog::refuseToDelete(const Registration &app)
{
    QStringList users;
    for (const Account &account : m_services.accounts.all()) {
        if (account.registrationId == app.id && users.size() < named)
            users.append(account.displayName());
    }
    const int more = m_services.accounts.usersOf(app.id) - int(users.size());
    auto *box = new QMessageBox(QMessageBox::Information, windowTitle(), tr("“%1” is in use.").arg(appName(app)),
                                QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"deleteRefusal"_s);
    const QString who = users.join(", "_L1);
    box->setInformativeText(
        more > 0 ? tr("%1 and %n more were connected with it. Remove these accounts first.", nullptr, more).arg(who)
                 : tr("%1 was connected with it. Remove what was connected with it first.").arg(who));
    box->open();
}

void AppsDialog::remove(const QString &registrationId)
{
    m_services.accounts.removeRegistration(registrationId, this, [this](const Result<void> &removed) {
        if (removed)
            return;
        const ErrorText text = describe(removed.error(), QString());
        auto *box = new QMessageBox(QMessageBox::Warning, windowTitle(), text.happened, QMessageBox::Close, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setObjectName(u"deleteFailure"_s);
        box->setInformativeText(text.todo);
        box->open();
    });
}

} // namespace tokendesk
