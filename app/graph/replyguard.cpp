// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/replyguard.h"

#include "graph/authorities.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

ReplyGuard::ReplyGuard(QNetworkReply &reply, std::chrono::milliseconds timeLimit)
    : QObject(&reply)
    , m_reply(reply)
{
    m_time.start();
    setSizeLimit(largestAnswer);
    connect(&reply, &QNetworkReply::readyRead, this, &ReplyGuard::checkSize);
    connect(&reply, &QNetworkReply::finished, &m_deadline, &QTimer::stop);
    connect(&reply, &QNetworkReply::sslErrors, this, &ReplyGuard::noteStranger);
    // One deadline for the whole: a transfer time-out starts anew with every byte of a server that drips.
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(Verdict::TooLate); });
    m_deadline.setSingleShot(true);
    m_deadline.start(timeLimit);
}

ReplyGuard *ReplyGuard::of(const QNetworkReply &reply)
{
    return reply.findChild<ReplyGuard *>(QString(), Qt::FindDirectChildrenOnly);
}

void ReplyGuard::setSizeLimit(qsizetype bytes)
{
    m_sizeLimit = bytes;
    // Without it Qt reads as fast as the server sends, far past the limit, before it says so. Twice, since Qt stops
    // short of the size where a chunk does not fit.
    m_reply.setReadBufferSize(2 * bytes);
}

void ReplyGuard::checkSize()
{
    if (m_reply.bytesAvailable() > m_sizeLimit)
        end(Verdict::TooLarge);
}

void ReplyGuard::noteStranger(const QList<QSslError> &errors)
{
    static const QList<QSslError::SslError> unknown{QSslError::SelfSignedCertificate,
                                                    QSslError::SelfSignedCertificateInChain,
                                                    QSslError::CertificateUntrusted,
                                                    QSslError::UnableToGetIssuerCertificate,
                                                    QSslError::UnableToGetLocalIssuerCertificate,
                                                    QSslError::UnableToVerifyFirstCertificate};
    for (const QSslError &error : errors) {
        if (unknown.contains(error.error()) && !error.certificate().isNull())
            m_stranger = issuerOf(error.certificate());
    }
}

void ReplyGuard::note(const Result<Answer> &answer)
{
    if (!m_log)
        return;
    RequestNote note = noteOf(m_method, m_reply.url(), answer);
    note.duration = std::chrono::milliseconds(m_time.elapsed());
    m_log->addEnded(note);
    m_log = nullptr;
}

void ReplyGuard::end(Verdict verdict)
{
    m_verdict = verdict;
    m_reply.abort();
}

} // namespace tokendesk
