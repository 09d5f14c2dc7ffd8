// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace tokendesk {

class UsageList;
class UsagePlot;

/// How much of the providers' allowances is used: a gauge for each app and account, how the chosen one stands in words,
/// and what it was over a day or a week; on request, how much an account may still publish.
class UsagePane : public QDialog
{
    Q_OBJECT
public:
    UsagePane(Services &services, QWidget *parent);

private:
    QWidget *buildBody();
    QWidget *buildEmpty();
    void refresh();
    void showChosen();
    void tellPointed(const QString &words);
    void askQuota();
    void quotaCame(const Result<PublishingQuota> &quota, const QString &providerId);

    Services &m_services;
    UsageList *m_list;
    QLabel *m_state;
    QLabel *m_what;
    QComboBox *m_span;
    UsagePlot *m_plot;
    QLabel *m_pointed;
    QPushButton *m_askQuota;
    QLabel *m_quota;
    QStackedLayout *m_pages; ///< what there is, or why there is nothing
    std::unique_ptr<QObject> m_asking; ///< context of the question that is out
    QTimer m_soon; ///< what many answers tell at once is shown once
};

} // namespace tokendesk
