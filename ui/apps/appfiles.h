// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QObject>

namespace tokendesk {

/// Registration files: one developer saves an app as a file, a colleague opens it, sees what it is and whom it talks
/// to, and only then is it saved.
class AppFiles : public QObject
{
    Q_OBJECT
public:
    AppFiles(Services &services, QWidget *window);

    /// Shows what is in the file, and asks.
    void open(const QString &path);
    /// Asks which file first.
    void choose();
    /// Asks where to, and writes it.
    void save(const QString &registrationId);
    /// Writes it there.
    void saveAs(const Registration &app, const QString &path);

signals:
    /// The person took it; it is saved.
    void added(const QString &registrationId);

protected:
    /// macOS hands files to the running program: as a filter of the application it opens them.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask(const Registration &app);
    void take(const Registration &app);
    void tellFailure(const QString &happened, const QString &todo, const Error &error);

    Services &m_services;
    QWidget *m_window;
};

} // namespace tokendesk
