// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way to the provider. One request without a token tells four things.
#include "doctor/examination.h"

#include <QHostAddress>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qint64 mostSkew = 300; ///< seconds; more and times in the window are wrong, and TLS may be

bool isOfProxy(const Error &error)
{
    return error.hint == ErrorHint::Proxy || error.hint == ErrorHint::ProxySignIn
        || error.hint == ErrorHint::ProxyPassword;
}

/// An address that answers a request without a token itself, and never by leading elsewhere.
QUrl addressOf(const Provider &provider)
{
    return provider.endpoints.profile.isEmpty() ? provider.endpoints.token : provider.endpoints.profile;
}

} // namespace

void Examination::askProvider()
{
    if (m_unready)
        return note({.check = Check::Proxy, .health = Health::Unknown});
    m_transport.clearConnectionCache(); // what was let through before says nothing
    m_transport.get(addressOf(m_provider), largestAnswer, m_step.get(), answer(&Examination::providerAnswered));
}

void Examination::providerAnswered(Result<Answer> answer)
{
    m_answer = std::move(answer);
    note(proxyFinding());
}

Finding Examination::proxyFinding() const
{
    Finding finding{.check = Check::Proxy, .health = Health::Good};
    finding.detail = m_transport.proxyFor(addressOf(m_provider).host());
    if (!*m_answer && isOfProxy(m_answer->error())) {
        finding.health = Health::Bad;
        finding.error = m_answer->error();
    }
    return finding;
}

/// A proxy looks names up itself, and an address is none.
void Examination::lookUp()
{
    const QString host = addressOf(m_provider).host();
    if (m_unready || !m_transport.proxyFor(host).isEmpty() || !QHostAddress(host).isNull())
        return note({.check = Check::Dns, .health = Health::NotNeeded});
    QHostInfo::lookupHost(host, m_step.get(), [this](const QHostInfo &info) { lookedUp(info); });
}

void Examination::lookedUp(const QHostInfo &info)
{
    Finding finding{.check = Check::Dns, .health = Health::Good, .detail = info.hostName()};
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
        finding.health = Health::Bad;
        finding.error = Error{.kind = ErrorKind::Offline, .what = u"The name was not found"_s};
    }
    note(finding);
}

Finding Examination::tlsFinding() const
{
    Finding finding{.check = Check::Tls, .health = Health::Unknown};
    if (addressOf(m_provider).scheme() != "https"_L1)
        finding.health = Health::NotNeeded;
    else if (m_answer && *m_answer)
        finding.health = Health::Good;
    else if (m_answer && m_answer->error().kind == ErrorKind::Insecure) {
        finding.health = Health::Bad;
        finding.error = m_answer->error();
    }
    return finding;
}

Finding Examination::reachFinding() const
{
    Finding finding{.check = Check::Reachable, .health = Health::Good, .detail = addressOf(m_provider).host()};
    if (m_unready)
        finding.error = m_unready;
    else if (!*m_answer)
        finding.error = m_answer->error();
    else if (isForeign(**m_answer) || (*m_answer)->status >= 500)
        finding.error = readError(**m_answer);
    if (finding.error)
        finding.health = Health::Bad;
    return finding;
}

Finding Examination::clockFinding() const
{
    Finding finding{.check = Check::ClockSkew, .health = Health::Unknown};
    const QDateTime there = m_answer && *m_answer ? (*m_answer)->date("Date") : QDateTime();
    if (!there.isValid() || isForeign(**m_answer))
        return finding;
    finding.seconds = m_place.clock.now().secsTo(there);
    finding.health = std::abs(finding.seconds) > mostSkew ? Health::Bad : Health::Good;
    return finding;
}

} // namespace tokendesk
