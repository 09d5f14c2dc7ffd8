// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "accounts/steps.h"
#include "base/deadline.h"
#include "base/settings.h"
#include "desktop/certificatetrust.h"
#include "desktop/desktop.h"

#include <QObject>
#include <memory>

namespace tokendesk {

/// What this program leaves on a computer.
enum class Trace {
    OtherPrograms, ///< another TokenDesk is at work, and would write again what is removed
    Keychain,
    Schedule,
    Autostart,
    Trust, ///< the browsers' trust in the sign-in page
    Files,
};

/// What is still there, and where, as people write it.
struct Remnant
{
    Trace trace = Trace::Files;
    QString place{};
    Error why{};

    bool operator==(const Remnant &other) const { return trace == other.trace && place == other.place; }
};

/// "Forget everything": removes whatever this program has put on the computer for this user. Looks whether the keychain
/// answers and whether another TokenDesk is at work, before anything is changed → schedule → start at login → browsers'
/// trust → every item of the keychain, orphans included → files and settings, last, since they know of the items.
/// Nothing is revoked at a provider by it. What cannot be removed is told and can be tried again. Files that are not
/// ours stay, and the folder with them.
class Forgetting : public QObject
{
    Q_OBJECT
public:
    enum class Asker { Window, CommandLine };
    enum class Reach {
        Everything,
        AllButKeychain, ///< where there is none that answers: its items stay, if there are any
    };
    /// What it works on; all outlives it.
    struct Place
    {
        Accounts *accounts; ///< null where the database cannot be opened
        Keychain &keychain;
        Settings &settings;
        const Clock &clock;
        Desktop desktop;
        QString data; ///< the program's data folder
        Asker asker = Asker::Window;
    };

    explicit Forgetting(const Place &place, QObject *parent = nullptr);

    /// Also once more after finished().
    void start(Reach reach = Reach::Everything);
    /// Has anything been removed? Then the program is to end.
    bool hasBegun() const { return m_begun; }

signals:
    /// What is left; nothing where all is gone. Later than start().
    void finished(const QList<tokendesk::Remnant> &left);

private:
    void probed(Result<void> result);
    void removeSchedule();
    void scheduleRemoved(Result<void> result);
    void removeTrust();
    void trustRemoved(TrustOutcome outcome);
    void clearKeychain();
    void cleared(Result<void> result);
    void removeFiles();
    void end();

    void askKeychain();
    void keychainIsSilent();
    void leave(Trace trace, const QString &place, const Error &why);
    QString otherProgram() const;

    Place m_place;
    CertificateTrust m_trust;
    Reach m_reach = Reach::Everything;
    bool m_begun = false;
    QStringList m_items; ///< of the keychain, as far as they are known
    Deadline m_patience; ///< with the keychain
    std::unique_ptr<QObject> m_asking; ///< context of what the keychain is asked
    QList<Remnant> m_left;
};

} // namespace tokendesk
