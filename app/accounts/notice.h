// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <optional>

namespace tokendesk {

/// Something that a careful owner would want to know, and that is no failure. Goes on record as an event.
struct Notice
{
    enum class Kind {
        WrongState, ///< a redirect with a state that is not the sign-in's
        ForeignPage, ///< a page of somebody else sent the browser to the redirect address
        Knocks, ///< something knocked at the redirect port again and again; `what` is how often
        OtherUser, ///< the token answers for somebody else than it was issued for; `what` is whom
        OtherApp, ///< the token is of another app than it was issued for; `what` is which, by name and id
        PermissionGone, ///< the provider does not list a permission any more; `what` is which
        ForeignCalls, ///< the app's allowance is used up by calls that are not this program's; `what` is the percentage
        SecretOld, ///< older than the owner's rotation period; `what` is the app's name
        TokenOld,
    };
    static constexpr Kind lastKind = Kind::TokenOld;

    Kind kind = Kind::WrongState;
    QString accountId{}; ///< empty where it concerns none
    QString what{}; ///< plain data; never a secret

    bool operator==(const Notice &other) const = default;
};

/// As an event of Event::Kind::Noticed has it.
QString toDetail(const Notice &notice);
/// What an event of that kind says; nothing where it is of another, or of a later version.
std::optional<Notice> noticeFrom(const Event &event);

/// So many knocks at a redirect port are no accident any more.
constexpr int manyKnocks = 5;

/// Permissions that were granted and are not any more; none where either list is not known.
QStringList vanishedPermissions(const Account &before, const Account &now);

/// Does an app's allowance rise by more than this program's own calls can be the reason for? `before` and `now` are
/// percentages of the calls in an hour, as the provider tells them; `ownCalls` were made between. One call is at most
/// one percent of the smallest allowance there is (Meta, rate limiting: 200 in an hour for each user).
bool areForeignCalls(int before, int now, int ownCalls);

/// Has something been kept for longer than the owner's rotation period? 0 days is off; an invalid instant is not known.
bool isOverdue(const QDateTime &since, int days, const QDateTime &now);

} // namespace tokendesk
