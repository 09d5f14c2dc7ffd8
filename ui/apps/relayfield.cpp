// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/relayfield.h"

#include "connect/announce.h"
#include "connect/connectpage.h"
#include "connect/hintlabel.h"
#include "errortext.h"
#include "handout/savefile.h"
#include "signin/redirect.h"
#include "style.h"

#include <QFile>
#include <QFileDialog>
#include <QLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

bool isRelay(const QString &address)
{
    const Result<RedirectAddress> read = readRedirectAddress(address);
    return read && read->relayed;
}

} // namespace

RelayField::RelayField(QWidget *parent)
    : AddressField(u"relayAddress"_s, tr("Relay page"),
                   tr("An https page of your organisation, such as https://login.example.org/relay.html, that brings "
                      "the answer on to this computer. Register it at the app; it is used before the other "
                      "addresses. Empty where there is none."),
                   isRelay,
                   tr("It has to begin with https://, to be on another computer than this one, and to end without “?” "
                      "and “#”."),
                   parent)
{
    auto *save = new QPushButton(tr("Save the page to host…"), this);
    name(save, u"saveRelayPage"_s, tr("Save the relay page as a file, to be put on an https site"));
    hint()->setObjectName(u"relayHint"_s);
    makeQuiet(save);
    layout()->addWidget(save);
    layout()->setAlignment(save, Qt::AlignLeading);
    connect(save, &QPushButton::clicked, this, &RelayField::choosePlace);
}

void RelayField::choosePlace()
{
    auto *dialog = new QFileDialog(this, tr("Save the relay page"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"relayPageSaver"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"html"_s);
    dialog->selectFile(u"relay.html"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &RelayField::savePage);
    dialog->open();
}

void RelayField::savePage(const QString &path)
{
    QFile page(u":/pages/relay.html"_s);
    const Result<void> saved = page.open(QIODevice::ReadOnly)
        ? saveFile(path, page.readAll())
        : failure(ErrorKind::Storage, u"the relay page is missing"_s);
    if (!saved)
        return hint()->setFault(describe(saved.error(), QString()).todo);
    hint()->setFault({});
    hint()->setHint(tr("The page is saved. Put it on the https site as it is, register its address at the app, and "
                       "enter that here."));
    announce(hint(), hint()->text());
}

QString relayAmong(const QStringList &redirectAddresses)
{
    for (const QString &address : redirectAddresses) {
        if (isRelay(address))
            return address;
    }
    return {};
}

QStringList withRelay(const QString &relay, QStringList redirectAddresses)
{
    redirectAddresses.removeIf(isRelay);
    if (!relay.isEmpty())
        redirectAddresses.prepend(relay);
    return redirectAddresses;
}

} // namespace tokendesk
