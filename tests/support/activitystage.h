// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activity/activitypane.h"
#include "support/windowfixture.h"

#include <QStringList>
#include <memory>

class QAction;
class QComboBox;
class QTreeView;

namespace tokendesk {

/// The foot of the window alone, over the accounts "shop" and "studio"; "shop" is the chosen one.
class ActivityStage
{
public:
    ActivityStage();

    void open();
    /// A minute later that happens; with what it says where it failed.
    void note(Event::Kind kind, const QString &account, const QString &failed = {});
    /// As another program writes them: so many events of "shop", every other one a renewal, the others copies.
    void seed(int count, const QDateTime &newest);
    /// As another program writes one.
    void seedRenewal(const QDateTime &at);

    QStringList shown() const; ///< the sentences, from top to bottom
    QComboBox *groups() const;
    QComboBox *whose() const;
    QTreeView *rows() const;
    void choose(EventGroup group) const;
    void scrollToEnd() const;
    QAction *action(const QString &name) const;
    ActivityPane &pane() { return *m_pane; }
    Accounts &accounts() { return m_fixture.desk.accounts(); }

private:
    void write(const QString &statement) const;

    WindowFixture m_fixture;
    std::unique_ptr<ActivityPane> m_pane;
};

} // namespace tokendesk
