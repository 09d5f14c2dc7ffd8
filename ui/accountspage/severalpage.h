// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/batch.h"
#include "services.h"

#include <QList>
#include <QScrollArea>
#include <QStringList>
#include <QTimer>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace tokendesk {

class BatchPanel;
class StatusPill;

/// Several accounts at once: how many, how they are, and what can be done to all of them.
class SeveralPage : public QScrollArea
{
    Q_OBJECT
public:
    SeveralPage(Services &services, QWidget *parent);

    void setAccounts(const QStringList &accountIds);
    const QStringList &accounts() const { return m_ids; }
    /// One at a time: nothing happens while other work runs.
    void begin(Batch::Work work);
    void tellSaved(const QString &path);

    /// Scrolls up and down only.
    QSize minimumSizeHint() const override;

signals:
    void removeRequested(const QStringList &accountIds);
    void saveRequested(const QStringList &accountIds);

private:
    QWidget *buildHead();
    QWidget *buildButtons();
    QPushButton *addButton(QBoxLayout *row, const QString &name, const QString &text);
    void update();
    void showStatuses();
    void enableButtons();

    Services &m_services;
    QStringList m_ids;
    QLabel *m_title;
    QLabel *m_about;
    QList<StatusPill *> m_pills; ///< one for each status that may occur, by Status
    QList<QPushButton *> m_buttons;
    BatchPanel *m_batch;
    QTimer m_soon; ///< many accounts change at once
};

} // namespace tokendesk
