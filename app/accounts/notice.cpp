// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/notice.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int clearlyMore = 10; // percent

QLatin1StringView nameOf(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::WrongState:
        return "WrongState"_L1;
    case Notice::Kind::ForeignPage:
        return "ForeignPage"_L1;
    case Notice::Kind::Knocks:
        return "Knocks"_L1;
    case Notice::Kind::OtherUser:
        return "OtherUser"_L1;
    case Notice::Kind::OtherApp:
        return "OtherApp"_L1;
    case Notice::Kind::PermissionGone:
        return "PermissionGone"_L1;
    case Notice::Kind::ForeignCalls:
        return "ForeignCalls"_L1;
    case Notice::Kind::SecretOld:
        return "SecretOld"_L1;
    case Notice::Kind::TokenOld:
        return "TokenOld"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

QString toDetail(const Notice &notice)
{
    const QString name(nameOf(notice.kind));
    return notice.what.isEmpty() ? name : name + ": "_L1 + notice.what;
}

std::optional<Notice> noticeFrom(const Event &event)
{
    if (event.kind != Event::Kind::Noticed)
        return {};
    const QString name = event.detail.section(": "_L1, 0, 0);
    for (int value = 0; value <= int(Notice::lastKind); ++value) {
        if (name == nameOf(Notice::Kind(value)))
            return Notice{Notice::Kind(value), event.accountId, event.detail.section(": "_L1, 1)};
    }
    return {};
}

QStringList vanishedPermissions(const Account &before, const Account &now)
{
    QStringList gone;
    if (!before.grantedKnown || !now.grantedKnown)
        return gone;
    for (const QString &scope : before.grantedScopes) {
        if (!now.grantedScopes.contains(scope))
            gone.append(scope);
    }
    return gone;
}

bool areForeignCalls(int before, int now, int ownCalls)
{
    return now - before > ownCalls + clearlyMore;
}

bool isOverdue(const QDateTime &since, int days, const QDateTime &now)
{
    return days > 0 && since.isValid() && since.addDays(days) <= now;
}

} // namespace tokendesk
