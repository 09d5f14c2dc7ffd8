// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountspage/batchpanel.h"

#include "accountspage/outcomerow.h"
#include "base/timetext.h"
#include "connect/announce.h"
#include "style.h"
#include "visibleminute.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr std::chrono::seconds worthTelling{5}; // two requests a second are no wait

/// Flat and calm, as the bars of time are.
class WorkBar : public QProgressBar
{
public:
    using QProgressBar::QProgressBar;

    QSize sizeHint() const override { return {50 * gridUnit, thickness}; }
    QSize minimumSizeHint() const override { return {10 * gridUnit, thickness}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours colours = Colours::of(palette());
        const double share = maximum() > 0 ? double(value()) / maximum() : 0;
        QRectF done(rect());
        done.setWidth(width() * share);
        if (layoutDirection() == Qt::RightToLeft)
            done.moveRight(width());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.line);
        painter.drawRoundedRect(rect(), thickness / 2.0, thickness / 2.0);
        painter.setBrush(colours.accent);
        painter.drawRoundedRect(done, thickness / 2.0, thickness / 2.0);
    }

private:
    static constexpr int thickness = 6;
};

} // namespace

BatchPanel::BatchPanel(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_progress(new QWidget(this))
    , m_state(new QLabel(m_progress))
    , m_bar(new WorkBar(m_progress))
    , m_cancel(new QPushButton(tr("Cancel"), m_progress))
    , m_waiting(new QLabel(m_progress))
    , m_told(new QLabel(this))
    , m_outcomes(new QWidget(this))
    , m_rows(new QVBoxLayout(m_outcomes))
{
    setObjectName(u"batch"_s);
    m_told->setObjectName(u"batchTold"_s);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->hide();
    m_outcomes->setObjectName(u"batchOutcomes"_s);
    m_outcomes->setAccessibleName(tr("What became of it"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(3 * gridUnit);
    m_outcomes->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3 * gridUnit);
    column->addWidget(buildProgress());
    column->addWidget(m_told);
    column->addWidget(m_outcomes);

    m_patience.setSingleShot(true);
    m_patience.setInterval(300ms);
    connect(&m_patience, &QTimer::timeout, this, &BatchPanel::showProgress);
    connect(&services.queue, &Queue::waitsUntil, this, &BatchPanel::waitUntil);
    connect(&services.queue, &Queue::sent, this, [this] { waitUntil({}); });
    connect(new VisibleMinute(services.clock, this), &VisibleMinute::passed, this, &BatchPanel::showWaiting);
}

QWidget *BatchPanel::buildProgress()
{
    m_state->setObjectName(u"batchState"_s);
    m_bar->setObjectName(u"batchBar"_s);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_cancel->setObjectName(u"batchCancel"_s);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_batch->cancel();
    });
    m_waiting->setObjectName(u"batchWaiting"_s);
    m_waiting->setTextFormat(Qt::PlainText);
    m_waiting->setWordWrap(true);
    m_waiting->hide();
    makeMuted(m_waiting);
    auto *words = new QVBoxLayout;
    words->setSpacing(gridUnit);
    words->addWidget(m_state);
    words->addWidget(m_bar);
    words->addWidget(m_waiting);
    auto *row = new QHBoxLayout(m_progress);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4 * gridUnit);
    row->addLayout(words, 1);
    row->addWidget(m_cancel, 0, Qt::AlignTop);
    m_progress->hide();
    return m_progress;
}

void BatchPanel::start(Batch::Work work, const QStringList &ids)
{
    if (isRunning())
        return;
    clear();
    m_batch = std::make_unique<Batch>(m_services.accounts, m_services.catalog, m_services.clock);
    connect(m_batch.get(), &Batch::progressed, this, &BatchPanel::updateProgress);
    connect(m_batch.get(), &Batch::finished, this, &BatchPanel::end);
    m_batch->start(work, ids);
    m_patience.start();
}

void BatchPanel::clear()
{
    if (isRunning())
        return;
    m_told->hide();
    m_outcomes->hide();
    qDeleteAll(m_outcomes->findChildren<OutcomeRow *>(Qt::FindDirectChildrenOnly));
}

void BatchPanel::tell(const QString &text)
{
    clear();
    m_told->setText(text);
    m_told->setVisible(!isRunning());
}

void BatchPanel::showProgress()
{
    m_bar->setMaximum(int(m_batch->total()));
    m_cancel->setEnabled(true);
    updateProgress();
    m_progress->show();
    emit started();
}

void BatchPanel::updateProgress()
{
    const QLocale locale;
    const QString done = locale.toString(m_batch->entries().size());
    const QString total = locale.toString(m_batch->total());
    const QString failed = locale.toString(m_batch->failed());
    m_bar->setValue(int(m_batch->entries().size()));
    m_state->setText(m_batch->failed() == 0 ? tr("%1 of %2").arg(done, total)
                                            : tr("%1 of %2, %3 did not work").arg(done, total, failed));
}

/// Told again whenever something came back and nothing else can go out. That one more has ended says nothing about it:
/// it may have been told before the queue was.
void BatchPanel::waitUntil(const QDateTime &when)
{
    const bool isWait = isRunning() && when.isValid() && when > m_services.clock.now().addSecs(worthTelling.count());
    const bool began = isWait && !m_waitsUntil.isValid();
    m_waitsUntil = isWait ? when : QDateTime();
    showWaiting();
    if (began)
        announce(m_waiting, m_waiting->text());
}

void BatchPanel::showWaiting()
{
    const QDateTime now = m_services.clock.now();
    const bool waits = m_waitsUntil.isValid() && m_waitsUntil > now;
    m_waiting->setVisible(waits);
    if (!waits)
        return m_waiting->clear();
    //: "today 14:02", "in 12 minutes"
    m_waiting->setText(tr("Waiting until %1 (%2), so that the provider does not block the app. It goes on by itself.")
                           .arg(recentTime(m_waitsUntil, now), relativeTime(m_waitsUntil, now)));
}

void BatchPanel::end()
{
    m_patience.stop();
    waitUntil({});
    m_progress->hide();
    for (const BatchGroup &group : groupsOf(*m_batch, m_services.catalog))
        m_rows->addWidget(new OutcomeRow(group, m_outcomes));
    m_outcomes->show();
    emit ended();
}

} // namespace tokendesk
