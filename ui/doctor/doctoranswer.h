// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/doctortext.h"

#include <QWidget>
#include <array>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace tokendesk {

class MoodLabel;

/// What the doctor says: what it is, what is known, what to do and who can, and how the checks went.
class DoctorAnswer : public QWidget
{
    Q_OBJECT
public:
    explicit DoctorAnswer(QWidget *parent);

    void tell(const Examination &examination);

signals:
    void linkRequested(const QUrl &url);

private:
    void showFacts(const Examination &examination);
    void showSteps(const Examination &examination);
    void showChecks(const Examination &examination);
    QWidget *stepRow(int number, const DoctorStep &step, const Provider &provider);
    QWidget *checkRows();

    struct CheckRow
    {
        MoodLabel *sign = nullptr;
        QLabel *title = nullptr;
        QLabel *sentence = nullptr;
    };

    QLabel *m_what;
    QWidget *m_facts = nullptr; ///< built anew when they change
    QLabel *m_stepsHeading;
    QWidget *m_steps = nullptr;
    QLabel *m_checksHeading;
    std::array<CheckRow, checkCount> m_rows{}; ///< before the widget that is made of them
    QWidget *m_checks;
    QList<DoctorStep> m_shownSteps;
    QStringList m_shownFacts;
    QVBoxLayout *m_column;
};

} // namespace tokendesk
