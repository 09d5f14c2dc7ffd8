// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/pastebox.h"

#include "connect/connectpage.h"
#include "connect/hintlabel.h"
#include "retiredtext.h"
#include "style.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

PasteBox::PasteBox(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_hint(new HintLabel(tr("The whole address, from “http” to its end."), this))
{
    name(m_field, u"pastedAddress"_s, tr("Address from the browser's address bar"));
    m_hint->setObjectName(u"pasteHint"_s);
    m_field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText);
    auto *use = new QPushButton(tr("Use this address"), this);
    name(use, u"useAddress"_s, use->text());
    use->setEnabled(false);

    QLabel *text = wrapping(tr("That is all right. Copy the whole address from the browser's address bar and paste it "
                               "here."),
                            this);
    makeMuted(text);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    row->addWidget(m_field, 1);
    row->addWidget(use);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(text);
    layout->addLayout(row);
    layout->addWidget(m_hint);

    connect(m_field, &QLineEdit::textChanged, use,
            [use](const QString &t) { use->setEnabled(!t.trimmed().isEmpty()); });
    connect(m_field, &QLineEdit::returnPressed, this, &PasteBox::give);
    connect(use, &QPushButton::clicked, this, &PasteBox::give);
}

void PasteBox::setRedirectAddress(const QString &address)
{
    m_field->clear();
    m_field->setPlaceholderText(address + u"?code=…"_s);
    m_hint->setFault({});
}

void PasteBox::give()
{
    const QString address = m_field->text();
    if (address.trimmed().isEmpty())
        return;
    m_field->clear();
    if (const auto old = retiredIn(address.toUtf8()))
        return m_hint->setFault(retiredSentence(*old));
    m_hint->setFault({});
    emit addressGiven(address);
}

void PasteBox::refuse(RedirectRefusal refusal)
{
    switch (refusal) {
    case RedirectRefusal::NotOurs:
        return m_hint->setFault(tr("This is not the address to which the answer comes back. Copy the one that the "
                                   "browser shows when it cannot reach the page."));
    case RedirectRefusal::WrongState:
        return m_hint->setFault(
            tr("This address belongs to another or an earlier sign-in. Open the page again and copy "
               "the new one."));
    case RedirectRefusal::NothingInIt:
        return m_hint->setFault(tr("There is no answer in this address. Copy all of it, with what follows “code=”."));
    case RedirectRefusal::Repeated:
        return m_hint->setFault(tr("Something stands in this address twice. Copy it once more, alone."));
    case RedirectRefusal::TooLong:
        return m_hint->setFault(tr("This is too long to be the address. Copy the address alone."));
    }
}

} // namespace tokendesk
