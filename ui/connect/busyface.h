// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tokendesk {

/// What is shown while the program itself is at work, or waits for the keychain.
class BusyFace : public QWidget
{
    Q_OBJECT
public:
    explicit BusyFace(QWidget *parent);

    void sayWorking(const QString &what);
    void sayWaitingForKeychain();

signals:
    void goOnWithoutKeychainRequested();

private:
    void say(const QString &heading, const QString &sentence);

    QLabel *m_heading;
    QLabel *m_sentence;
    QPushButton *m_without;
};

} // namespace tokendesk
