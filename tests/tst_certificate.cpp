// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/certificate.h"
#include "support/manualclock.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSslCertificateExtension>
#include <QSslConfiguration>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

class CertificateTest : public QObject
{
    Q_OBJECT
private slots:
    void isForThisComputerOnly();
    void isKept();
    void isReadByItsOwnerAlone();
    void isMadeAnewBeforeItEnds();
    void isMadeAnewWhenTheClockWentBack();
    void isMadeAnewWhenDamaged();
    void isMadeAnewWhenOthersCouldReadIt();
    void symbolicLinkIsRefused();
    void unwritableFolderIsAStorageError();
    void passesOpenSsl();

private:
    LoopbackCertificate make() const;
    QString file() const { return m_folder.filePath(u"made/localhost.pem"_s); }
    QString folder() const { return m_folder.filePath(u"made"_s); }
    QByteArray content() const;
    void write(const QByteArray &bytes) const;

    QTemporaryDir m_folder{};
    mutable ManualClock m_clock{QDateTime::fromString(u"2026-11-23T12:00:00Z"_s, Qt::ISODate)};
};

LoopbackCertificate CertificateTest::make() const
{
    auto made = CertificateStore(folder(), m_clock).certificate();
    return made ? *made : LoopbackCertificate{QSslCertificate(), QSslKey()};
}

QByteArray CertificateTest::content() const
{
    QFile pem(file());
    return pem.open(QIODevice::ReadOnly) ? pem.readAll() : QByteArray();
}

void CertificateTest::write(const QByteArray &bytes) const
{
    QFile pem(file());
    QVERIFY(pem.open(QIODevice::WriteOnly));
    QCOMPARE(pem.write(bytes), bytes.size());
}

void CertificateTest::isForThisComputerOnly()
{
    const LoopbackCertificate made = make();
    const QSslCertificate &certificate = made.certificate;
    QVERIFY(!made.key.isNull());
    QCOMPARE(made.key.algorithm(), QSsl::Rsa);
    QCOMPARE(made.key.length(), 2048);
    QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName), QStringList{u"localhost"_s});
    QCOMPARE(certificate.issuerInfo(QSslCertificate::CommonName), QStringList{u"localhost"_s});
    const auto names = certificate.subjectAlternativeNames();
    QCOMPARE(names.values(QSsl::DnsEntry), QStringList{u"localhost"_s});
    QStringList addresses = names.values(QSsl::IpAddressEntry);
    for (QString &address : addresses)
        address = QHostAddress(address).toString();
    addresses.sort();
    QCOMPARE(addresses, QStringList({u"127.0.0.1"_s, u"::1"_s}));
    QVERIFY(certificate.effectiveDate() <= m_clock.now());
    QVERIFY(certificate.effectiveDate().daysTo(certificate.expiryDate()) <= 397);
    QVERIFY(m_clock.now().daysTo(certificate.expiryDate()) >= 360);
    static const QRegularExpression form(u"\\A([0-9A-F]{2}:){31}[0-9A-F]{2}\\z"_s);
    QVERIFY(form.match(made.fingerprint()).hasMatch());

    QVariantMap basic;
    for (const QSslCertificateExtension &extension : certificate.extensions()) {
        if (extension.name() == "basicConstraints"_L1)
            basic = extension.value().toMap();
    }
    QVERIFY(basic.contains(u"ca"_s));
    QCOMPARE(basic.value(u"ca"_s).toBool(), false);
}

void CertificateTest::isKept()
{
    const QByteArray serial = make().certificate.serialNumber();
    QCOMPARE(make().certificate.serialNumber(), serial);
    QCOMPARE(QDir(folder()).entryList(QDir::Files), QStringList{u"localhost.pem"_s});
    QTemporaryDir elsewhere;
    const auto other = CertificateStore(elsewhere.path(), m_clock).certificate();
    QVERIFY(other);
    QVERIFY(other->certificate.serialNumber() != serial);
}

void CertificateTest::isReadByItsOwnerAlone()
{
#ifdef Q_OS_UNIX
    make();
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(file()) & others, QFile::Permissions());
#endif
}

