// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QDialog>

namespace tokendesk {

/// Asks once before several accounts are removed, says whom, and what that does not do. Deletes itself when it is
/// closed.
class RemoveSeveralDialog : public QDialog
{
    Q_OBJECT
public:
    /// So many of them are still to be revoked, which ends with them.
    RemoveSeveralDialog(const QStringList &names, int unrevoked, QWidget *parent);
};

} // namespace tokendesk
