// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QDialog>

namespace tokendesk {

/// Asks before an account is removed, and says what that does not do. Deletes itself when it is closed.
class RemoveDialog : public QDialog
{
    Q_OBJECT
public:
    RemoveDialog(const Account &account, Services &services, QWidget *parent);

signals:
    /// It is to be revoked first; the dialog closes without having been accepted.
    void revokeChosen();
};

} // namespace tokendesk
