// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QWidget>

class QComboBox;
class QTreeView;

namespace tokendesk {

class ActivityModel;

/// The foot of the window: what happened, of all accounts or of the chosen one, to be copied as text.
class ActivityPane : public QWidget
{
    Q_OBJECT
public:
    ActivityPane(Services &services, QWidget *parent);

    /// The account that "this account" stands for.
    void setAccount(const QString &accountId);

private:
    void arrange();
    void narrow();
    void copyRows() const;
    void nameAccount();

    Services &m_services;
    ActivityModel *m_model;
    QTreeView *m_rows;
    QComboBox *m_filter;
    QString m_accountId;
};

} // namespace tokendesk
