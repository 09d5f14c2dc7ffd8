// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/waypage.h"

#include "connect/cardbutton.h"
#include "style.h"

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

WayPage::WayPage(const QList<Provider> &providers, QWidget *parent)
    : ConnectPage(parent)
{
    auto *content = new QWidget;
    auto *cards = new QVBoxLayout(content);
    cards->setContentsMargins(pageMargin, gridUnit, pageMargin, 4 * gridUnit);
    cards->setSpacing(3 * gridUnit);
    for (const Provider &provider : inOrder(providers)) {
        auto *card = new CardButton(provider.id + "Card"_L1, provider.name, sentenceOf(provider), content);
        connect(card, &CardButton::clicked, this, [this, id = provider.id] { emit chosen(id); });
        cards->addWidget(card);
        m_cards.append(card);
    }
    auto *token = new CardButton(u"tokenCard"_s, tr("I already have a token"),
                                 tr("Paste it: from the app's dashboard, a colleague or another program."), content);
    connect(token, &CardButton::clicked, this, &WayPage::tokenChosen);
    cards->addWidget(token);
    m_cards.append(token);
    auto *server = new CardButton(u"serverCard"_s, tr("A token for a server"),
                                  tr("Of a system user or of an app itself, at Facebook."), content);
    connect(server, &CardButton::clicked, this, &WayPage::serverChosen);
    cards->addWidget(server);
    m_cards.append(server);
    cards->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolling(content, this));
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
