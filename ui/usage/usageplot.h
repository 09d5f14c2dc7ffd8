// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/usagesample.h"

#include <QList>
#include <QWidget>
#include <chrono>

namespace tokendesk {

/// How much of an allowance was used over a day or a week: a line of measures, round while there is room, a diamond
/// from 90 % on, a square from 100 %. Arrow keys, Home and End go from one to the next, the mouse points at them; the
/// one that is pointed at is told in words, as is the whole.
class UsagePlot : public QWidget
{
    Q_OBJECT
public:
    explicit UsagePlot(QWidget *parent);

    /// The oldest first; from `end` so far back.
    void show(const QList<UsageSample> &samples, const QDateTime &end, std::chrono::seconds span);
    /// The one that is pointed at; -1 for none.
    qsizetype current() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// Another one is pointed at: in words, empty for none.
    void pointed(const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF area() const;
    int highestPercent() const;
    QPointF placeOf(const UsageSample &sample) const;
    double yAt(int percent) const;
    double xAt(const QDateTime &when) const;
    qsizetype nearestTo(const QPointF &point) const;
    void pointAt(qsizetype index);
    QString inWords() const;
    void paintGrid(QPainter &painter) const;
    void paintTimes(QPainter &painter) const;
    void paintLine(QPainter &painter) const;
    void paintMark(QPainter &painter, const UsageSample &sample, double size) const;

    QList<UsageSample> m_samples;
    QDateTime m_end; ///< UTC
    std::chrono::seconds m_span{};
    qsizetype m_current = -1;
};

} // namespace tokendesk
