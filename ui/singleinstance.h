// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QObject>

namespace tokendesk {

/// One window for each user and data folder: a second start brings the first one to the front and ends. The lock of a
/// program that was killed counts no more.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    /// `folder` is the program's data folder.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);

    /// Is this the first? Otherwise the first one is asked to come forward, and firstWasAsked() tells when that is
    /// done. Where no lock can be made (a read-only disk) every start is the first.
    /// A file that this start was to open goes to the first one.
    bool claim(const QString &file = {});

signals:
    /// Somebody has started the program once more.
    void raiseRequested();
    /// That start was to open this file. Any program of this user can say so: show it before it is used.
    void fileRequested(const QString &path);
    /// The first one knows, or could not be reached within two seconds.
    void firstWasAsked();

private:
    void listen();
    void greet();
    void hear(QLocalSocket *socket);
    void askFirst();
    void askAgain();

    const QString m_name;
    QString m_file;
    QLockFile m_lock;
    QLocalServer m_server;
    QLocalSocket m_toFirst;
    QDeadlineTimer m_patience;
};

} // namespace tokendesk
