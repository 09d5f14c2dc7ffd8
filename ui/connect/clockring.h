// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <chrono>

namespace tokendesk {

/// A ring that runs out with the time left and says it in the middle, or that shows that something is at work. It
/// stands still where the system wants no motion.
class ClockRing : public QWidget
{
    Q_OBJECT
public:
    explicit ClockRing(QWidget *parent);

    /// Shows that time, of which `whole` makes a full ring.
    void setLeft(std::chrono::seconds left, std::chrono::seconds whole);
    void setBusy();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool isBusy() const { return m_share < 0; }
    void turn();

    double m_share = -1; ///< 0 to 1 of the ring; negative while busy
    QString m_text;
    int m_angle = 0; ///< degrees, while busy
    QTimer m_motion;
};

} // namespace tokendesk
