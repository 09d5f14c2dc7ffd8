// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace tokendesk {

/// Numbered steps below each other, some with a button that leads to a page.
class SetupList : public QWidget
{
    Q_OBJECT
public:
    explicit SetupList(QWidget *parent);

    void addStep(const QString &text);
    /// A button below the last step.
    QPushButton *addLink(const QString &objectName, const QString &text);

private:
    QVBoxLayout *m_column;
    int m_steps = 0;
};

} // namespace tokendesk