void CertificateTest::isMadeAnewBeforeItEnds()
{
    const QDateTime before = m_clock.now();
    const QByteArray serial = make().certificate.serialNumber();
    m_clock.setNow(before.addDays(364 - 30));
    QCOMPARE(make().certificate.serialNumber(), serial);
    m_clock.setNow(before.addDays(366 - 30));
    QVERIFY(make().certificate.serialNumber() != serial);
    QVERIFY(m_clock.now().daysTo(make().certificate.expiryDate()) >= 360);
    m_clock.setNow(before);
}

void CertificateTest::isMadeAnewWhenTheClockWentBack()
{
    const QByteArray serial = make().certificate.serialNumber();
    const QDateTime before = m_clock.now();
    m_clock.setNow(before.addDays(-2));
    QVERIFY(make().certificate.serialNumber() != serial);
    m_clock.setNow(before);
}

void CertificateTest::isMadeAnewWhenDamaged()
{
    make();
    const QByteArray whole = content();
    QList<QByteArray> damaged{"",
                              "nonsense",
                              whole.first(whole.size() / 2),
                              whole.sliced(whole.size() / 2),
                              QByteArray(whole.size(), '\0'),
                              QByteArray(100'000, 'x')};
    QByteArray flipped = whole;
    flipped[whole.size() - 100] = flipped[whole.size() - 100] == 'A' ? 'B' : 'A'; // in the certificate's signature
    damaged.append(flipped);
    QTemporaryDir elsewhere;
    QVERIFY(CertificateStore(elsewhere.path(), m_clock).certificate());
    QFile other(elsewhere.filePath(u"localhost.pem"_s));
    QVERIFY(other.open(QIODevice::ReadOnly));
    const QByteArray foreign = other.readAll();
    const qsizetype cut = whole.indexOf("-----BEGIN CERTIFICATE");
    damaged.append(whole.first(cut) + foreign.sliced(foreign.indexOf("-----BEGIN CERTIFICATE"))); // another's key

    for (const QByteArray &bytes : damaged) {
        write(bytes);
        const LoopbackCertificate made = make();
        QVERIFY(!made.certificate.isNull());
        QVERIFY(!made.key.isNull());
        QVERIFY(content() != bytes);
        QCOMPARE(make().certificate, made.certificate);
    }
}

void CertificateTest::isMadeAnewWhenOthersCouldReadIt()
{
#ifdef Q_OS_UNIX
    const QByteArray serial = make().certificate.serialNumber();
    QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(make().certificate.serialNumber() != serial);
    isReadByItsOwnerAlone();
#endif
}

void CertificateTest::symbolicLinkIsRefused()
{
#ifdef Q_OS_UNIX
    QTemporaryDir place;
    const QString target = place.filePath(u"elsewhere"_s);
    QVERIFY(QFile::link(target, place.filePath(u"localhost.pem"_s)));
    const auto made = CertificateStore(place.path(), m_clock).certificate();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Storage);
    QVERIFY(!QFile::exists(target));
#endif
}

void CertificateTest::unwritableFolderIsAStorageError()
{
    const QString obstacle = m_folder.filePath(u"obstacle"_s);
    QFile file(obstacle);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto made = CertificateStore(obstacle, m_clock).certificate();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Storage);
}

void CertificateTest::passesOpenSsl()
{
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty())
        QSKIP("The openssl program is not here");
    make();
    const QStringList arguments{u"verify"_s,
                                u"-partial_chain"_s,
                                u"-purpose"_s,
                                u"sslserver"_s,
                                u"-verify_hostname"_s,
                                u"localhost"_s,
                                u"-attime"_s,
                                QString::number(m_clock.now().toSecsSinceEpoch()),
                                u"-trusted"_s,
                                file(),
                                file()};
    QProcess verify;
    verify.start(openssl, arguments);
    QVERIFY(verify.waitForFinished());
    QVERIFY2(verify.exitCode() == 0, verify.readAllStandardError().constData());

    QProcess print;
    print.start(openssl, {u"x509"_s, u"-in"_s, file(), u"-noout"_s, u"-text"_s});
    QVERIFY(print.waitForFinished());
    const QByteArray text = print.readAllStandardOutput();
    QVERIFY(text.contains("Version: 3"));
    QVERIFY(text.contains("CA:FALSE"));
    QVERIFY(text.contains("TLS Web Server Authentication"));
    QVERIFY(!text.contains("Certificate Sign"));
    QVERIFY(text.contains("sha256WithRSAEncryption"));
}

QTEST_GUILESS_MAIN(CertificateTest)
#include "tst_certificate.moc"
