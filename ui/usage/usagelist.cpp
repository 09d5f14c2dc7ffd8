// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/usagelist.h"

#include "isolated.h"
#include "style.h"
#include "usage/usagetext.h"

#include <QHeaderView>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

enum Column { NameColumn, GaugeColumn, StateColumn };
constexpr qsizetype mostRows = 200; // those that have used most
constexpr int barHeight = 8;

int percentNow(const UsageSample &sample, const QDateTime &now)
{
    return isCurrent(sample, now) ? sample.highest() : 0;
}

} // namespace

UsageList::UsageList(Services &services, QWidget *parent)
    : QTreeWidget(parent)
    , m_services(services)
{
    setObjectName(u"usageList"_s);
    setAccessibleName(tr("Apps and accounts"));
    setColumnCount(3);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideMiddle);
    setItemDelegateForColumn(GaugeColumn, new UsageGauge(this));
    const int letter = fontMetrics().averageCharWidth();
    setColumnWidth(NameColumn, 26 * letter);
    setColumnWidth(GaugeColumn, 24 * letter);
    setMinimumHeight(4 * (fontMetrics().lineSpacing() + 2 * gridUnit));
    connect(this, &QTreeWidget::currentItemChanged, this, &UsageList::chosenChanged);
}

void UsageList::show(QList<UsageSample> newest)
{
    const QDateTime now = m_services.clock.now();
    const std::optional<UsageSample> before = chosen();
    std::ranges::stable_sort(newest, [&now](const UsageSample &one, const UsageSample &other) {
        const bool ofApp = one.accountId.isEmpty();
        return ofApp != other.accountId.isEmpty() ? ofApp : percentNow(one, now) > percentNow(other, now);
    });
    m_newest = newest.first(std::min(newest.size(), mostRows));
    const QSignalBlocker quiet(this);
    clear();
    for (const UsageSample &sample : std::as_const(m_newest)) {
        const QString name = nameOf(sample, m_services);
        const int percent = percentNow(sample, now);
        auto *item = new QTreeWidgetItem(this, {isolated(name), {}, briefState(sample, m_services)});
        item->setToolTip(NameColumn, name);
        item->setData(NameColumn, Qt::AccessibleTextRole, name);
        item->setData(GaugeColumn, UsageGauge::PercentRole, percent);
        item->setData(GaugeColumn, Qt::AccessibleTextRole, tr("%1 % used").arg(percent));
        if (before ? sample.isOfSameSeries(*before) : !currentItem())
            setCurrentItem(item);
    }
    if (!currentItem() && topLevelItemCount() > 0)
        setCurrentItem(topLevelItem(0));
}

std::optional<UsageSample> UsageList::chosen() const
{
    const int row = indexOfTopLevelItem(currentItem());
    return row >= 0 && row < m_newest.size() ? std::optional(m_newest.at(row)) : std::nullopt;
}

QSize UsageGauge::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index)
        .expandedTo({0, option.fontMetrics.lineSpacing() + 2 * gridUnit});
}

void UsageGauge::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const Colours colours = Colours::of(option.palette);
    const int percent = index.data(PercentRole).toInt();
    const int number = option.fontMetrics.horizontalAdvance(tr("%1 %").arg(999)) + gridUnit;
    const QRect whole = option.rect.adjusted(gridUnit, 0, -gridUnit, 0);
    QRect bar(whole.left(), whole.center().y() - barHeight / 2, whole.width() - number - gridUnit, barHeight);
    QRect used = bar;
    used.setWidth(bar.width() * std::min(percent, 100) / 100);
    const QRect mark(bar.left() + bar.width() * pausePercent / 100, bar.top() - 2, 1, barHeight + 4);
    const auto visual = [&](const QRect &place) { return QStyle::visualRect(option.direction, whole, place); };
    const UsageMood mood = moodOf(percent);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = selected ? option.palette.color(QPalette::HighlightedText) : colours.text;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // "3 %" stays that in a right-to-left window
    painter->setPen(Qt::NoPen);
    painter->setBrush(selected ? colours.panel : colours.line);
    painter->drawRoundedRect(visual(bar), barHeight / 2.0, barHeight / 2.0);
    painter->setBrush(mood == UsageMood::Fine        ? colours.good
                          : mood == UsageMood::Waits ? colours.warning
                                                     : colours.trouble);
    if (percent > 0)
        painter->drawRoundedRect(visual(used), barHeight / 2.0, barHeight / 2.0);
    painter->fillRect(visual(mark), colours.muted);
    painter->setPen(ink);
    painter->drawText(visual(QRect(whole.right() - number, whole.top(), number, whole.height())),
                      int(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter),
                      tr("%1 %").arg(percent));
    painter->restore();
}

} // namespace tokendesk
