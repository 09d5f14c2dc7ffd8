// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/examination.h"

#include "accounts/adoption.h"
#include "desktop/certificatetrust.h"
#include "graph/errorcatalogue.h"
#include "signin/exclusivelisten.h"
#include "signin/redirect.h"

#include <QFile>
#include <QSslSocket>
#include <QSysInfo>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr auto patience = 30s; // it may be asking the person

/// Whom it is about where nobody says.
const QString usualProvider = QStringLiteral("instagram");

bool canListen(const RedirectAddress &address)
{
    QTcpServer door;
    const QHostAddress host = address.host == "::1"_L1 ? QHostAddress::LocalHostIPv6 : QHostAddress::LocalHost;
    return listenExclusively(door, host, address.port) == Listening::Yes;
}

} // namespace

Examination::Examination(const Place &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_patience(place.clock)
{
    connect(&m_patience, &Deadline::passed, this, &Examination::keychainIsSilent);
    recognise();
}

Examination::~Examination() = default;

// -- what it is about

void Examination::chooseAccount(const QString &id)
{
    cancel();
    m_account = m_place.accounts.find(id);
    recognise();
    emit changed();
}

void Examination::takePaste(const Secret &text)
{
    cancel();
    m_symptom = readSymptom(text.view());
    recognise();
    emit changed();
}

void Examination::forget()
{
    cancel();
    m_account.reset();
    m_symptom = {};
    recognise();
    emit changed();
}

/// A token says itself where it belongs; an error is of whom the account is, or else of the app that is set up.
void Examination::recognise()
{
    m_findings.clear();
    m_facts = {};
    m_answer.reset();
    m_unready.reset();
    const Catalog &catalog = m_place.catalog;
    const Provider *ofToken = providerOf(m_symptom.token, catalog, m_place.accounts.registrations());
    const auto app = m_place.accounts.lastRegistration();
    const QString otherwise = m_account ? m_account->providerId : app ? app->providerId : usualProvider;
    const Provider *found = ofToken ? ofToken : catalog.description(otherwise);
    m_provider = found ? *found : Provider();
    m_facts.host = m_provider.endpoints.profile.host();
    const bool isOther = m_symptom.token.finding == PasteFinding::Token; // then the account's own says nothing of it
    if (m_account && !isOther && (!ofToken || ofToken->id == m_account->providerId))
        takeAccount();
}

void Examination::takeAccount()
{
    const auto app = m_place.accounts.registration(m_account->registrationId);
    m_facts.whose = m_account->displayName();
    m_facts.app = app ? app->name : QString();
    m_facts.issued = m_account->issuedAt;
    m_facts.expires = m_account->expiresAt;
    m_facts.neverExpires = m_account->tokenKind == TokenKind::NoExpiry;
    m_facts.dataAccessEnds = m_account->dataAccessExpiresAt;
    m_facts.permissions = m_account->grantedScopes;
    m_facts.permissionsKnown = m_account->grantedKnown;
    const bool isOver = m_facts.expires.isValid() && m_facts.expires <= m_place.clock.now();
    if (m_account->refused || m_account->custody == Custody::Gone || isOver || isAccessOver())
        m_facts.usable = Usable::No;
}

const Finding *Examination::finding(Check check) const
{
    const auto found = std::ranges::find(m_findings, check, &Finding::check);
    return found == m_findings.end() ? nullptr : &*found;
}

bool Examination::needsSomebody() const
{
    const PasteFinding pasted = m_symptom.token.finding;
    const bool isFine
        = pasted == PasteFinding::Empty || pasted == PasteFinding::Token || pasted == PasteFinding::NoToken;
    const bool isBad = std::ranges::any_of(m_findings, [](const Finding &one) { return one.health == Health::Bad; });
    return m_symptom.error || m_symptom.isUnknown || !isFine || isBad || m_facts.usable == Usable::No;
}

bool Examination::isAccessOver() const
{
    return m_facts.dataAccessEnds.isValid() && m_facts.dataAccessEnds <= m_place.clock.now();
}

// -- one check after the other

void Examination::start()
{
    cancel();
    if (m_account)
        m_account = m_place.accounts.find(m_account->id); // it may have been renewed, or removed
    recognise();
    const Result<Provider> ready = m_place.catalog.provider(m_provider.id);
    if (ready)
        m_provider = *ready;
    else
        m_unready = ready.error();
    m_running = Check::Keychain;
    m_step = std::make_unique<QObject>();
    QMetaObject::invokeMethod(m_step.get(), [this] { next(); }, Qt::QueuedConnection);
    emit changed();
}

void Examination::cancel()
{
    m_step.reset();
    m_patience.stop();
    m_running.reset();
}

void Examination::next()
{
    m_step = std::make_unique<QObject>();
    const int index = int(m_findings.size());
    if (index >= checkCount) {
        cancel();
        emit changed();
        emit finished();
        return;
    }
    m_running = Check(index);
    emit changed();
    if (m_step && m_running) // nobody has cancelled it
        begin(*m_running);
}

void Examination::begin(Check check)
{
    switch (check) {
    case Check::Keychain:
        m_patience.start(patience);
        return m_place.keychain.probe(m_step.get(), answer(&Examination::probed));
    case Check::Proxy:
        return askProvider();
    case Check::Dns:
        return lookUp();
    case Check::Tls:
        return note(tlsFinding());
    case Check::Reachable:
        return note(reachFinding());
    case Check::ClockSkew:
        return note(clockFinding());
    case Check::Token:
        return checkToken();
    case Check::Permissions:
        return checkPermissions();
    case Check::RedirectPort:
        return note(portFinding());
    case Check::Certificate:
        return note(certificateFinding());
    case Check::Versions:
        return note({.check = Check::Versions,
                     .health = Health::Good,
                     .detail = u"TokenDesk %1, Qt %2, %3, %4"_s.arg(
                         QStringLiteral(TOKENDESK_VERSION), QString::fromLatin1(qVersion()),
                         QSslSocket::sslLibraryVersionString(), QSysInfo::prettyProductName())});
    }
    Q_UNREACHABLE();
}

/// The next one is begun later, so that the step that is at work may end.
void Examination::note(Finding finding)
{
    m_patience.stop();
    m_findings.append(std::move(finding));
    QMetaObject::invokeMethod(m_step.get(), [this] { next(); }, Qt::QueuedConnection);
}

// -- this computer

void Examination::probed(Result<void> result)
{
    if (result)
        return note({.check = Check::Keychain, .health = Health::Good});
    note({.check = Check::Keychain, .health = Health::Bad, .error = result.error()});
}

void Examination::keychainIsSilent()
{
    m_step = std::make_unique<QObject>(); // its answer counts no more
    note({.check = Check::Keychain,
          .health = Health::Bad,
          .error = Error{.kind = ErrorKind::KeychainUnavailable, .what = u"The keychain does not answer"_s}});
}

Finding Examination::portFinding() const
{
    QStringList addresses = m_provider.redirectAddresses;
    const auto app = m_account ? m_place.accounts.registration(m_account->registrationId) : std::nullopt;
    if (app && !app->redirectAddresses.isEmpty())
        addresses = app->redirectAddresses;
    QStringList ports;
    for (const QString &text : std::as_const(addresses)) {
        const Result<RedirectAddress> address = readRedirectAddress(text);
        if (address && canListen(*address))
            return {.check = Check::RedirectPort, .health = Health::Good, .detail = QString::number(address->port)};
        if (address)
            ports.append(QString::number(address->port));
    }
    if (ports.isEmpty())
        return {.check = Check::RedirectPort, .health = Health::NotNeeded};
    return {.check = Check::RedirectPort,
            .health = Health::Bad,
            .detail = ports.join(u", "_s),
            .error = Error{.kind = ErrorKind::PortTaken, .what = u"Another program has them all"_s}};
}

/// One that is not there yet is not made for this.
Finding Examination::certificateFinding() const
{
    const auto isSecure = [](const QString &address) { return address.startsWith("https://localhost"_L1); };
    Finding finding{.check = Check::Certificate, .health = Health::NotNeeded};
    const bool isMade = QFile::exists(m_place.certificates.folder() + "/localhost.pem"_L1);
    if (!isMade || std::ranges::none_of(m_provider.redirectAddresses, isSecure))
        return finding;
    const Result<LoopbackCertificate> own = m_place.certificates.certificate();
    if (!own) {
        finding.health = Health::Bad;
        finding.error = own.error();
        return finding;
    }
    const CertificateTrust trust(m_place.desktop, m_place.certificates.folder());
    finding.health = trust.state(own->certificate) == Trusted::Yes ? Health::Good : Health::Note;
    return finding;
}

} // namespace tokendesk
