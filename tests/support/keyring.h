// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace tokendesk {

/// The gnome-keyring of a test, in every state in which a person's may be. Only on a private bus (tests/with-keyring):
/// it ends the keyring it finds there and starts its own.
class Keyring
{
public:
    enum class State {
        Unlocked,
        Locked ///< nobody has given the password since it started; there is no prompt
    };

    /// Ends the keyring of the bus: from here on there is none until start().
    Keyring();
    ~Keyring();
    Q_DISABLE_COPY_MOVE(Keyring)

    /// A bus of the test's own, so that no person's keyring is ever touched?
    static bool isPossible();

    /// Waits until it answers; its items are those of the one before. False where it does not come up.
    bool start(State state = State::Unlocked);
    /// Ends it at once, in the middle of whatever it does.
    void kill();

    bool lock();
    bool unlock();

    /// Takes requests and answers none.
    void hang();
    void goOn();

    /// How many items it has whose key begins like this; -1 where it does not say.
    int count(const QString &keyPrefix) const;
    /// Somebody else's item: another program's, under that key.
    bool addForeign(const QString &key) const;

private:
    void launch(State state);

    QProcess m_daemon;
};

} // namespace tokendesk
