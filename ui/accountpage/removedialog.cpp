// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage/removedialog.h"

#include "style.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QLabel *paragraph(const QString &name, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

RemoveDialog::RemoveDialog(const Account &account, Services &services, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"removeDialog"_s);
    setWindowTitle(tr("Remove account"));
    makePage(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, 5 * gridUnit);
    column->setSpacing(3 * gridUnit);

    QLabel *title = paragraph(u"removeTitle"_s, tr("Remove %1?").arg(account.displayName()), this);
    makeHeading(title);
    column->addWidget(title);
    column->addWidget(paragraph(u"removeText"_s,
                                tr("This removes the token from this computer. It does not revoke it: "
                                   "whoever has a copy can still use it until it ends."),
                                this));
    if (services.accounts.pendingRevocation(account.id))
        column->addWidget(paragraph(u"removePending"_s,
                                    tr("It was to be revoked, and its provider has not ended it yet. To remove it now "
                                       "is to give that up: nobody here could end it any more."),
                                    this));
    const bool canRevoke = services.accounts.canRevoke(account);
    const Provider *provider = services.catalog.description(account.providerId);
    // A server's token is nobody's permission, which somebody could take back.
    const bool isPermission = provider && !canRevoke && !account.isForServer();
    if (isPermission && !provider->practice && !provider->withdraw.isEmpty()) {
        auto *link = new QPushButton(tr("Take the app's access away at %1").arg(provider->name), this);
        link->setObjectName(u"withdraw"_s);
        makeQuiet(link);
        connect(link, &QPushButton::clicked, this,
                [&services, address = provider->withdraw] { services.openBrowser(address); });
        column->addWidget(link, 0, Qt::AlignLeft);
    }

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    if (canRevoke && !account.refused) {
        QPushButton *revokeFirst = buttons->addButton(tr("Revoke and remove"), QDialogButtonBox::ActionRole);
        revokeFirst->setObjectName(u"revokeAndRemove"_s);
        connect(revokeFirst, &QPushButton::clicked, this, &RemoveDialog::revokeChosen);
        connect(revokeFirst, &QPushButton::clicked, this, &QDialog::reject);
    }
    QPushButton *removeButton = buttons->addButton(tr("Remove"), QDialogButtonBox::AcceptRole);
    removeButton->setObjectName(u"remove"_s);
    makePrimary(removeButton);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addSpacing(2 * gridUnit);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
}

} // namespace tokendesk
