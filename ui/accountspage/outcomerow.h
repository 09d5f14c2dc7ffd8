// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountspage/batchtext.h"

#include <QWidget>

namespace tokendesk {

/// What became of some accounts: how many, in a shape and in words, and which.
class OutcomeRow : public QWidget
{
    Q_OBJECT
public:
    OutcomeRow(const BatchGroup &group, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Mood m_mood;
};

} // namespace tokendesk
