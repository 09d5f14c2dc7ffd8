// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMessageBox;
class QWidget;

namespace tokendesk {

/// A box with a sentence and what there is to know about it, both as they are, and one button that closes it. Show it
/// with open(); it deletes itself.
QMessageBox *plainBox(const QString &objectName, const QString &text, const QString &details, QWidget *parent);

} // namespace tokendesk
