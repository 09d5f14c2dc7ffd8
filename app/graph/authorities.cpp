// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/authorities.h"

#include "base/printable.h"

#include <QDateTime>
#include <QSslCertificateExtension>
#include <QSslConfiguration>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

bool isAuthority(const QSslCertificate &certificate)
{
    const QList<QSslCertificateExtension> extensions = certificate.extensions();
    return std::ranges::any_of(extensions, [](const QSslCertificateExtension &extension) {
        return extension.name() == "basicConstraints"_L1 && extension.value().toMap().value(u"ca"_s).toBool();
    });
}

/// The first of the names that is there; what would turn or break a line is dropped.
QString shown(const QStringList &common, const QStringList &organization)
{
    QString text = !common.isEmpty() ? common.first() : organization.value(0);
    text.removeIf(isDeceptive);
    return text.simplified().left(100);
}

} // namespace

std::expected<QList<QSslCertificate>, AuthorityFault> readAuthorities(const QByteArray &file, const QDateTime &now)
{
    if (file.size() > largestAuthorityFile)
        return std::unexpected(AuthorityFault::TooLarge);
    QList<QSslCertificate> found = QSslCertificate::fromData(file, QSsl::Pem);
    if (found.isEmpty())
        found = QSslCertificate::fromData(file, QSsl::Der);
    found.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    if (found.isEmpty())
        return std::unexpected(AuthorityFault::NoCertificate);
    if (!std::ranges::all_of(found, isAuthority))
        return std::unexpected(AuthorityFault::NoAuthority);
    const auto isCurrent = [&now](const QSslCertificate &certificate) {
        return certificate.effectiveDate() <= now && certificate.expiryDate() > now;
    };
    if (!std::ranges::all_of(found, isCurrent))
        return std::unexpected(AuthorityFault::Ended);
    return found;
}

void trustAlso(const QList<QSslCertificate> &authorities)
{
    // Qt's own place for it, as for the proxy. It reads the system's authorities as they are needed only as long as
    // none is named.
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + authorities);
    QSslConfiguration::setDefaultConfiguration(tls);
}

QString subjectOf(const QSslCertificate &certificate)
{
    return shown(certificate.subjectInfo(QSslCertificate::CommonName),
                 certificate.subjectInfo(QSslCertificate::Organization));
}

QString issuerOf(const QSslCertificate &certificate)
{
    return shown(certificate.issuerInfo(QSslCertificate::CommonName),
                 certificate.issuerInfo(QSslCertificate::Organization));
}

} // namespace tokendesk
