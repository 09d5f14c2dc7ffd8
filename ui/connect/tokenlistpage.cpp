// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/tokenlistpage.h"

#include "connect/announce.h"
#include "connect/tokenlistmodel.h"
#include "graph/errorcatalogue.h"
#include "practice/practiceserver.h"
#include "style.h"

#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

using State = AdoptionRound::State;

TokenListPage::TokenListPage(Services &services, QWidget *parent)
    : ConnectPage(parent)
    , m_services(services)
    , m_model(new TokenListModel(services.catalog, this))
    , m_table(new QTreeView(this))
    , m_summary(wrapping({}, this))
    , m_progress(new QProgressBar(this))
    , m_keychainNote(wrapping(tr("Waiting for your keychain: a window of your computer may be asking for its password, "
                                 "perhaps behind this one."),
                              this))
    , m_without(new QPushButton(tr("Go on without the keychain"), this))
{
    name(m_table, u"tokenList"_s, tr("Tokens of the list"));
    m_summary->setObjectName(u"tokenListSummary"_s);
    name(m_progress, u"tokenListProgress"_s, tr("How far the check is"));
    m_keychainNote->setObjectName(u"tokenListKeychain"_s);
    name(m_without, u"tokenListWithoutKeychain"_s, m_without->text());
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->header()->setStretchLastSection(true);
    m_progress->setTextVisible(false);
    arrange();
    connect(m_without, &QPushButton::clicked, this, [this] {
        m_keychainNote->hide();
        m_without->hide();
        m_round->goOnWithoutKeychain();
    });
}

TokenListPage::~TokenListPage()
{
    m_model->setRound(nullptr);
}

void TokenListPage::arrange()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, gridUnit, pageMargin, 3 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_summary);
    layout->addWidget(m_keychainNote);
    layout->addWidget(m_without, 0, Qt::AlignLeading);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_progress, m_keychainNote, m_without}) {
        QSizePolicy kept = widget->sizePolicy(); // nothing jumps while it works
        kept.setRetainSizeWhenHidden(widget == m_progress);
        widget->setSizePolicy(kept);
        widget->hide();
    }
}

void TokenListPage::setRows(std::vector<TokenRow> rows)
{
    stop();
    m_ran = false;
    m_model->setRound(nullptr);
    m_round = std::make_unique<AdoptionRound>(std::move(rows), m_services.accounts, m_services.catalog,
                                              m_services.graph, m_services.clock);
    m_round->setPracticeSecret(Secret::fromText(PracticeServer::clientSecret()));
    m_model->setRound(m_round.get());
    for (const int column : {TokenListModel::LineColumn, TokenListModel::KindColumn, TokenListModel::NameColumn})
        m_table->resizeColumnToContents(column);
    connect(m_round.get(), &AdoptionRound::rowChanged, this, &TokenListPage::showProgress);
    connect(m_round.get(), &AdoptionRound::keychainSlow, this, &TokenListPage::showKeychainNote);
    connect(m_round.get(), &AdoptionRound::finished, this, &TokenListPage::end);
    m_progress->hide();
    m_summary->setText(summary());
    emit changed();
}

void TokenListPage::stop()
{
    if (m_round)
        m_round->cancel();
}

/// How many could still be checked.
int TokenListPage::open() const
{
    const auto mayDoBetter = [](const AdoptionRound::Row &row) {
        return row.state == State::Waiting || (row.state == State::Refused && row.error && isTemporary(*row.error));
    };
    return m_round ? int(std::ranges::count_if(m_round->rows(), mayDoBetter)) : 0;
}

bool TokenListPage::isDone() const
{
    return m_ran && m_round && !m_round->isRunning()
        && m_round->count(State::Kept) + m_round->count(State::Replaced) > 0;
}

// -- the check

void TokenListPage::goOn()
{
    if (m_round->isRunning())
        return m_round->cancel();
    begin();
}

void TokenListPage::begin()
{
    m_ran = true;
    m_progress->setRange(0, open());
    m_progress->setValue(0);
    m_progress->show();
    m_round->start();
    emit changed();
}

void TokenListPage::showProgress()
{
    const int still = open() + m_round->count(State::Running);
    m_progress->setValue(std::max(m_progress->value(), m_progress->maximum() - still));
    m_summary->setText(summary());
}

void TokenListPage::showKeychainNote()
{
    if (m_without->isVisible())
        return;
    m_keychainNote->show();
    m_without->show();
    announce(m_keychainNote, m_keychainNote->text());
}

void TokenListPage::end()
{
    m_progress->hide();
    m_keychainNote->hide();
    m_without->hide();
    m_table->resizeColumnToContents(TokenListModel::NameColumn);
    m_summary->setText(summary());
    announce(m_summary, m_summary->text());
    emit changed();
    const auto &rows = m_round->rows();
    const auto first
        = std::ranges::find_if(rows, [](const AdoptionRound::Row &row) { return !row.account.id.isEmpty(); });
    if (first != rows.end())
        emit kept(first->account.id);
}

QString TokenListPage::summary() const
{
    const int kept = m_round->count(State::Kept) + m_round->count(State::Replaced);
    const int notKept = m_round->count(State::Refused) + m_round->count(State::Unusable);
    if (!m_ran && m_round->rows().empty())
        return tr("There is no token in it.");
    if (!m_ran)
        return notKept == 0
            ? tr("%n token(s) can be checked.", nullptr, open())
            : tr("%n token(s) can be checked; the list says what is wrong with the others.", nullptr, open());
    QStringList parts{tr("%n kept", nullptr, kept)};
    if (notKept > 0)
        parts.append(tr("%n not kept; the list says why", nullptr, notKept));
    if (const int left = m_round->count(State::Waiting) + m_round->count(State::Running); left > 0)
        parts.append(tr("%n not checked yet", nullptr, left));
    return parts.join(u" · "_s);
}

// -- the page

PageFrame TokenListPage::frame() const
{
    const bool runs = m_round && m_round->isRunning();
    const QString check = m_ran ? tr("Try the rest again") : tr("Check and keep all");
    return {.title = tr("Many tokens"),
            .sentence = tr("Each is checked where it comes from. Those that work are kept, the others are left alone."),
            .primary = runs            ? tr("Stop")
                : open() > 0 || !m_ran ? check
                                       : QString()};
}

bool TokenListPage::isComplete() const
{
    return m_round && (m_round->isRunning() || open() > 0);
}

QWidget *TokenListPage::firstField() const
{
    return isComplete() ? nullptr : m_table;
}

} // namespace tokendesk
