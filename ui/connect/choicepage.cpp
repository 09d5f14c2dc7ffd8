// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/choicepage.h"

#include "connect/announce.h"
#include "connect/hintlabel.h"
#include "pictures.h"
#include "style.h"

#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int pictureSize = 40;

QString sentenceOf(const FacebookChoice &choice)
{
    if (choice.kind == FacebookChoice::Kind::Person)
        return ChoicePage::tr("Yourself, without a Page. This token ends after 60 days.");
    if (!choice.instagramUsername.isEmpty())
        return ChoicePage::tr("Instagram: @%1").arg(choice.instagramUsername);
    return choice.instagramId.isEmpty() ? ChoicePage::tr("No Instagram account is linked to this Page.")
                                        : ChoicePage::tr("Instagram account %1").arg(choice.instagramId);
}

QIcon iconOf(const FacebookChoice &choice, const QWidget *widget)
{
    const QPixmap picture = avatar(choice.picture, choice.name, pictureSize, widget->devicePixelRatioF());
    QIcon icon(picture);
    icon.addPixmap(picture, QIcon::Selected); // as it is: a tinted face is not recognised
    return icon;
}

bool lacksInstagram(const FacebookChoice &choice)
{
    return choice.kind == FacebookChoice::Kind::Page && choice.instagramUsername.isEmpty()
        && choice.instagramId.isEmpty();
}

QString reasonOf(FacebookWay::Lack lack)
{
    switch (lack) {
    case FacebookWay::Lack::None:
        break;
    case FacebookWay::Lack::ListPermission:
        return ChoicePage::tr("Facebook lists no Page, since the permission “List your Pages” was not allowed. Go back "
                              "and allow it on the consent page.");
    case FacebookWay::Lack::PortfolioPermission:
        return ChoicePage::tr("Facebook lists no Page for you. Where a business portfolio holds the Page, go back and "
                              "tick “Find Pages of a business portfolio”. Otherwise tick the Page on the consent page, "
                              "or ask an administrator of the Page for a role on it.");
    case FacebookWay::Lack::NoPage:
        return ChoicePage::tr(
            "Facebook lists no Page for you. Go back and tick the Page on the consent page, or ask an "
            "administrator of the Page for a role on it. An Instagram account without a Page is "
            "connected with Instagram Login.");
    case FacebookWay::Lack::Role:
        return ChoicePage::tr("There are Pages, but your role on them is not enough. An administrator of the Page can "
                              "give you full control or a task on it.");
    }
    return {};
}

} // namespace

ChoicePage::ChoicePage(QWidget *parent)
    : ConnectPage(parent)
    , m_list(new QListWidget(this))
    , m_reason(new HintLabel({}, this))
    , m_unlinked(new HintLabel(tr("This token is for the Page alone. To reach an Instagram account with it, make that "
                                  "a professional one (Business or Creator), link it to this Page in the settings of "
                                  "the Instagram app, and sign in again."),
                               this))
{
    name(m_list, u"pageChoices"_s, tr("Pages"));
    m_reason->setObjectName(u"noPageReason"_s);
    m_unlinked->setObjectName(u"unlinkedHint"_s);
    m_unlinked->hide();
    m_list->setIconSize({pictureSize, pictureSize});
    m_list->setSpacing(gridUnit);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, 2 * gridUnit, pageMargin, 4 * gridUnit);
    layout->setSpacing(3 * gridUnit);
    layout->addWidget(m_reason);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_unlinked);
    connect(m_list, &QListWidget::currentRowChanged, this, &ChoicePage::showChosen);
    connect(m_list, &QListWidget::itemActivated, this, &ChoicePage::finished);
}

void ChoicePage::setChoices(const QList<FacebookChoice> &choices, FacebookWay::Lack lack)
{
    m_lack = lack;
    m_list->clear();
    for (const FacebookChoice &choice : choices) {
        auto *item = new QListWidgetItem(iconOf(choice, this), choice.name + u'\n' + sentenceOf(choice), m_list);
        item->setData(Qt::AccessibleTextRole, choice.name);
        item->setData(Qt::AccessibleDescriptionRole, sentenceOf(choice));
        item->setData(Qt::UserRole, lacksInstagram(choice));
    }
    m_list->setCurrentRow(0);
    const QString reason = reasonOf(lack);
    m_reason->setFault(reason);
    m_reason->setVisible(!reason.isEmpty());
    if (!reason.isEmpty())
        announce(m_reason, reason);
    emit changed();
}

void ChoicePage::showChosen()
{
    const QListWidgetItem *chosen = m_list->currentItem();
    m_unlinked->setVisible(chosen && chosen->data(Qt::UserRole).toBool());
    if (!m_unlinked->isHidden())
        announce(m_unlinked, m_unlinked->text());
    emit changed();
}

void ChoicePage::setPicture(qsizetype index, const FacebookChoice &choice)
{
    if (QListWidgetItem *item = m_list->item(int(index)))
        item->setIcon(iconOf(choice, this));
}

qsizetype ChoicePage::choice() const
{
    return m_list->currentRow();
}

PageFrame ChoicePage::frame() const
{
    if (m_lack != FacebookWay::Lack::None)
        return {.title = tr("There is no Page to choose"),
                .sentence = tr("An Instagram account is reached through the Page that it is linked to."),
                .primary = tr("Keep my own token")};
    return {.title = tr("Which Page?"),
            .sentence = tr("Its token speaks for the Page and for the Instagram account that is linked to it."),
            .primary = tr("Use this one")};
}

bool ChoicePage::isComplete() const
{
    return choice() >= 0;
}

QWidget *ChoicePage::firstField() const
{
    return m_list;
}

} // namespace tokendesk
