// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"

#include <QMessageBox>

namespace tokendesk {

/// Asked before the program ends while a token is in its memory only, where it would be gone with it.
class UnsavedQuestion : public QMessageBox
{
    Q_OBJECT
public:
    UnsavedQuestion(Accounts &accounts, QWidget *parent);

signals:
    /// Nothing is left to save, or the person lets go of it.
    void mayEnd();
    void notSaved(const tokendesk::Error &error);

private:
    void save();
    void saved(const Result<void> &result);

    Accounts &m_accounts;
};

} // namespace tokendesk
