// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/appfiledialog.h"

#include "accounts/registrationfile.h"
#include "apps/brokerfield.h"
#include "connect/appname.h"
#include "connect/connectpage.h"
#include "style.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString secretSentence(const Registration &app)
{
    return app.secretKept
        ? AppFileDialog::tr("The app secret is not in the file. The one that you keep in your keychain stays.")
        : AppFileDialog::tr("The app secret is not in the file. You are asked for it at the first sign-in.");
}

} // namespace

AppFileDialog::AppFileDialog(const Registration &app, Services &services, QWidget *parent)
    : QDialog(parent)
{
    name(this, u"appFileDialog"_s, tr("Registration file"));
    setWindowTitle(accessibleName());
    makePage(this);
    const Provider *provider = services.catalog.description(app.providerId);
    const bool known = !app.id.isEmpty();

    const QString question = known ? tr("Change the app “%1” as the file says?") : tr("Add the app “%1”?");
    QLabel *title = wrapping(question.arg(appName(app)), this);
    title->setObjectName(u"appFileTitle"_s);
    makeTitle(title);
    QLabel *what = wrapping(tr("It signs accounts in at %1, with the app id %2.")
                                .arg(provider ? provider->name : app.providerId, app.clientId),
                            this);
    what->setObjectName(u"appFileWhat"_s);
    QLabel *secret
        = wrapping(app.broker.isEmpty()
                       ? secretSentence(app)
                       : tr("You need no app secret: %1 keeps it, and each sign-in is exchanged there. Go on only if "
                            "that is your organisation's.")
                             .arg(brokerName(app.broker)),
                   this);
    secret->setObjectName(u"appFileSecret"_s);
    QLabel *replaces
        = wrapping(tr("You have this app already. What the file says of it takes the place of what is saved; the rest "
                      "stays as it is."),
                   this);
    replaces->setObjectName(u"appFileReplaces"_s);
    replaces->setVisible(known);
    makeMuted(replaces);

    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *add = new QPushButton(known ? tr("Change the app") : tr("Add the app"), this);
    name(cancel, u"appFileCancel"_s, cancel->text());
    name(add, u"appFileAdd"_s, add->text());
    makePrimary(add);
    cancel->setDefault(true); // a file that comes by mail is not taken by an Enter too many
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(add);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(add, &QPushButton::clicked, this, &QDialog::accept);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, 5 * gridUnit);
    column->setSpacing(3 * gridUnit);
    column->addWidget(title);
    column->addWidget(what);
    column->addWidget(hosts(provider ? hostsOf(*provider, app) : QStringList()));
    column->addWidget(secret);
    column->addWidget(replaces);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
}

QWidget *AppFileDialog::hosts(const QStringList &names)
{
    auto *card = new QFrame(this);
    makeCard(card);
    name(card, u"appFileHosts"_s, tr("Hosts"));
    QLabel *heading = wrapping(tr("A sign-in with it goes to these web sites. Go on only if you know them:"), card);
    makeHeading(heading);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 3 * gridUnit);
    column->setSpacing(gridUnit);
    column->addWidget(heading);
    for (const QString &host : names) {
        QLabel *label = literal(host, card);
        label->setObjectName(u"appFileHost"_s);
        column->addWidget(label);
    }
    return card;
}

} // namespace tokendesk
