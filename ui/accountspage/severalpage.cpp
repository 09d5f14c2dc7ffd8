// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountspage/severalpage.h"

#include "accountpage/statuspill.h"
#include "accountspage/batchpanel.h"
#include "style.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// In the order in which they are told: what waits for a person first.
constexpr Status allStatuses[] = {Status::NeedsYou, Status::NotSaved, Status::Expired, Status::Revoked,
                                  Status::Retrying, Status::Renewing, Status::Working};

/// A status word's mood, as of an account that has nothing special.
StatusText plain(Status status)
{
    return describe(AccountStatus{.status = status}, {}, {});
}

} // namespace

SeveralPage::SeveralPage(Services &services, QWidget *parent)
    : QScrollArea(parent)
    , m_services(services)
    , m_title(new QLabel)
    , m_about(new QLabel)
    , m_batch(new BatchPanel(services, this))
{
    auto *page = new QWidget;
    page->setObjectName(u"severalPageContent"_s);
    makePage(page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(separator(page));
    column->addWidget(buildButtons());
    auto *work = new QVBoxLayout;
    work->setContentsMargins(pageMargin, 0, pageMargin, 5 * gridUnit);
    work->addWidget(m_batch);
    column->addLayout(work);
    column->addStretch();

    setObjectName(u"severalPage"_s);
    setAccessibleName(tr("Selected accounts"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(page);

    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &SeveralPage::update);
    connect(&services.accounts, &Accounts::accountChanged, this, [this] { m_soon.start(); });
    connect(m_batch, &BatchPanel::started, this, &SeveralPage::enableButtons);
    connect(m_batch, &BatchPanel::ended, this, &SeveralPage::enableButtons);
}

QWidget *SeveralPage::buildHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(pageMargin, 18, pageMargin, 5 * gridUnit);
    column->setSpacing(2);
    m_title->setObjectName(u"severalTitle"_s);
    m_title->setWordWrap(true);
    makeTitle(m_title);
    m_about->setObjectName(u"severalAbout"_s);
    m_about->setWordWrap(true);
    makeMuted(m_about);
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addSpacing(3 * gridUnit);
    auto *pills = new QVBoxLayout;
    pills->setSpacing(gridUnit);
    for (const Status status : allStatuses) {
        auto *pill = new StatusPill(head);
        pill->setObjectName(u"severalStatus%1"_s.arg(int(status)));
        pills->addWidget(pill, 0, Qt::AlignLeft);
        m_pills.append(pill);
    }
    column->addLayout(pills);
    return head;
}

QWidget *SeveralPage::buildButtons()
{
    auto *frame = new QWidget;
    auto *rows = new QVBoxLayout(frame);
    rows->setContentsMargins(pageMargin, 5 * gridUnit, pageMargin, 5 * gridUnit);
    rows->setSpacing(2 * gridUnit);
    // In two rows, so that long languages fit a narrow window.
    auto *work = new QHBoxLayout;
    QPushButton *renew = addButton(work, u"severalRenew"_s, tr("Renew now"));
    QPushButton *check = addButton(work, u"severalCheck"_s, tr("Check"));
    work->addStretch();
    auto *rest = new QHBoxLayout;
    QPushButton *remove = addButton(rest, u"severalRemove"_s, tr("Remove…"));
    QPushButton *save = addButton(rest, u"severalSave"_s, tr("Save list as CSV…"));
    rest->addStretch();
    rows->addLayout(work);
    rows->addLayout(rest);
    makePrimary(renew);
    check->setToolTip(tr("Asks each account's provider whether the token works"));
    connect(renew, &QPushButton::clicked, this, [this] { begin(Batch::Work::Renew); });
    connect(check, &QPushButton::clicked, this, [this] { begin(Batch::Work::Check); });
    connect(remove, &QPushButton::clicked, this, [this] { emit removeRequested(m_ids); });
    connect(save, &QPushButton::clicked, this, [this] { emit saveRequested(m_ids); });
    m_buttons = {renew, check, remove};
    return frame;
}

QPushButton *SeveralPage::addButton(QBoxLayout *row, const QString &name, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    row->addWidget(button);
    return button;
}

void SeveralPage::setAccounts(const QStringList &accountIds)
{
    QStringList ids = accountIds;
    ids.sort(); // another order is no other choice
    if (ids == m_ids)
        return;
    m_ids = ids;
    m_batch->clear();
    update();
}

void SeveralPage::begin(Batch::Work work)
{
    m_batch->start(work, m_ids);
}

void SeveralPage::tellSaved(const QString &path)
{
    if (isVisible())
        m_batch->tell(tr("The list was saved as %1.").arg(QDir::toNativeSeparators(path)));
}

void SeveralPage::update()
{
    m_title->setText(tr("%n account(s) selected", nullptr, int(m_ids.size())));
    showStatuses();
}

void SeveralPage::showStatuses()
{
    QHash<Status, int> counts;
    int needy = 0;
    for (const QString &id : std::as_const(m_ids)) {
        const Status status = m_services.accounts.status(id).status;
        ++counts[status];
        needy += needsSomebody(status) ? 1 : 0;
    }
    m_about->setText(needy == 0 ? tr("None of them needs you.") : tr("%n of them need(s) you.", nullptr, needy));
    for (qsizetype i = 0; i < m_pills.size(); ++i) {
        const StatusText text = plain(allStatuses[i]);
        const int count = counts.value(allStatuses[i]);
        //: A status word, how many accounts have it
        m_pills.at(i)->setText(text.mood, tr("%1: %2").arg(text.word, QLocale().toString(count)));
        m_pills.at(i)->setVisible(count > 0);
    }
}

/// What takes no time to be seen disables nothing.
void SeveralPage::enableButtons()
{
    for (QPushButton *button : std::as_const(m_buttons))
        button->setEnabled(!m_batch->isRunning());
}

QSize SeveralPage::minimumSizeHint() const
{
    const int bar = verticalScrollBar()->sizeHint().width();
    return {widget()->minimumSizeHint().width() + bar, QScrollArea::minimumSizeHint().height()};
}

} // namespace tokendesk
