// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/examination.h"
#include "services.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace tokendesk {

class DoctorAnswer;
class DoctorField;

/// The token doctor's pane: choose an account, paste a token or an error, have everything looked at. What was pasted is
/// wiped when it is left.
class DoctorDialog : public QDialog
{
    Q_OBJECT
public:
    /// Begins with that account; empty for none.
    DoctorDialog(Services &services, const QString &accountId, QWidget *parent);

private:
    QWidget *question();
    QWidget *buttons();
    void fillAccounts(const QString &accountId);
    void takePaste();
    void chooseAccount();
    void runOrCancel();
    void clear();
    void openReport();
    void tell();

    Services &m_services;
    Examination m_examination;
    QComboBox *m_account;
    DoctorField *m_field;
    DoctorAnswer *m_answer;
    QProgressBar *m_progress;
    QLabel *m_state;
    QPushButton *m_run;
    QPushButton *m_clear;
    QPushButton *m_report;
};

} // namespace tokendesk
