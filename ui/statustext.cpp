// SPDX-License-Identifier: GPL-3.0-or-later
#include "statustext.h"

#include "base/timetext.h"
#include "style.h"

#include <QCoreApplication>
#include <QPainter>

namespace tokendesk {

namespace {

class StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(tokendesk::StatusWords)
};

QString wordOf(Status status)
{
    switch (status) {
    case Status::Working:
        return StatusWords::tr("Working");
    case Status::Renewing:
        return StatusWords::tr("Renewing");
    case Status::Retrying:
        return StatusWords::tr("Retrying");
    case Status::NeedsYou:
        return StatusWords::tr("Needs you");
    case Status::Expired:
        return StatusWords::tr("Expired");
    case Status::Revoked:
        return StatusWords::tr("Revoked");
    case Status::NotSaved:
        return StatusWords::tr("Not saved");
    }
    Q_UNREACHABLE();
}

/// Why only a new sign-in helps.
QString reasonOf(ErrorHint why)
{
    switch (why) {
    case ErrorHint::PasswordChanged:
        return StatusWords::tr("password changed");
    case ErrorHint::AppRemoved:
        return StatusWords::tr("access was withdrawn");
    case ErrorHint::Checkpoint:
        return StatusWords::tr("a security check is wanted");
    case ErrorHint::Expired:
        return StatusWords::tr("the token ran out");
    case ErrorHint::AccessEnded:
        return StatusWords::tr("confirm access to the data");
    case ErrorHint::None:
    case ErrorHint::AppId:
    case ErrorHint::AppSecret:
    case ErrorHint::RedirectAddress:
    case ErrorHint::Scopes:
    case ErrorHint::Role:
    case ErrorHint::CodeUsed:
    case ErrorHint::WrongHost:
    case ErrorHint::Permission:
    case ErrorHint::Damaged:
    case ErrorHint::NewerVersion:
    case ErrorHint::DiskFull:
    case ErrorHint::PageMissing:
    case ErrorHint::OtherIssuer:
    case ErrorHint::Proxy:
    case ErrorHint::ProxySignIn:
    case ErrorHint::ProxyPassword:
    case ErrorHint::Authority:
    case ErrorHint::Portal:
    case ErrorHint::OtherUser:
    case ErrorHint::ClientToken:
    case ErrorHint::ForeignHost:
    case ErrorHint::OtherProvider:
    case ErrorHint::RetiredWay:
    case ErrorHint::SecretElsewhere:
        break;
    }
    return StatusWords::tr("sign in again");
}

QString reasonOf(const AccountStatus &status, const QDateTime &now)
{
    switch (status.detail) {
    case StatusDetail::None:
        return {};
    case StatusDetail::RenewsOn:
        return StatusWords::tr("renews on %1").arg(shortDate(status.when, now));
    case StatusDetail::OneHourOnly:
        return StatusWords::tr("one hour only");
    case StatusDetail::ExpiryUnknown:
        return StatusWords::tr("expiry unknown");
    case StatusDetail::Until:
        return StatusWords::tr("until %1").arg(shortDate(status.when, now));
    case StatusDetail::NoExpiryDate:
        return StatusWords::tr("no expiry date");
    case StatusDetail::AccessUntil:
        return StatusWords::tr("confirm access by %1").arg(shortDate(status.when, now));
    case StatusDetail::UnlockKeychain:
        return StatusWords::tr("unlock your keychain");
    case StatusDetail::SignInAgain:
        return reasonOf(status.why);
    case StatusDetail::RenewalFails:
        return StatusWords::tr("renewing keeps failing");
    case StatusDetail::AccountsUnwritable:
        return StatusWords::tr("the accounts cannot be written");
    case StatusDetail::RevocationPending:
        return StatusWords::tr("not revoked yet");
    }
    Q_UNREACHABLE();
}

bool tellsTimeLeft(const AccountStatus &status)
{
    switch (status.status) {
    case Status::Working:
        return status.detail == StatusDetail::RenewsOn || status.detail == StatusDetail::Until;
    case Status::Retrying:
        return status.detail != StatusDetail::RevocationPending;
    case Status::Renewing:
    case Status::NotSaved:
        return true;
    case Status::NeedsYou:
    case Status::Expired:
    case Status::Revoked:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

Mood moodOf(const AccountStatus &status)
{
    switch (status.status) {
    case Status::Working:
        return status.detail == StatusDetail::OneHourOnly || status.detail == StatusDetail::AccessUntil ? Mood::Warning
                                                                                                        : Mood::Good;
    case Status::Renewing:
        return Mood::Good;
    case Status::Retrying:
    case Status::NeedsYou:
    case Status::NotSaved:
        return Mood::Warning;
    case Status::Expired:
    case Status::Revoked:
        return Mood::Trouble;
    }
    Q_UNREACHABLE();
}

StatusText describe(const AccountStatus &status, const Account &account, const QDateTime &now)
{
    StatusText text;
    text.mood = moodOf(status);
    text.word = wordOf(status.status);
    text.reason = reasonOf(status, now);
    //: Status word, what stands behind it
    text.sentence = text.reason.isEmpty() ? text.word : StatusWords::tr("%1, %2").arg(text.word, text.reason);
    const bool tellsTime = account.expiresAt.isValid() && tellsTimeLeft(status);
    text.detail = tellsTime ? timeLeft(account.expiresAt, now) : text.reason;
    return text;
}

QColor inkOf(Mood mood, const Colours &colours)
{
    switch (mood) {
    case Mood::Good:
        return colours.good;
    case Mood::Warning:
        return colours.warning;
    case Mood::Trouble:
        return colours.trouble;
    }
    Q_UNREACHABLE();
}

QColor tintOf(Mood mood, const Colours &colours)
{
    switch (mood) {
    case Mood::Good:
        return colours.goodTint;
    case Mood::Warning:
        return colours.warningTint;
    case Mood::Trouble:
        return colours.troubleTint;
    }
    Q_UNREACHABLE();
}

void paintShape(QPainter &painter, Mood mood, const QPointF &centre, double size, const QColor &ink)
{
    const double half = size / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.translate(centre);
    switch (mood) {
    case Mood::Good:
        painter.drawEllipse(QPointF(), half, half);
        break;
    case Mood::Warning:
        painter.rotate(45);
        painter.drawRoundedRect(QRectF(-half * 0.9, -half * 0.9, size * 0.9, size * 0.9), 1, 1);
        break;
    case Mood::Trouble:
        painter.drawRoundedRect(QRectF(-half * 0.9, -half * 0.9, size * 0.9, size * 0.9), 1, 1);
        break;
    }
    painter.restore();
}

} // namespace tokendesk
