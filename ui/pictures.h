// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;
class QRectF;

namespace tokendesk {

/// A round picture of `size` device-independent pixels: the account's own, or initials on a colour of its name.
/// `picture` is hostile input: what is no image, or one larger than 4096 pixels a side, gives the initials.
QPixmap avatar(const QByteArray &picture, const QString &name, int size, qreal devicePixelRatio);

/// One or two letters that stand for a name: "LS" for "lumen.studio".
QString initialsOf(const QString &name);

/// The program's icon, drawn at whatever size is asked for.
QIcon programIcon();
/// The key of the icon, upright, filling the height of the rectangle.
void paintKey(QPainter &painter, const QRectF &rectangle, const QColor &ink);

} // namespace tokendesk
