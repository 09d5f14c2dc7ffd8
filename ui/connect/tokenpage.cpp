// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/tokenpage.h"

#include "connect/announce.h"
#include "connect/hintlabel.h"
#include "connect/pastetext.h"
#include "connect/secretfield.h"
#include "style.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

TokenPage::TokenPage(QWidget *parent)
    : ConnectPage(parent)
    , m_field(new SecretField(tr("Paste the token here, or drop it on this window. A whole address or a line of a "
                                 "script will do, as long as one token is in it."),
                              this))
    , m_paste(new QPushButton(tr("Paste"), this))
    , m_clear(new QPushButton(tr("Clear"), this))
    , m_sentence(new HintLabel({}, this))
{
    name(m_field, u"tokenInput"_s, tr("Token"));
    name(m_paste, u"pasteToken"_s, tr("Paste the token from the clipboard"));
    name(m_clear, u"clearToken"_s, tr("Remove the pasted token"));
    m_sentence->setObjectName(u"tokenRecognised"_s);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::MinimumExpanding);
    policy.setHeightForWidth(true);
    m_sentence->setSizePolicy(policy);
    m_sentence->setAlignment(m_sentence->alignment() & ~Qt::AlignVertical_Mask);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * gridUnit);
    buttons->addWidget(m_paste);
    buttons->addWidget(m_clear);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, 2 * gridUnit, pageMargin, 4 * gridUnit);
    layout->setSpacing(3 * gridUnit);
    layout->addWidget(m_field);
    layout->addLayout(buttons);
    layout->addWidget(m_sentence, 1);
    connect(m_field, &SecretField::changed, this, &TokenPage::recognise);
    connect(m_paste, &QPushButton::clicked, m_field, &SecretField::paste);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        clear();
        m_field->setFocus(Qt::OtherFocusReason);
    });
    recognise();
}

PageFrame TokenPage::frame() const
{
    const bool many = m_read.finding == PasteFinding::Several;
    return {.title = tr("I already have a token"),
            .sentence = tr("From the app's dashboard, a colleague or another program. No app secret is needed."),
            .primary = many ? tr("Look at the list") : tr("Check and keep"),
            .link = tr("Open a file of many…")};
}

bool TokenPage::isComplete() const
{
    return canGoOn(m_read);
}

QWidget *TokenPage::firstField() const
{
    return m_field;
}

void TokenPage::setText(Secret text)
{
    m_field->setContent(std::move(text));
}

const Secret &TokenPage::text() const
{
    return m_field->content();
}

void TokenPage::setFault(const QString &fault)
{
    m_sentence->setFault(fault);
}

void TokenPage::recognise()
{
    m_read = readPastedToken(m_field->content().view());
    m_clear->setEnabled(!m_field->content().isEmpty());
    const QString sentence = describe(m_read);
    const bool good = canGoOn(m_read);
    const QString help = tr("Meta's dashboard gives one for 60 days: your app, “API setup with Instagram login”, "
                            "“Generate token”. It begins with “IGAA”.");
    m_sentence->setHint(good ? sentence : help);
    m_sentence->setFault(good ? QString() : sentence);
    if (good)
        announce(m_sentence, sentence);
    emit changed();
}

} // namespace tokendesk
