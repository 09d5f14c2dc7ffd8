// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/wayreport.h"

#include "cli/commandline.h"
#include "graph/replies.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(WayReport)
};

QString sentenceFor(const Error &error)
{
    if (error.hint == ErrorHint::Portal)
        return Text::tr("Somebody else answered, such as the sign-in page of a guest network: sign in there in a "
                        "browser.");
    if (error.hint == ErrorHint::ProxySignIn)
        return Text::tr("The proxy %1 wants you to sign in: enter user and password in the window of TokenDesk, "
                        "under Preferences, Network.")
            .arg(error.message);
    if (error.hint == ErrorHint::ProxyPassword)
        return Text::tr("The proxy %1 did not take the user or the password: enter them again in the window of "
                        "TokenDesk, under Preferences, Network.")
            .arg(error.message);
    if (error.hint == ErrorHint::Proxy)
        return Text::tr("Nobody could be reached through the proxy %1.").arg(error.message);
    if (error.hint == ErrorHint::Authority)
        return Text::tr("The authority “%1” vouches for the connection and is not known here. Where it is your "
                        "company's own, choose its certificate in the window of TokenDesk, under Preferences, Network.")
            .arg(error.message);
    return {};
}

} // namespace

WayReport::WayReport(const Transport &transport)
{
    connect(&transport, &QNetworkAccessManager::finished, this, &WayReport::look);
}

void WayReport::look(QNetworkReply *reply)
{
    const std::optional<Error> error = Transport::trouble(*reply);
    const QString sentence = error ? sentenceFor(*error) : QString();
    if (!m_told && !sentence.isEmpty())
        complain(sentence);
    m_told = m_told || !sentence.isEmpty();
}

} // namespace tokendesk
