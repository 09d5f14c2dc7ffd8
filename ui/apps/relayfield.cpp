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
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int longestAddress = 200;

bool isRelay(const QString &address)
{
    const Result<RedirectAddress> read = readRedirectAddress(address);
    return read && read->relayed;
}

} // namespace

RelayField::RelayField(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_hint(new HintLabel(tr("An https page of your organisation, such as https://login.example.org/relay.html, that "
                              "brings the answer on to this computer. Register it at the app; it is used before the "
                              "other addresses. Empty where there is none."),
                           this))
    , m_save(new QPushButton(tr("Save the page to host…"), this))
{
    name(m_field, u"relayAddress"_s, tr("Relay page"));
    name(m_save, u"saveRelayPage"_s, tr("Save the relay page as a file, to be put on an https site"));
    m_hint->setObjectName(u"relayHint"_s);
    m_field->setMaxLength(longestAddress);
    m_field->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_field->setLayoutDirection(Qt::LeftToRight); // addresses are read so in every language
    makeQuiet(m_save);
    auto *label = new QLabel(m_field->accessibleName(), this);
    label->setBuddy(m_field);
    alignToStart(label);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit);
    column->addWidget(label);
    column->addWidget(m_field);
    column->addWidget(m_hint);
    column->addWidget(m_save, 0, Qt::AlignLeading);
    connect(m_field, &QLineEdit::textChanged, this, &RelayField::check);
    connect(m_field, &QLineEdit::editingFinished, this, &RelayField::check);
    connect(m_field, &QLineEdit::editingFinished, this, &RelayField::finished);
    connect(m_save, &QPushButton::clicked, this, &RelayField::choosePlace);
}

void RelayField::setAddress(const QString &address)
{
    if (this->address() != address)
        m_field->setText(address);
}

QString RelayField::address() const
{
    return m_field->text().trimmed();
}

bool RelayField::isUsable() const
{
    return address().isEmpty() || isRelay(address());
}

/// Not while it is being typed.
void RelayField::check()
{
    const bool wrong = !isUsable() && !m_field->hasFocus();
    m_hint->setFault(wrong ? tr("It has to begin with https://, to be on another computer than this one, and to end "
                                "without “?” and “#”.")
                           : QString());
    emit changed();
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
        return m_hint->setFault(describe(saved.error(), QString()).todo);
    m_hint->setFault({});
    m_hint->setHint(tr("The page is saved. Put it on the https site as it is, register its address at the app, and "
                       "enter that here."));
    announce(m_hint, m_hint->text());
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
