// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QDialog>

class QLineEdit;

namespace tokendesk {

/// Asks for an app secret that is not kept. Deletes itself when it is closed.
class SecretDialog : public QDialog
{
    Q_OBJECT
public:
    SecretDialog(const QString &appName, QWidget *parent);

    /// What was typed; the field is empty after that.
    Secret takeSecret();

private:
    QLineEdit *m_field;
};

} // namespace tokendesk
