// SPDX-License-Identifier: GPL-3.0-or-later
#include "networktext.h"

#include <QCoreApplication>

namespace tokendesk {

namespace {

class NetworkText
{
    Q_DECLARE_TR_FUNCTIONS(NetworkText)
};

QString you()
{
    return NetworkText::tr("You can do this.");
}

QString youOrNetwork()
{
    return NetworkText::tr("You, or who looks after your network, can do this.");
}

ErrorText unreached(const Error &error, const QString &provider)
{
    return {NetworkText::tr("%1 could not be reached through the proxy %2.").arg(provider, error.message),
            NetworkText::tr("Either the proxy is not there, or it does not let TokenDesk through to %1. Look at "
                            "Preferences, Network, or ask who looks after your network.")
                .arg(provider),
            youOrNetwork(),
            {}};
}

ErrorText unknownAuthority(const Error &error, const QString &provider)
{
    return {NetworkText::tr("The connection to %1 is vouched for by “%2”, which this computer does not know.")
                .arg(provider, error.message),
            NetworkText::tr("Nothing was sent. Where that is your company's own authority, get its certificate from "
                            "who looks after your network and choose it in Preferences, Network. In a hotel or on a "
                            "train, sign in to the network in your browser first."),
            youOrNetwork(),
            {}};
}

} // namespace

bool isOfNetwork(const Error &error)
{
    return wantsProxySignIn(error) || error.hint == ErrorHint::Proxy || error.hint == ErrorHint::Authority;
}

bool wantsProxySignIn(const Error &error)
{
    return error.hint == ErrorHint::ProxySignIn || error.hint == ErrorHint::ProxyPassword;
}

std::optional<ErrorText> describeWay(const Error &error, const QString &provider)
{
    if (error.hint == ErrorHint::Portal)
        return ErrorText{NetworkText::tr("Something between this computer and %1 answered in its place.").arg(provider),
                         NetworkText::tr("Most often that is the sign-in page of a hotel's, train's or guest network: "
                                         "open any page in your browser, sign in there, then try again. It can be a "
                                         "company's proxy as well."),
                         you(),
                         {}};
    if (!isOfNetwork(error))
        return {};
    if (error.hint == ErrorHint::Authority)
        return unknownAuthority(error, provider);
    if (error.hint == ErrorHint::ProxySignIn)
        return ErrorText{NetworkText::tr("The proxy %1 wants you to sign in.").arg(error.message),
                         NetworkText::tr("Enter the user and the password that your company gave you for it."),
                         you(),
                         {}};
    if (error.hint == ErrorHint::ProxyPassword)
        return ErrorText{NetworkText::tr("The proxy %1 did not take the user or the password.").arg(error.message),
                         NetworkText::tr("Enter them again. They often are those you log in to your computer with."),
                         you(),
                         {}};
    return unreached(error, provider);
}

} // namespace tokendesk
