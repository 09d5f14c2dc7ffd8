// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/certificate.h"

#include "base/logging.h"
#include "base/ownfile.h"
#include "base/secret.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <optional>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int keyBits = 2048;
constexpr int lifetimeDays = 365; // browsers refuse more than 397
constexpr int renewedDaysBefore = 30;
constexpr qint64 backdatedSeconds = 3600; // for a clock that is set back a little afterwards
constexpr int serialBits = 127; // positive, at most 20 octets (RFC 5280 4.1.2.2)
constexpr qint64 largestFile = 64 * 1024;

template <auto function>
struct Free
{
    template <typename T>
    void operator()(T *thing) const
    {
        function(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using X509Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>>;
using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Memory = std::unique_ptr<BIO, Free<BIO_free_all>>;

bool setSerial(X509 *certificate)
{
    const Number number(BN_new());
    return number && BN_rand(number.get(), serialBits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY)
        && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool setNames(X509 *certificate)
{
    X509_NAME *name = X509_get_subject_name(certificate);
    const auto add = [name](const char *field, const char *text) {
        return X509_NAME_add_entry_by_txt(name, field, MBSTRING_ASC, reinterpret_cast<const unsigned char *>(text), -1,
                                          -1, 0);
    };
    return add("O", "TokenDesk on this computer") && add("CN", "localhost") && X509_set_issuer_name(certificate, name);
}

bool addExtension(X509 *certificate, int id, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, id, value));
    return extension && X509_add_ext(certificate, extension.get(), -1);
}

bool addExtensions(X509 *certificate)
{
    return addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(certificate, NID_key_usage, "critical,digitalSignature,keyEncipherment")
        && addExtension(certificate, NID_ext_key_usage, "serverAuth")
        && addExtension(certificate, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1")
        && addExtension(certificate, NID_subject_key_identifier, "hash");
}

bool setValidity(X509 *certificate, const QDateTime &now)
{
    const qint64 from = now.toSecsSinceEpoch() - backdatedSeconds;
    return ASN1_TIME_set(X509_getm_notBefore(certificate), time_t(from))
        && ASN1_TIME_adj(X509_getm_notAfter(certificate), time_t(from), lifetimeDays, 0);
}

// Key and certificate as PEM, or nothing where OpenSSL fails. The key in the traditional form, which every TLS backend
// of Qt reads.
Secret makePem(const QDateTime &now)
{
    const Key key(EVP_RSA_gen(keyBits));
    const X509Certificate certificate(X509_new());
    const Memory memory(BIO_new(BIO_s_secmem()));
    if (!key || !certificate || !memory)
        return {};
    const bool made = X509_set_version(certificate.get(), X509_VERSION_3) && setSerial(certificate.get())
        && setNames(certificate.get()) && setValidity(certificate.get(), now)
        && X509_set_pubkey(certificate.get(), key.get()) && addExtensions(certificate.get())
        && X509_sign(certificate.get(), key.get(), EVP_sha256())
        && PEM_write_bio_PrivateKey_traditional(memory.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
        && PEM_write_bio_X509(memory.get(), certificate.get());
    if (!made)
        return {};
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return Secret(QByteArrayView(data, size));
}

// A damaged file must not come as far as the browser: does the key belong to the certificate, and its signature hold?
bool isWhole(const Secret &pem)
{
    const Memory keyMemory(BIO_new_mem_buf(pem.view().data(), int(pem.size())));
    const Memory certificateMemory(BIO_new_mem_buf(pem.view().data(), int(pem.size())));
    if (!keyMemory || !certificateMemory)
        return false;
    const Key key(PEM_read_bio_PrivateKey(keyMemory.get(), nullptr, nullptr, nullptr));
    const X509Certificate certificate(PEM_read_bio_X509(certificateMemory.get(), nullptr, nullptr, nullptr));
    const bool whole = key && certificate && X509_check_private_key(certificate.get(), key.get()) == 1
        && X509_verify(certificate.get(), key.get()) == 1;
    ERR_clear_error(); // what stays queued here, Qt's next TLS connection would take for its own
    return whole;
}

std::optional<LoopbackCertificate> readPem(const Secret &pem, const QDateTime &now)
{
    if (!isWhole(pem))
        return std::nullopt;
    const auto bytes = QByteArray::fromRawData(pem.view().data(), pem.size());
    LoopbackCertificate read{QSslCertificate(bytes, QSsl::Pem), QSslKey(bytes, QSsl::Rsa, QSsl::Pem)};
    const bool current
        = read.certificate.effectiveDate() <= now && read.certificate.expiryDate() > now.addDays(renewedDaysBefore);
    if (read.certificate.isNull() || read.key.isNull() || !current)
        return std::nullopt;
    return read;
}

// Nothing where the file is missing, too large, or readable for others.
Secret readOwnFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return {};
#ifdef Q_OS_UNIX
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & others)
        return {};
#endif
    QByteArray bytes = file.read(largestFile);
    return Secret::takeFrom(bytes);
}

} // namespace

QString LoopbackCertificate::fingerprint() const
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

CertificateStore::CertificateStore(const QString &folder, const Clock &clock)
    : m_folder(folder)
    , m_clock(clock)
{
#ifdef Q_OS_MACOS
    // Secure Transport takes keys from keychains only; this gives it one that lasts as long as the process.
    qputenv("QT_SSL_USE_TEMPORARY_KEYCHAIN", "1");
#endif
}

Result<LoopbackCertificate> CertificateStore::certificate()
{
    const QString path = QDir(m_folder).filePath(u"localhost.pem"_s);
    if (QFileInfo(path).isSymLink())
        return failure(ErrorKind::Storage, u"The file of the localhost certificate is a symbolic link"_s);

    const QDateTime now = m_clock.now();
    if (auto kept = readPem(readOwnFile(path), now))
        return *kept;

    const Secret pem = makePem(now);
    auto fresh = readPem(pem, now);
    if (!fresh)
        return failure(ErrorKind::Storage, u"A localhost certificate could not be made"_s);
    if (!writeOwnFile(path, pem.view()))
        return failure(ErrorKind::Storage, u"The localhost certificate could not be saved"_s);
    qCInfo(lcSignIn) << "Made a certificate for localhost";
    return *fresh;
}

} // namespace tokendesk
