// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activity/eventgroup.h"
#include "services.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QStackedLayout;
class QTreeView;

namespace tokendesk {

class ActivityModel;
class CopyButton;

/// The foot of the window: what happened, of all accounts or of the chosen one, all of it or one group of events, to be
/// copied as text.
class ActivityPane : public QWidget
{
    Q_OBJECT
public:
    enum class Whose { AllAccounts, ThisAccount };
    /// What the person narrowed it to.
    struct Choice
    {
        EventGroup group = EventGroup::Everything;
        Whose whose = Whose::AllAccounts;
    };

    ActivityPane(Services &services, QWidget *parent);

    /// The account that "this account" stands for.
    void setAccount(const QString &accountId);

    Choice choice() const;
    void setChoice(const Choice &choice);

private:
    void fillFilters();
    void buildCopying();
    void arrangeRows();
    void arrange();
    void narrow();
    void showFitting();
    QString whyEmpty() const;
    void updateActions();
    void copySelected();
    void tellStory();
    void copyAll();
    void nameAccount();

    Services &m_services;
    ActivityModel *m_model;
    QComboBox *m_group;
    QComboBox *m_whose;
    CopyButton *m_copy;
    QTreeView *m_rows;
    QLabel *m_empty;
    QAction *m_story; ///< what happened, of the row that is chosen
    QAction *m_copySelected;
    QAction *m_copyAll;
    QStackedLayout *m_body; ///< the rows, or why there are none
    QString m_accountId;
};

} // namespace tokendesk
