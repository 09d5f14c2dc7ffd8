// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/privateauthority.h"

#include <QSslConfiguration>
#include <QSslKey>
#include <QTcpSocket>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace tokendesk {

namespace {

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
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Memory = std::unique_ptr<BIO, Free<BIO_free_all>>;

struct Wish
{
    QByteArray name;
    QDateTime from;
    int days = 0;
    QList<std::pair<int, QByteArray>> extensions{};
};

QByteArray taken(BIO *memory)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return {data, qsizetype(size)};
}

void extend(X509 *certificate, X509 *issuer, int id, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, id, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

/// Signed by `issuer`, or by itself where that has no key.
Identity make(const Wish &wish, const Identity &issuer = {})
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    const Memory keyIn(BIO_new_mem_buf(issuer.key.constData(), int(issuer.key.size())));
    const Memory certificateIn(BIO_new_mem_buf(issuer.certificate.constData(), int(issuer.certificate.size())));
    const Key issuerKey(issuer.key.isEmpty() ? nullptr
                                             : PEM_read_bio_PrivateKey(keyIn.get(), nullptr, nullptr, nullptr));
    const Certificate above(issuer.key.isEmpty() ? nullptr
                                                 : PEM_read_bio_X509(certificateIn.get(), nullptr, nullptr, nullptr));
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), quint64(qHash(wish.name)) | 1);
    const qint64 from = wish.from.toSecsSinceEpoch() - 3600;
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), time_t(from));
    ASN1_TIME_adj(X509_getm_notAfter(certificate.get()), time_t(from), wish.days, 0);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(wish.name.constData()), -1, -1, 0);
    X509 *signer = above ? above.get() : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
    for (const auto &[id, value] : wish.extensions)
        extend(certificate.get(), signer, id, value);
    X509_sign(certificate.get(), issuerKey ? issuerKey.get() : key.get(), EVP_sha256());

    const Memory keyOut(BIO_new(BIO_s_mem()));
    const Memory certificateOut(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey_traditional(keyOut.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    PEM_write_bio_X509(certificateOut.get(), certificate.get());
    return {taken(certificateOut.get()), taken(keyOut.get())};
}

} // namespace

PrivateAuthority::PrivateAuthority(const QByteArray &commonName, const QDateTime &from, int days)
    : m_own(make({commonName,
                  from,
                  days,
                  {{NID_basic_constraints, "critical,CA:TRUE"}, {NID_key_usage, "critical,keyCertSign,cRLSign"}}}))
{
}

Identity PrivateAuthority::vouchFor(const QByteArray &host) const
{
    return make({host,
                 QDateTime::currentDateTimeUtc(),
                 30,
                 {{NID_basic_constraints, "critical,CA:FALSE"}, {NID_subject_alt_name, "DNS:" + host}}},
                m_own);
}

SecureServer::SecureServer(const Identity &identity)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(identity.certificate, QSsl::Pem));
    tls.setPrivateKey(QSslKey(identity.key, QSsl::Ec, QSsl::Pem));
    setSslConfiguration(tls);
    answer(200, "{}");
    connect(this, &QTcpServer::pendingConnectionAvailable, this, &SecureServer::accept);
    listen(QHostAddress::LocalHost);
}

void SecureServer::answer(int status, const QByteArray &body, const QByteArray &headers)
{
    m_answer = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void SecureServer::accept()
{
    QTcpSocket *socket = nextPendingConnection();
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
        m_heard += socket->readAll();
        socket->write(m_answer);
    });
}

} // namespace tokendesk
