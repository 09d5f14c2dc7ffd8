// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/provider.h"

#include "provider/loopback.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

QString ApiCall::pathFor(const QString &professionalId) const
{
    const QString place = u"{account}"_s;
    if (path.contains(place) && professionalId.isEmpty())
        return {};
    return QString(path).replace(place, professionalId);
}

const Scope *Provider::scope(const QString &scopeId) const
{
    const auto found = std::ranges::find(scopes, scopeId, &Scope::id);
    return found == scopes.end() ? nullptr : &*found;
}

QStringList Provider::withDependencies(const QStringList &chosen) const
{
    QSet<QString> wanted;
    QStringList open = chosen;
    for (const Scope &each : scopes) {
        if (each.required)
            open.append(each.id);
    }
    while (!open.isEmpty()) {
        const Scope *next = scope(open.takeLast());
        if (!next || wanted.contains(next->id))
            continue;
        wanted.insert(next->id);
        open.append(next->needs);
    }
    QStringList ids;
    for (const Scope &each : scopes) {
        if (wanted.contains(each.id))
            ids.append(each.id);
    }
    return ids;
}

Provider Provider::onPort(quint16 port) const
{
    Provider moved = *this;
    Endpoints &urls = moved.endpoints;
    for (QUrl *url : {&urls.authorize, &urls.token, &urls.extend, &urls.renew, &urls.profile, &urls.permissions,
                      &urls.graph, &urls.revoke, &urls.introspect, &urls.deviceAuthorization, &urls.deviceStatus,
                      &moved.dashboard, &moved.withdraw}) {
        if (isLoopback(url->host()))
            url->setPort(port);
    }
    return moved;
}

} // namespace tokendesk
