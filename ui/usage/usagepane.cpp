// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/usagepane.h"

#include "errortext.h"
#include "style.h"
#include "usage/usagelist.h"
#include "usage/usageplot.h"
#include "usage/usagetext.h"
#include "visibleminute.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

QLabel *sentence(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

UsagePane::UsagePane(Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_list(new UsageList(services, this))
    , m_state(sentence(u"usageState"_s, this))
    , m_what(sentence(u"usageWhat"_s, this))
    , m_span(new QComboBox(this))
    , m_plot(new UsagePlot(this))
    , m_pointed(sentence(u"usagePointed"_s, this))
    , m_askQuota(new QPushButton(tr("How much may it still &publish?"), this))
    , m_quota(sentence(u"usageQuota"_s, this))
    , m_pages(new QStackedLayout)
{
    setObjectName(u"usagePane"_s);
    setWindowTitle(tr("API usage"));
    resize(720, 600);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"usageClose"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_pages->addWidget(buildBody());
    m_pages->addWidget(buildEmpty());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, 5 * gridUnit);
    column->setSpacing(3 * gridUnit);
    column->addLayout(m_pages, 1);
    column->addWidget(buttons);
    m_soon.setSingleShot(true);
    m_soon.setInterval(300ms);
    connect(&m_soon, &QTimer::timeout, this, &UsagePane::refresh);
    connect(&services.usage, &UsageLog::changed, &m_soon, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(&services.accounts, &Accounts::accountRemoved, &m_soon, qOverload<>(&QTimer::start));
    connect(new VisibleMinute(services.clock, this), &VisibleMinute::passed, this, &UsagePane::refresh);
    connect(m_list, &UsageList::chosenChanged, this, &UsagePane::showChosen);
    connect(m_span, &QComboBox::currentIndexChanged, this, &UsagePane::showChosen);
    connect(m_plot, &UsagePlot::pointed, this, &UsagePane::tellPointed);
    connect(m_askQuota, &QPushButton::clicked, this, &UsagePane::askQuota);
    refresh();
}

QWidget *UsagePane::buildBody()
{
    auto *body = new QWidget(this);
    m_span->setObjectName(u"usageSpan"_s);
    m_span->setAccessibleName(tr("Time that is shown"));
    m_span->addItem(tr("Last 24 hours"), QVariant::fromValue<qint64>(std::chrono::seconds(24h).count()));
    m_span->addItem(tr("Last 7 days"), QVariant::fromValue<qint64>(usageKept.count()));
    m_plot->setObjectName(u"usagePlot"_s);
    m_plot->setAccessibleName(tr("Usage over time"));
    m_askQuota->setObjectName(u"askQuota"_s);
    makeHeading(m_state);
    makeMuted(m_what);
    makeMuted(m_pointed);
    m_pointed->setMinimumHeight(fontMetrics().lineSpacing());

    auto *words = new QVBoxLayout;
    words->setSpacing(gridUnit);
    words->addWidget(m_state);
    words->addWidget(m_what);
    auto *head = new QHBoxLayout;
    head->addLayout(words, 1);
    head->addWidget(m_span, 0, Qt::AlignTop);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_askQuota);
    foot->addWidget(m_quota, 1);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3 * gridUnit);
    column->addWidget(m_list, 2);
    column->addLayout(head);
    column->addWidget(m_plot, 3);
    column->addWidget(m_pointed);
    column->addLayout(foot);
    return body;
}

QWidget *UsagePane::buildEmpty()
{
    auto *empty = new QWidget(this);
    auto *title = new QLabel(tr("Nothing measured yet"), empty);
    makeTitle(title);
    auto *why = sentence(u"usageEmpty"_s, empty);
    why->setText(
        tr("With every answer Meta tells how much of an app's hourly allowance is used. It is shown here as soon "
           "as TokenDesk has asked for something: check an account, for example. It is kept for a week."));
    auto *column = new QVBoxLayout(empty);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(title);
    column->addWidget(why);
    column->addStretch(1);
    return empty;
}

void UsagePane::refresh()
{
    const QList<UsageSample> newest = m_services.usage.newest();
    m_pages->setCurrentIndex(newest.isEmpty() ? 1 : 0);
    m_list->show(newest);
    showChosen();
}

void UsagePane::showChosen()
{
    const std::optional<UsageSample> chosen = m_list->chosen();
    if (!chosen)
        return;
    const QDateTime now = m_services.clock.now();
    const std::chrono::seconds span(m_span->currentData().toLongLong());
    m_state->setText(stateInWords(*chosen, m_services));
    m_what->setText(allowanceInWords(*chosen));
    m_plot->show(m_services.usage.since(*chosen, now.addSecs(-span.count())), now, span);
    const bool publishes = m_services.accounts.hasPublishingQuota(chosen->accountId);
    m_askQuota->setVisible(publishes);
    m_quota->setVisible(publishes);
    if (m_quota->property("account") != chosen->accountId)
        m_quota->clear();
    m_quota->setProperty("account", chosen->accountId);
}

/// What is pointed at; or how to point, and what the line is that has no room for a word.
void UsagePane::tellPointed(const QString &words)
{
    m_pointed->setText(
        words.isEmpty()
            ? tr("Dashed: from %1 % on TokenDesk waits. Mouse and arrow keys tell each measure.").arg(pausePercent)
            : words);
}

void UsagePane::askQuota()
{
    const std::optional<UsageSample> chosen = m_list->chosen();
    if (!chosen)
        return;
    m_quota->setText(tr("Asking…"));
    m_asking = std::make_unique<QObject>();
    m_services.accounts.publishingQuota(chosen->accountId, m_asking.get(),
                                        [this, asked = *chosen](const Result<PublishingQuota> &quota) {
                                            if (m_quota->property("account") == asked.accountId)
                                                quotaCame(quota, asked.providerId);
                                        });
}

void UsagePane::quotaCame(const Result<PublishingQuota> &quota, const QString &providerId)
{
    if (!quota) {
        const Provider *provider = m_services.catalog.description(providerId);
        return m_quota->setText(told(describe(quota.error(), provider ? provider->name : providerId)));
    }
    const int hours = int(std::chrono::duration_cast<std::chrono::hours>(quota->duration).count());
    m_quota->setText(
        quota->total > 0
            ? tr("%1 of %2 posts published in the last %n hour(s).", "", hours).arg(quota->used).arg(quota->total)
            : tr("%n post(s) published in the last day.", "", quota->used));
}

} // namespace tokendesk
