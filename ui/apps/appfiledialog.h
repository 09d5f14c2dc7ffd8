// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "services.h"

#include <QDialog>

namespace tokendesk {

/// What a registration file brings: the app, and the hosts that a sign-in with it talks to. Accepted, it is to be
/// saved.
class AppFileDialog : public QDialog
{
    Q_OBJECT
public:
    /// `app` is as it will be, over what is saved of it; with an id where it is saved already.
    AppFileDialog(const Registration &app, Services &services, QWidget *parent);

private:
    QWidget *hosts(const QStringList &names);
};

} // namespace tokendesk
