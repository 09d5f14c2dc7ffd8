// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QDialog>

class QListWidget;
class QListWidgetItem;
class QStackedWidget;

namespace tokendesk {

class AppDetails;
class AppFiles;

/// "Your apps": every saved app with what can be changed about it. Show it with open().
class AppsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AppsDialog(Services &services, QWidget *parent = nullptr);

    /// Shows that app.
    void choose(const QString &registrationId);

signals:
    /// Connect an account with a new app.
    void connectRequested();

private:
    QWidget *emptyPage();
    QWidget *foot(AppFiles *files);
    void fill();
    void fillRow(QListWidgetItem *row, const Registration &app);
    void showChosen();
    QString chosen() const;
    void askToDelete(const QString &registrationId);
    void refuseToDelete(const Registration &app);
    void remove(const QString &registrationId);

    Services &m_services;
    QListWidget *m_list;
    AppDetails *m_details;
    QStackedWidget *m_pages;
    QWidget *m_empty;
    QWidget *m_detailsArea;
};

} // namespace tokendesk
