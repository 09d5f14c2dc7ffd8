// SPDX-License-Identifier: GPL-3.0-or-later
#include "servertext.h"

#include <QCoreApplication>

namespace tokendesk {

namespace {

class ServerText
{
    Q_DECLARE_TR_FUNCTIONS(tokendesk::ServerText)
};

QString lifeOf(const Account &account, SecretState secret)
{
    if (!account.expiresAt.isValid())
        return ServerText::tr("It has no end.");
    return secret == SecretState::AtHand
        ? ServerText::tr("TokenDesk renews it with the app secret; the earlier one works on to its own end.")
        : ServerText::tr(
              "It is not renewed, since that takes the app secret: keep the secret in “Your apps”, or make a "
              "new token before this one ends.");
}

} // namespace

QString describeServerToken(const Account &account, SecretState secret)
{
    if (account.accountType == facebookAppItself)
        return ServerText::tr(
            "It speaks for the app itself: a server looks at the app's settings and at its tokens with "
            "it. It reaches no account, no Page and nothing at Instagram. It has no end; only a new "
            "app secret ends it, so guard it like the secret.");
    if (account.accountType != facebookServer)
        return {};
    //: What it can do. How long it lives.
    return ServerText::tr("%1 %2").arg(
        ServerText::tr(
            "It speaks for a system user of a business portfolio and for no person: it reaches the Pages and "
            "Instagram accounts that were assigned to that user, whoever leaves or changes a password. It "
            "cannot sign in anywhere, and reaches nothing else."),
        lifeOf(account, secret));
}

} // namespace tokendesk
