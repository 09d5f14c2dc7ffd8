// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser.h"

#include <QDesktopServices>
#include <QHostAddress>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tokendesk {

bool mayBeOpened(const QUrl &address)
{
    if (!address.isValid() || address.host().isEmpty() || !address.userInfo().isEmpty())
        return false;
    if (address.scheme() == "https"_L1)
        return true;
    const bool here = address.host() == "localhost"_L1 || QHostAddress(address.host()).isLoopback();
    return address.scheme() == "http"_L1 && here;
}

bool openInBrowser(const QUrl &address)
{
    return mayBeOpened(address) && QDesktopServices::openUrl(address);
}

} // namespace tokendesk
