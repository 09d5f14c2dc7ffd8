// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceerrors.h"
#include "practice/practicemessages.h"

#include <QDateTime>
#include <QHash>
#include <QPair>
#include <QSet>
#include <QStringList>
#include <expected>
#include <optional>

namespace tokendesk {

/// What an app asked the dialog for.
struct PracticeFacebookRequest
{
    QString appId;
    QString redirectUri;
    QString state;
    QStringList scopes;
    bool asksAgain = false; ///< auth_type=rerequest: also for what was declined before
    QDateTime at; ///< UTC
};

/// What a code stands for.
struct PracticeFacebookCode
{
    PracticeFacebookRequest request;
    quint64 person = 0;
    QStringList granted;
    QStringList declined;
    QList<quint64> pages; ///< ticked
    QDateTime at; ///< UTC
};

/// The browser's half of Facebook Login: dialog/oauth with scopes or a configuration, the person, the Pages, the code.
class PracticeFacebookDialog
{
public:
    /// GET dialog/oauth: the consent page, or a page that refuses without telling the app.
    PracticeReply page(const PracticeRequest &request, const QDateTime &now);
    /// POST dialog/oauth: back to the app with a code or with access_denied.
    PracticeReply decide(const PracticeRequest &request, const QDateTime &now);
    /// Back to the app with this error without asking the person.
    static PracticeReply refuseByRedirect(const PracticeRequest &request, const QString &error, const QString &reason,
                                          const QString &description);
    /// What this person allows of what is asked, as they filled in the consent page; nothing where it was not ours.
    std::optional<PracticeFacebookCode> consent(const PracticeRequest &request, const PracticeFacebookRequest &asked,
                                                const QDateTime &now);
    /// What the code stands for; it is used up by this.
    std::expected<PracticeFacebookCode, PracticeError> redeem(const PracticeRequest &request, const QDateTime &now);

private:
    QHash<QString, PracticeFacebookRequest> m_requests; ///< by the ticket of the page that shows it
    QHash<QString, PracticeFacebookCode> m_codes; ///< not yet redeemed
    QHash<QPair<QString, quint64>, QSet<QString>> m_declined; ///< by app and person: not asked again by itself
};

} // namespace tokendesk
