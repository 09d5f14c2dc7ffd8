// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qrcode.h"

#include <QUrl>
#include <QWidget>
#include <optional>

namespace tokendesk {

/// An address as a QR picture for the camera of a phone: dark on white in every theme, each module of whole pixels.
class QrPicture : public QWidget
{
    Q_OBJECT
public:
    explicit QrPicture(QWidget *parent);

    void setAddress(const QUrl &address);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<QrCode> m_code;
};

} // namespace tokendesk
