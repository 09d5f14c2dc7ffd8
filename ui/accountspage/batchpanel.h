// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/batch.h"
#include "services.h"

#include <QTimer>
#include <QWidget>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace tokendesk {

/// Work on many accounts as it goes: how far it is, until when it has to wait, a way to stop it, and then what became
/// of whom and why. What ends within 300 ms shows no bar.
class BatchPanel : public QWidget
{
    Q_OBJECT
public:
    BatchPanel(Services &services, QWidget *parent);

    /// Nothing happens while other work runs.
    void start(Batch::Work work, const QStringList &ids);
    bool isRunning() const { return m_batch && m_batch->isRunning(); }
    /// Forgets what became of the last work; not while it runs.
    void clear();
    /// One sentence in the place of what became of work.
    void tell(const QString &text);

signals:
    void started(); ///< and takes long enough to be seen
    void ended();

private:
    QWidget *buildProgress();
    void showProgress();
    void updateProgress();
    void waitUntil(const QDateTime &when);
    void showWaiting();
    void end();

    Services &m_services;
    std::unique_ptr<Batch> m_batch;
    QWidget *m_progress;
    QLabel *m_state;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QLabel *m_waiting; ///< until when nobody may be asked
    QDateTime m_waitsUntil; ///< UTC; invalid while it goes on
    QLabel *m_told;
    QWidget *m_outcomes;
    QVBoxLayout *m_rows;
    QTimer m_patience; ///< then the work is shown
};

} // namespace tokendesk
