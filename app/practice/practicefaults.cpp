// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicefaults.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr PracticeEndpoints anywhere = PracticeEndpoint::Authorize | PracticeEndpoint::Token | PracticeEndpoint::Extend
    | PracticeEndpoint::Renew | PracticeEndpoint::Me | PracticeEndpoint::Permissions | PracticeEndpoint::Pages
    | PracticeEndpoint::Businesses | PracticeEndpoint::Inspect | PracticeEndpoint::ServerToken
    | PracticeEndpoint::DeviceLogin | PracticeEndpoint::DeviceStatus | PracticeEndpoint::DevicePage
    | PracticeEndpoint::Broker | PracticeEndpoint::Batch | PracticeEndpoint::Quota | PracticeEndpoint::Content;
constexpr PracticeEndpoints grants = PracticeEndpoint::Token | PracticeEndpoint::Extend | PracticeEndpoint::Renew;

struct NamedFault
{
    QString name;
    PracticeEndpoints endpoints; // where it shows unless one is named
    FaultEffect effect;
};

QList<NamedFault> allFaults()
{
    QList<NamedFault> all{
        {u"hang"_s, anywhere, WireFault::Hang},
        {u"drip"_s, anywhere, WireFault::Drip},
        {u"reset"_s, anywhere, WireFault::Reset},
        {u"reset-after-request"_s, anywhere, WireFault::ResetAfterRequest},
        {u"garbage"_s, anywhere, WireFault::Garbage},
        {u"huge"_s, anywhere, WireFault::Huge},
        {u"truncated"_s, anywhere, WireFault::Truncated},
        {u"redirect307"_s, anywhere, ForeignAnswer::Redirect307},
        {u"html200"_s, anywhere, ForeignAnswer::Html200},
        {u"html503"_s, anywhere, ForeignAnswer::Html503},
        {u"empty"_s, anywhere, ForeignAnswer::Empty},
        {u"wrong-content-type"_s, anywhere, ForeignAnswer::WrongContentType},
        {u"denied"_s, PracticeEndpoint::Authorize,
         RedirectError{u"access_denied"_s, u"user_denied"_s, u"The user denied your request"_s}},
        {u"developer-role-redirect"_s, PracticeEndpoint::Authorize,
         RedirectError{u"access_denied"_s, u"user_denied"_s, u"Insufficient developer role"_s}},
        {u"server-error-redirect"_s, PracticeEndpoint::Authorize,
         RedirectError{u"server_error"_s, u"server_error"_s, u"Try again later"_s}},
        {u"data-list"_s, grants | PracticeEndpoint::Me, PracticeShape::DataList},
        {u"permissions-text"_s, PracticeEndpoint::Token, PracticeShape::PermissionsText},
        {u"user-id-text"_s, PracticeEndpoint::Token, PracticeShape::UserIdText},
        {u"no-permissions"_s, PracticeEndpoint::Token, PracticeShape::NoPermissions},
        {u"other-app"_s, PracticeEndpoint::Broker, PracticeShape::OtherApp},
        {u"no-page-tokens"_s, PracticeEndpoint::Pages, PracticeShape::NoPageTokens},
        {u"no-lifetime"_s, PracticeEndpoint::Extend | PracticeEndpoint::Renew, PracticeShape::NoLifetime},
    };
    for (const NamedPracticeError &each : namedPracticeErrors())
        all << NamedFault{each.name, each.endpoints, each.error};
    return all;
}

const QList<NamedFault> &knownFaults()
{
    static const QList<NamedFault> faults = allFaults();
    return faults;
}

struct NamedEndpoint
{
    QString name;
    PracticeEndpoint endpoint;
};

const QList<NamedEndpoint> &knownEndpoints()
{
    static const QList<NamedEndpoint> endpoints{
        {u"authorize"_s, PracticeEndpoint::Authorize},
        {u"token"_s, PracticeEndpoint::Token},
        {u"extend"_s, PracticeEndpoint::Extend},
        {u"renew"_s, PracticeEndpoint::Renew},
        {u"me"_s, PracticeEndpoint::Me},
        {u"permissions"_s, PracticeEndpoint::Permissions},
        {u"pages"_s, PracticeEndpoint::Pages},
        {u"businesses"_s, PracticeEndpoint::Businesses},
        {u"inspect"_s, PracticeEndpoint::Inspect},
        {u"server-token"_s, PracticeEndpoint::ServerToken},
        {u"device-login"_s, PracticeEndpoint::DeviceLogin},
        {u"device-status"_s, PracticeEndpoint::DeviceStatus},
        {u"device-page"_s, PracticeEndpoint::DevicePage},
        {u"broker"_s, PracticeEndpoint::Broker},
        {u"batch"_s, PracticeEndpoint::Batch},
        {u"quota"_s, PracticeEndpoint::Quota},
        {u"content"_s, PracticeEndpoint::Content},
    };
    return endpoints;
}

template <typename Named>
const Named *findByName(const QList<Named> &list, const QString &name)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const Named &each) { return each.name == name; });
    return found == list.end() ? nullptr : &*found;
}

template <typename Named>
QStringList namesOf(const QList<Named> &list)
{
    QStringList names;
    for (const Named &each : list)
        names << each.name;
    return names;
}

} // namespace

QStringList PracticeFaults::names()
{
    return namesOf(knownFaults());
}

QStringList PracticeFaults::endpointNames()
{
    return namesOf(knownEndpoints());
}

void PracticeFaults::inject(const Fault &fault)
{
    const NamedFault *known = findByName(knownFaults(), fault.name);
    const NamedEndpoint *endpoint = findByName(knownEndpoints(), fault.endpoint);
    if (!known || (!endpoint && !fault.endpoint.isEmpty()))
        return;
    m_pending.append({known->effect, endpoint ? PracticeEndpoints(endpoint->endpoint) : known->endpoints, fault.times});
}

PracticeFaults::Due PracticeFaults::take(PracticeEndpoint endpoint)
{
    Due due;
    for (Pending &pending : m_pending) {
        const auto *shape = std::get_if<PracticeShape>(&pending.effect);
        if (!(pending.endpoints & endpoint) || (!shape && due.trouble))
            continue;
        if (shape)
            due.shapes |= *shape;
        else
            due.trouble = pending.effect;
        pending.times -= pending.times > 0;
    }
    m_pending.removeIf([](const Pending &pending) { return pending.times == 0; });
    return due;
}

} // namespace tokendesk
