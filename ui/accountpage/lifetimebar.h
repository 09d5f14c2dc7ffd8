// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QWidget>

namespace tokendesk {

/// A picture of a token's life: issued, today, the next renewal, its end. Also told in words to screen readers.
class LifetimeBar : public QWidget
{
    Q_OBJECT
public:
    explicit LifetimeBar(QWidget *parent);

    struct Life
    {
        QDateTime issued; ///< UTC
        QDateTime renewal; ///< invalid where none comes
        QDateTime end; ///< invalid where unknown or never
        QDateTime now;
        bool renewed = false; ///< issued by a renewal, not by the sign-in
        bool usable = true; ///< neither ended nor refused
        bool endless = false; ///< without an end by nature, rather than by lack of knowledge
        friend bool operator==(const Life &, const Life &) = default;
    };
    void setLife(const Life &life);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Label
    {
        QString upper, lower;
        QFont upperFont;
        QColor ink;
    };

    QString inWords() const;
    QString endInWords() const;
    bool isOverEarly() const; ///< refused before its time
    Label endLabel() const;
    QString instant(const QDateTime &when) const;
    double shareAt(const QDateTime &when) const;
    QRect bar() const;
    int xAt(const QDateTime &when) const;
    void paintBar(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintLabels(QPainter &painter) const;
    int widthOf(const Label &label) const;
    void paintLabel(QPainter &painter, const Label &label, int x, Qt::Alignment side) const;
    void paintToday(QPainter &painter) const;

    Life m_life;
};

} // namespace tokendesk
