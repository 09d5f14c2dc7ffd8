// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keychainjobs.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

void wipeInPlace(const QByteArray &bytes)
{
    wipe(const_cast<char *>(bytes.constData()), std::size_t(bytes.size()));
}

// Shares the bytes a job writes and wipes them when the job goes, however late that is.
class WipedWithItsParent : public QObject
{
public:
    WipedWithItsParent(const QByteArray &bytes, QObject *parent)
        : QObject(parent)
        , m_bytes(bytes)
    {
    }
    ~WipedWithItsParent() override { wipeInPlace(m_bytes); }
    Q_DISABLE_COPY_MOVE(WipedWithItsParent)

private:
    QByteArray m_bytes;
};

ErrorKind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::EntryNotFound:
        return ErrorKind::KeychainLocked;
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return ErrorKind::KeychainUnavailable;
}

} // namespace

namespace keychainjobs {

// On Windows QtKeychain names an item by the key alone up to 0.16, and "key@service" from 0.17 on. Without a service
// every version uses the key alone, so that an update of the library loses nothing.
QString service()
{
#ifdef Q_OS_WIN
    return {};
#else
    return u"TokenDesk"_s;
#endif
}

QString canaryKey()
{
    return u"tokendesk/canary"_s;
}

// Jobs have no parent and delete themselves when they have finished: whoever asked may be gone long before. Values are
// always binary: a text is cut at a NUL, and a key that was written both ways gives the old text back.
QKeychain::Job *read()
{
    return new QKeychain::ReadPasswordJob(service());
}

QKeychain::Job *write(QByteArrayView secret)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    const QByteArray bytes = secret.toByteArray();
    new WipedWithItsParent(bytes, job);
    job->setBinaryData(bytes);
    return job;
}

QKeychain::Job *remove()
{
    return new QKeychain::DeletePasswordJob(service());
}

Secret secretOf(const QKeychain::Job &job)
{
    const QByteArray bytes = static_cast<const QKeychain::ReadPasswordJob &>(job).binaryData();
    Secret secret(bytes);
    wipeInPlace(bytes);
    return secret;
}

std::unexpected<Error> failureOf(const QKeychain::Job &job, const QString &step)
{
    return failure(kindOf(job.error()), u"%1: %2 (%3)"_s.arg(step, job.errorString()).arg(int(job.error())));
}

} // namespace keychainjobs

} // namespace tokendesk
