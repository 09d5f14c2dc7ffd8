// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QWidget>

namespace tokendesk {

/// Shows a token as dots, or for a moment as it is. It paints the text itself: a label or a line edit would hand it to
/// the accessibility tree, to tooltips and to drags.
class TokenField : public QWidget
{
    Q_OBJECT
public:
    explicit TokenField(QWidget *parent);

    /// Shows it until mask() or the next one.
    void reveal(Secret token);
    /// Dots again; the token is wiped.
    void mask();
    bool isShowing() const { return !m_token.isEmpty(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();
    void paintDots(QPainter &painter) const;
    void paintToken(QPainter &painter) const;

    Secret m_token;
};

} // namespace tokendesk
