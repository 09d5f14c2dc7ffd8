// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

class QWidget;

namespace tokendesk {

/// Counts minutes for what is only there to be looked at: silent while the widget is hidden or its window minimised,
/// so that a window that nobody sees wakes no processor; the time that went by meanwhile is told when it is back.
class VisibleMinute : public QObject
{
    Q_OBJECT
public:
    /// A child of that widget, which must not be one that hides itself at times.
    VisibleMinute(const Clock &clock, QWidget *watched);

signals:
    void passed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tell();
    void resume();

    const Clock &m_clock;
    QDateTime m_told; ///< UTC: what is shown is as of then
    QTimer m_timer{this};
};

} // namespace tokendesk
