// SPDX-License-Identifier: GPL-3.0-or-later
#include "plainbox.h"

#include <QMessageBox>

namespace tokendesk {

QMessageBox *plainBox(const QString &objectName, const QString &text, const QString &details, QWidget *parent)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, parent->window()->windowTitle(), text, QMessageBox::Close, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(objectName);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(details);
    return box;
}

} // namespace tokendesk
