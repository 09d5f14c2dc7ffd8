// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tokendesk {

/// A sketch of Firefox's warning with the two places to click, numbered.
class FirefoxPicture : public QWidget
{
    Q_OBJECT
public:
    explicit FirefoxPicture(QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tokendesk
