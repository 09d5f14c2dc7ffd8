// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tokendesk {

/// What the window shows before there is an account.
class EmptyPage : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyPage(QWidget *parent);

signals:
    void connectChosen();
    void tokenChosen();
    void practiceChosen();
};

} // namespace tokendesk
