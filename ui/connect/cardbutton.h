// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QLabel;

namespace tokendesk {

/// A card with a title and a sentence that is clicked as a whole.
class CardButton : public QPushButton
{
    Q_OBJECT
public:
    CardButton(const QString &objectName, const QString &title, const QString &sentence, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tokendesk
