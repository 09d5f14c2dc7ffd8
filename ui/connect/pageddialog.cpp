// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/pageddialog.h"

#include "connect/announce.h"
#include "connect/cardbutton.h"
#include "connect/connectpage.h"
#include "style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr QSize usualSize(660, 700);
constexpr int leastHeight = 420;
} // namespace

PagedDialog::PagedDialog(QWidget *parent)
    : QDialog(parent)
    , m_head(new QWidget(this))
    , m_step(wrapping({}, m_head))
    , m_title(wrapping({}, m_head))
    , m_sentence(wrapping({}, m_head))
    , m_stack(new QStackedWidget(this))
    , m_foot(new QWidget(this))
    , m_link(new QPushButton(m_foot))
    , m_back(new QPushButton(tr("Back"), m_foot))
    , m_close(new QPushButton(m_foot))
    , m_primary(new QPushButton(m_foot))
{
    buildHead();
    buildFoot();
    auto *ground = new QWidget(this);
    makePage(ground);
    auto *paper = new QVBoxLayout(ground);
    paper->setContentsMargins(0, 0, 0, 0);
    paper->setSpacing(0);
    paper->addWidget(m_head);
    paper->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(ground, 1);
    layout->addWidget(separator(this));
    layout->addWidget(m_foot);

    setMinimumHeight(leastHeight); // the least width is what the buttons need
    const QSize room = screen()->availableSize() - QSize(40, 60); // the window manager's own frame
    resize(usualSize.boundedTo(room));
}

void PagedDialog::buildHead()
{
    m_step->setObjectName(u"connectStep"_s);
    m_title->setObjectName(u"connectTitle"_s);
    m_sentence->setObjectName(u"connectSentence"_s);
    makeMuted(m_step);
    makeTitle(m_title);
    makeMuted(m_sentence);
    auto *head = new QVBoxLayout(m_head);
    head->setContentsMargins(pageMargin, 5 * gridUnit, pageMargin, 2 * gridUnit);
    head->setSpacing(gridUnit);
    head->addWidget(m_step);
    head->addWidget(m_title);
    head->addWidget(m_sentence);
}

void PagedDialog::buildFoot()
{
    name(m_back, u"connectBack"_s, m_back->text());
    m_link->setObjectName(u"connectLink"_s);
    m_close->setObjectName(u"connectClose"_s);
    m_primary->setObjectName(u"connectPrimary"_s);
    makeQuiet(m_link);
    makePrimary(m_primary);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(pageMargin, 3 * gridUnit, pageMargin, 3 * gridUnit);
    foot->setSpacing(2 * gridUnit);
    foot->addWidget(m_link);
    foot->addStretch();
    foot->addWidget(m_back);
    foot->addWidget(m_close);
    foot->addWidget(m_primary);
    connect(m_primary, &QPushButton::clicked, this, [this] { page()->goOn(); });
    connect(m_link, &QPushButton::clicked, this, [this] { page()->followLink(); });
    connect(m_back, &QPushButton::clicked, this, &PagedDialog::goBack);
    connect(m_close, &QPushButton::clicked, this, &PagedDialog::reject);
    for (QPushButton *button : {m_link, m_back, m_close, m_primary})
        button->setAutoDefault(false);
}

void PagedDialog::add(ConnectPage *page)
{
    m_stack->addWidget(page);
    connect(page, &ConnectPage::changed, this, &PagedDialog::showFrame);
    // Enter means the primary button wherever the keyboard is, except on a card.
    for (QPushButton *button : page->findChildren<QPushButton *>())
        button->setAutoDefault(qobject_cast<CardButton *>(button));
}

ConnectPage *PagedDialog::page() const
{
    return static_cast<ConnectPage *>(m_stack->currentWidget());
}

void PagedDialog::goTo(ConnectPage *next)
{
    m_stack->setCurrentWidget(next);
    showFrame();
    QWidget *first = next->firstField();
    if (!first)
        first = next->primaryButton() ? next->primaryButton() : m_primary;
    first->setFocus(Qt::OtherFocusReason);
    announce(m_title, m_title->text());
}

void PagedDialog::showFrame()
{
    const PageFrame frame = page()->frame();
    m_head->setVisible(!frame.title.isEmpty());
    m_step->setText(stepLine());
    m_title->setText(frame.title);
    m_sentence->setText(frame.sentence);
    m_link->setText(frame.link);
    m_link->setAccessibleName(frame.link);
    m_link->setVisible(!frame.link.isEmpty());
    m_primary->setText(frame.primary);
    m_primary->setAccessibleName(frame.primary);
    m_primary->setVisible(!frame.primary.isEmpty());
    m_primary->setEnabled(page()->isComplete());
    m_back->setVisible(pageBefore() != nullptr);
    m_close->setText(closeText());
    m_close->setAccessibleName(closeText());
    QPushButton *own = page()->primaryButton();
    m_primary->setDefault(!own);
    if (own)
        own->setDefault(true);
}

} // namespace tokendesk
