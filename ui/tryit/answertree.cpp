// SPDX-License-Identifier: GPL-3.0-or-later
#include "tryit/answertree.h"

#include "connect/connectpage.h"
#include "style.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr int nodeRole = Qt::UserRole + 1;
constexpr qsizetype longestShown = 400; ///< characters of a value; all of it is copied
} // namespace

AnswerTree::AnswerTree(QWidget *parent)
    : QTreeView(parent)
    , m_model(new QStandardItemModel(this))
    , m_copy(new QAction(tr("Copy"), this))
{
    name(this, u"tryAnswer"_s, tr("Answer"));
    setModel(m_model);
    setLayoutDirection(Qt::LeftToRight); // JSON is read so in every language
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setEditTriggers(NoEditTriggers);
    setAllColumnsShowFocus(true);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    m_copy->setObjectName(u"tryCopyNode"_s);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    addAction(m_copy);
    connect(m_copy, &QAction::triggered, this, &AnswerTree::copyChosen);
}

void AnswerTree::setAnswer(std::optional<AnswerNode> root)
{
    m_model->clear();
    m_root = std::move(root);
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    header()->setStretchLastSection(true);
    if (!m_root)
        return;
    fill(m_model->invisibleRootItem(), *m_root);
    expandToDepth(2);
    resizeColumnToContents(0);
    setColumnWidth(0, qMin(columnWidth(0) + 4 * gridUnit, fontMetrics().averageCharWidth() * 44));
    setCurrentIndex(m_model->index(0, 0));
}

void AnswerTree::fill(QStandardItem *parent, const AnswerNode &node)
{
    const bool list = node.kind == Json::Kind::Array;
    const bool scalar = node.items.empty() && !list && node.kind != Json::Kind::Object;
    if (scalar)
        return parent->appendRow(rowOf(node, tr("Answer")));
    int place = 0;
    for (const AnswerNode &item : node.items) {
        ++place;
        const QList<QStandardItem *> row = rowOf(item, list ? QString::number(place) : item.key);
        parent->appendRow(row);
        if (!item.items.empty())
            fill(row.first(), item);
    }
}

QList<QStandardItem *> AnswerTree::rowOf(const AnswerNode &node, const QString &name)
{
    const bool holds = node.kind == Json::Kind::Array || node.kind == Json::Kind::Object;
    const QString shown = node.value.simplified().left(longestShown);
    auto *title = new QStandardItem(name);
    auto *value = new QStandardItem(holds ? tr("%n part(s)", nullptr, int(node.items.size())) : shown);
    title->setData(QVariant::fromValue(static_cast<const void *>(&node)), nodeRole);
    if (holds)
        value->setForeground(Colours::of(QGuiApplication::palette()).muted);
    if (node.masked)
        value->setToolTip(tr("A secret was in it. TokenDesk does not show it here."));
    return {title, value};
}

QString AnswerTree::allAsText() const
{
    return m_root ? asText(*m_root) : QString();
}

QString AnswerTree::chosenAsText() const
{
    const QModelIndex chosen = currentIndex().siblingAtColumn(0);
    const auto *node = static_cast<const AnswerNode *>(chosen.data(nodeRole).value<const void *>());
    return node ? asText(*node) : QString();
}

void AnswerTree::copyChosen()
{
    if (const QString text = chosenAsText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace tokendesk
