// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace tokendesk {

/// Where a permission is searched for. Ctrl+F leads here, Enter and Down lead to what was found, Escape ends the search
/// and leaves the dialog open.
class ScopeSearch : public QLineEdit
{
    Q_OBJECT
public:
    explicit ScopeSearch(QWidget *parent);

signals:
    /// The keyboard wants to go to what was found.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace tokendesk
