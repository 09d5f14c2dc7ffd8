// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tokendesk {

/// A permission that cannot be had here, and why: of another way to sign in, or retired. The keyboard comes by, so that
/// a screen reader tells it as well.
class ForeignRow : public QWidget
{
    Q_OBJECT
public:
    struct Words
    {
        QString id; ///< the technical name
        QString title{}; ///< empty where the technical name is all there is
        QString sentence{};
        QString badge;
    };
    ForeignRow(const Words &words, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace tokendesk
