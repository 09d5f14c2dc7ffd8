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
    bool claim();

signals:
    /// Somebody has started the program once more.
    void raiseRequested();
    /// The first one knows, or could not be reached within two seconds.
    void firstWasAsked();

private:
    void listen();
    void greet();
    void askFirst();
    void askAgain();

    const QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
    QLocalSocket m_toFirst;
    QDeadlineTimer m_patience;
};

} // namespace tokendesk
