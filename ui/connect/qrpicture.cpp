// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/qrpicture.h"

#include "connect/connectpage.h"
#include "style.h"

#include <QPaintEvent>
#include <QPainter>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr int side = 188; // room for the usual address in modules of five pixels
} // namespace

QrPicture::QrPicture(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    name(this, u"qrPicture"_s, tr("QR picture"));
}

void QrPicture::setAddress(const QUrl &address)
{
    m_code = qrCode(address.toEncoded());
    setAccessibleDescription(tr("Leads the camera of a phone to %1").arg(address.toDisplayString()));
    setVisible(m_code.has_value());
    update();
}

QSize QrPicture::sizeHint() const
{
    return {side, side};
}

void QrPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white); // a camera needs it, also in dark mode
    painter.drawRoundedRect(rect(), 2 * gridUnit, 2 * gridUnit);
    if (!m_code)
        return;
    // In the pixels of the screen, so that no module is blurred at any scaling.
    const qreal ratio = devicePixelRatioF();
    const int pixels = int(std::floor(side * ratio));
    const int module = pixels / (m_code->size + 2 * quietZone);
    const int margin = (pixels - module * m_code->size) / 2;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.scale(1 / ratio, 1 / ratio);
    for (int y = 0; y < m_code->size; ++y) {
        for (int x = 0; x < m_code->size; ++x)
            painter.fillRect(margin + x * module, margin + y * module, module, module,
                             m_code->isDark(x, y) ? Qt::black : Qt::white);
    }
}

} // namespace tokendesk
