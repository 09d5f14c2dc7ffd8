// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>

namespace tokendesk {

/// On whose account a call is made, and how pressing it is. Without a provider nothing is known of its app, and it goes
/// out at once.
struct CallOrigin
{
    enum class Urgency {
        Person, ///< somebody clicked and waits
        Background,
    };

    QString providerId{};
    QString registrationId{}; ///< with the provider this is the app; empty at Practice
    QString accountId{}; ///< empty for none
    Urgency urgency = Urgency::Person;
    /// So long it may wait for its app to be taken again; then it ends as RateLimited, unasked.
    std::chrono::seconds patience{0};
    /// A profile or permissions that were read so long ago do as well; 0 always asks.
    std::chrono::seconds maximumAge{0};

    /// The app, as it is told from others.
    QString app() const { return providerId + u'/' + registrationId; }
};

} // namespace tokendesk
