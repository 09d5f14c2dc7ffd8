// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/waypage.h"

#include "connect/cardbutton.h"
#include "style.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString sentenceOf(const Provider &provider)
{
    if (provider.practice && provider.family == Family::Instagram)
        return WayPage::tr("Try it without a Meta account. Practice is an Instagram stand-in on this computer.");
    if (provider.practice)
        return WayPage::tr("Try Facebook Login and the choice of a Page, on this computer as well.");
    switch (provider.family) {
    case Family::Instagram:
        return WayPage::tr("Instagram Login, for professional accounts.");
    case Family::Standard:
        return WayPage::tr("OAuth 2.0 at %1.").arg(provider.endpoints.authorize.host());
    case Family::Facebook:
        return WayPage::tr("Facebook Login, for a Page and the Instagram account that is linked to it.");
    }
    Q_UNREACHABLE();
}

/// Instagram before the others, and what is true before the stand-ins.
QList<Provider> inOrder(QList<Provider> providers)
{
    const auto rank
        = [](const Provider &each) { return (each.practice ? 2 : 0) + (each.family == Family::Instagram ? 0 : 1); };
    std::ranges::stable_sort(providers, {}, rank);
    return providers;
}

} // namespace

WayPage::WayPage(const Catalog &catalog, QWidget *parent)
    : ConnectPage(parent)
    , m_catalog(catalog)
    , m_content(new QWidget)
    , m_column(new QVBoxLayout(m_content))
{
    m_column->setContentsMargins(pageMargin, gridUnit, pageMargin, 4 * gridUnit);
    m_column->setSpacing(3 * gridUnit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolling(m_content, this));
    fill();
}

void WayPage::fill()
{
    m_cards.clear();
    while (const QLayoutItem *row = m_column->takeAt(0)) {
        if (QWidget *widget = row->widget()) {
            widget->hide();
            widget->deleteLater(); // its button may be what is being clicked
        }
        delete row;
    }
    for (const Provider &provider : inOrder(m_catalog.providers())) {
        CardButton *card = add(provider.id + "Card"_L1, provider.name, sentenceOf(provider));
        connect(card, &CardButton::clicked, this, [this, id = provider.id] { emit chosen(id); });
        if (m_catalog.isOwn(provider.id))
            m_column->addWidget(ownButtons(provider));
    }
    CardButton *another = add(u"anotherCard"_s, tr("Another provider…"),
                              tr("Any server with OAuth 2.0: enter its address, and it fills the form by itself."));
    connect(another, &CardButton::clicked, this, &WayPage::anotherRequested);
    CardButton *token = add(u"tokenCard"_s, tr("I already have a token"),
                            tr("Paste it: from the app's dashboard, a colleague or another program."));
    connect(token, &CardButton::clicked, this, &WayPage::tokenChosen);
    CardButton *server
        = add(u"serverCard"_s, tr("A token for a server"), tr("Of a system user or of an app itself, at Facebook."));
    connect(server, &CardButton::clicked, this, &WayPage::serverChosen);
    m_column->addStretch();
}

CardButton *WayPage::add(const QString &objectName, const QString &title, const QString &sentence)
{
    auto *card = new CardButton(objectName, title, sentence, m_content);
    card->setAutoDefault(true); // Enter means the card that has the keyboard
    m_column->addWidget(card);
    m_cards.append(card);
    return card;
}

QWidget *WayPage::ownButtons(const Provider &provider)
{
    auto *row = new QWidget(m_content);
    auto *change = new QPushButton(tr("Change…"), row);
    auto *remove = new QPushButton(tr("Delete…"), row);
    //: the provider's name
    name(change, provider.id + "Change"_L1, tr("Change “%1”").arg(provider.name));
    name(remove, provider.id + "Delete"_L1, tr("Delete “%1”").arg(provider.name));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * gridUnit);
    line->addStretch();
    for (QPushButton *button : {change, remove}) {
        makeQuiet(button);
        button->setAutoDefault(true);
        line->addWidget(button);
    }
    connect(change, &QPushButton::clicked, this, [this, id = provider.id] { emit changeRequested(id); });
    connect(remove, &QPushButton::clicked, this, [this, id = provider.id] { emit deleteRequested(id); });
    return row;
}

PageFrame WayPage::frame() const
{
    return {.title = tr("Which account is it?"), .sentence = tr("Choose where the token comes from.")};
}

QWidget *WayPage::firstField() const
{
    return m_cards.value(0);
}

} // namespace tokendesk
