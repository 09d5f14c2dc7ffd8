// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ownproviders.h"

#include "connect/appname.h"
#include "connect/connectpage.h"
#include "errortext.h"
#include "providers/providerdialog.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int named = 3; ///< so many accounts are named, the rest is counted

/// "@one, @two" and how many more there are.
struct Users
{
    QStringList names;
    int more = 0;

    void add(const QString &one)
    {
        if (names.size() < named)
            names.append(one);
        else
            ++more;
    }
};

} // namespace

OwnProviders::OwnProviders(Services &services, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_window(window)
{
}

ProviderDialog *OwnProviders::open()
{
    auto *dialog = new ProviderDialog(m_services, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    dialog->raise();
    dialog->activateWindow();
    return dialog;
}

void OwnProviders::add()
{
    connect(open(), &ProviderDialog::saved, this, [this](const QString &id) {
        emit changed();
        emit added(id);
    });
}

void OwnProviders::change(const QString &providerId)
{
    ProviderDialog *dialog = open();
    dialog->change(providerId);
    connect(dialog, &ProviderDialog::saved, this, &OwnProviders::changed);
}

void OwnProviders::askToDelete(const QString &providerId)
{
    const Provider *provider = m_services.catalog.description(providerId);
    if (!provider || !m_services.catalog.isOwn(providerId))
        return;
    Users accounts, apps;
    for (const Account &account : m_services.accounts.all()) {
        if (account.providerId == providerId)
            accounts.add(account.displayName());
    }
    for (const Registration &app : m_services.accounts.registrations()) {
        if (app.providerId == providerId)
            apps.add(appName(app));
    }
    const QString who = accounts.names.join(", "_L1);
    if (accounts.more > 0)
        return refuseToDelete(
            *provider,
            tr("%1 and %n more are renewed with it. Remove these accounts first.", nullptr, accounts.more).arg(who));
    if (!who.isEmpty())
        return refuseToDelete(*provider, tr("%1 is renewed with it. Remove what is connected with it first.").arg(who));
    if (!apps.names.isEmpty())
        return refuseToDelete(
            *provider, tr("The app %1 belongs to it. Delete it under “Your apps” first.").arg(apps.names.constFirst()));
    auto *box = new QMessageBox(QMessageBox::Question, m_window->windowTitle(),
                                tr("Delete “%1” here?").arg(provider->name), QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"deleteProviderQuestion"_s);
    box->setInformativeText(tr("Its description is removed from this computer. No account uses it."));
    QPushButton *go = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    name(go, u"deleteProviderDelete"_s, go->text());
    box->setDefaultButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, [this, providerId] { remove(providerId); });
    box->open();
}

void OwnProviders::refuseToDelete(const Provider &provider, const QString &why)
{
    auto *box = new QMessageBox(QMessageBox::Information, m_window->windowTitle(),
                                tr("“%1” is in use.").arg(provider.name), QMessageBox::Close, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"deleteProviderRefusal"_s);
    box->setInformativeText(why);
    box->open();
}

void OwnProviders::remove(const QString &providerId)
{
    const Result<void> removed = m_services.catalog.remove(providerId);
    if (removed) {
        emit changed();
        return;
    }
    const ErrorText text = describe(removed.error(), QString());
    auto *box
        = new QMessageBox(QMessageBox::Warning, m_window->windowTitle(), text.happened, QMessageBox::Close, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"deleteProviderFailure"_s);
    box->setInformativeText(text.todo);
    box->open();
}

} // namespace tokendesk
