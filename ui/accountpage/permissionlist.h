// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace tokendesk {

/// What the token may do: asked for, granted and declined, in one or two columns as the width allows.
class PermissionList : public QWidget
{
    Q_OBJECT
public:
    explicit PermissionList(QWidget *parent);

    void setAccount(const Account &account, const Provider &provider);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Outcome { Granted, Declined, Unknown };

    void add(const QString &title, Outcome outcome);
    void setColumns(int columns);
    int columnsFor(int width) const;

    QLabel *m_heading;
    QLabel *m_count;
    QLabel *m_unknown;
    QGridLayout *m_grid;
    QList<QLabel *> m_rows;
    int m_columns = 0;
};

} // namespace tokendesk
