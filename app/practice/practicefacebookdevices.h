// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceerrors.h"
#include "practice/practicefacebookdialog.h"
#include "practice/practicemessages.h"

#include <QDateTime>
#include <QHash>
#include <QString>
#include <expected>
#include <optional>

namespace tokendesk {

/// Facebook's login for devices: device/login gives a code, a person types it on the page /device and agrees there, and
/// device/login_status tells the program what became of it.
class PracticeFacebookDevices
{
public:
    /// What an app shows itself with beside its id.
    static constexpr char clientToken[] = "feedc0de0123456789abcdeffeedc0de";

    /// POST device/login.
    PracticeReply start(const PracticeRequest &request, const QDateTime &now);
    /// GET and POST /device: where the code is typed, then the consent page.
    PracticeReply page(const PracticeRequest &request, PracticeFacebookDialog &dialog, const QDateTime &now);
    /// POST device/login_status: what was agreed to; it is used up by this.
    std::expected<PracticeFacebookCode, PracticeError> redeem(const PracticeRequest &request, const QDateTime &now);

private:
    struct Attempt
    {
        PracticeFacebookRequest asked{};
        QString userCode{};
        QDateTime at{}; ///< UTC
        QDateTime askedAt{}; ///< UTC; when the program asked last
        bool declined = false;
        std::optional<PracticeFacebookCode> consent{};
    };

    struct Page
    {
        QString code; ///< the program's
        QDateTime at; ///< UTC
    };

    PracticeReply showConsent(const PracticeRequest &request, const QDateTime &now);
    PracticeReply decide(const PracticeRequest &request, PracticeFacebookDialog &dialog, const QDateTime &now);

    QHash<QString, Attempt> m_attempts; ///< by the program's code
    QHash<QString, Page> m_pages; ///< consent pages that are open, by ticket
};

} // namespace tokendesk
