// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <functional>

#include "base/result.h"

class QLabel;

namespace tokendesk {

/// The doctor's report as it would be saved, to be read first; then it is saved or copied.
class ReportDialog : public QDialog
{
    Q_OBJECT
public:
    /// `save` writes it to a path.
    ReportDialog(const QString &report, std::function<Result<void>(const QString &)> save, QWidget *parent);

private:
    void chooseFile();
    void saveAs(const QString &path);

    std::function<Result<void>(const QString &)> m_save;
    QLabel *m_told;
};

} // namespace tokendesk
