// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/scopechoice.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tokendesk {

class FlowLayout;

/// The jobs a token may be for, as buttons that stay down, and one plain sentence about the one chosen last.
class JobBar : public QWidget
{
    Q_OBJECT
public:
    explicit JobBar(QWidget *parent);

    /// Shows the provider's jobs; hides itself where there is none.
    void setProvider(const Provider &provider);
    /// Presses the buttons of the jobs that are chosen.
    void setChoice(const ScopeChoice &choice);
    QLabel *sentence() const { return m_sentence; }

signals:
    void jobClicked(const QString &presetId);

private:
    QPushButton *button(const Preset &preset);

    QWidget *m_buttons;
    FlowLayout *m_flow;
    QLabel *m_sentence;
    QList<QPushButton *> m_jobs; ///< one per preset, in the provider's order
};

} // namespace tokendesk
