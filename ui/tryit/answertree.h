// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/apianswer.h"

#include <QTreeView>
#include <optional>

class QAction;
class QStandardItem;
class QStandardItemModel;

namespace tokendesk {

/// An answer as a tree of names and values, for mouse and keyboard; each part can be copied. Secrets are masked before
/// they get here.
class AnswerTree : public QTreeView
{
    Q_OBJECT
public:
    explicit AnswerTree(QWidget *parent);

    /// Nothing empties it.
    void setAnswer(std::optional<AnswerNode> root);
    /// All of it as JSON; empty where there is nothing.
    QString allAsText() const;
    /// What is chosen, as a value or as JSON.
    QString chosenAsText() const;

private:
    void copyChosen();
    static void fill(QStandardItem *parent, const AnswerNode &node);
    static QList<QStandardItem *> rowOf(const AnswerNode &node, const QString &name);

    std::optional<AnswerNode> m_root; ///< the items point into it
    QStandardItemModel *m_model;
    QAction *m_copy;
};

} // namespace tokendesk
