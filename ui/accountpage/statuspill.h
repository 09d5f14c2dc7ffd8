// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statustext.h"

#include <QWidget>

namespace tokendesk {

/// The status of an account as shape and words on the status's tint. Without room the words are elided.
class StatusPill : public QWidget
{
    Q_OBJECT
public:
    explicit StatusPill(QWidget *parent);

    void setText(Mood mood, const QString &sentence);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QFont strongFont() const;

    Mood m_mood = Mood::Good;
    QString m_sentence;
};

} // namespace tokendesk
