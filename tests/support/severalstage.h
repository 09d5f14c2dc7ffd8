// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow.h"
#include "practice/practiceserver.h"
#include "support/sight.h"
#include "support/windowfixture.h"

#include <QAction>
#include <QListView>
#include <optional>

namespace tokendesk {

/// The real window with many accounts, of Instagram or of Practice. A test inherits it, and calls begin() and end()
/// around each of its functions.
class SeveralStage
{
protected:
    void begin();
    void end();

    MainWindow &open(int accounts, const QString &provider = QStringLiteral("instagram"));
    Accounts &accounts() { return m_fixture->desk.accounts(); }

    static QListView *list() { return seen<QListView>(QStringLiteral("accountList")); }
    static void clickRow(int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static void selectAll();
    static qsizetype selected() { return list()->selectionModel()->selectedIndexes().size(); }
    void trigger(const QString &action) { m_window->findChild<QAction *>(action)->trigger(); }
    /// What is said of the work, line by line.
    QStringList outcomes();

    std::optional<PracticeServer> m_server;
    std::optional<WindowFixture> m_fixture;
    std::optional<MainWindow> m_window;

private:
    void add(const QString &name, const QString &provider);
};

} // namespace tokendesk
