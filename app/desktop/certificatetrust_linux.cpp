// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/certificatetrust.h"
#include "desktop/systemcall.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>
#include <deque>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk::platformtrust {

namespace {

constexpr auto patience = 20s;

/// Chromium's own folder first; it is made where there is none. The others are there where that browser has run.
QStringList folders(const Desktop &desktop)
{
    const QDir home(desktop.home);
    const QString own = home.filePath(u".pki/nssdb"_s);
    const QString newer = home.filePath(u".local/share/pki/nssdb"_s); // where ~/.pki does not exist
    QStringList found{QDir(newer).exists() && !QDir(own).exists() ? newer : own};
    QStringList others;
    for (const QString &snap : {u"chromium"_s, u"brave"_s, u"opera"_s})
        others.append(home.filePath(u"snap/%1/current/.pki/nssdb"_s.arg(snap)));
    for (const QString &flatpak : {u"org.chromium.Chromium"_s, u"com.google.Chrome"_s, u"com.microsoft.Edge"_s,
                                   u"com.brave.Browser"_s, u"io.github.ungoogled_software.ungoogled_chromium"_s})
        others.append(home.filePath(u".var/app/%1/.pki/nssdb"_s.arg(flatpak)));
    for (const QString &other : others) {
        if (QDir(other).exists())
            found.append(other);
    }
    return found;
}

/// Certificates of one subject share a nickname there: it tells them apart by the fingerprint and is removed by it.
QString nickname(const QSslCertificate &certificate)
{
    const QByteArray print = certificate.digest(QCryptographicHash::Sha256).toHex().first(16);
    return u"TokenDesk sign-in page "_s + QString::fromLatin1(print);
}

/// Runs certutil once per step and ends itself.
class Run : public QObject
{
public:
    Run(const Desktop &desktop, const QSslCertificate &old, const QSslCertificate &fresh, QObject *context,
        CertificateTrust::Done done)
        : QObject(context)
        , m_tool(findTool(u"certutil"_s, desktop.tools))
        , m_done(std::move(done))
    {
        const QString file = m_folder.filePath(u"certificate.pem"_s);
        QFile pem(file);
        m_ready = fresh.isNull() || (pem.open(QIODevice::WriteOnly) && pem.write(fresh.toPem()) > 0);
        for (const QString &folder : folders(desktop))
            plan(folder, old, fresh, file);
    }

    void start()
    {
        if (m_tool.isEmpty())
            return end(TrustOutcome::NoTool);
        if (!m_ready)
            return end(TrustOutcome::Refused);
        next();
    }

private:
    struct Step
    {
        QStringList arguments;
        bool isNeeded = true;
    };

    void plan(const QString &folder, const QSslCertificate &old, const QSslCertificate &fresh, const QString &file)
    {
        const QStringList database{u"-d"_s, u"sql:"_s + folder};
        const bool exists = QFile::exists(folder + "/cert9.db"_L1);
        if (exists && !old.isNull())
            m_steps.push_back({QStringList{u"-D"_s, u"-n"_s, nickname(old)} + database, false});
        if (fresh.isNull())
            return;
        if (!exists) {
            QDir().mkpath(folder);
            m_steps.push_back({QStringList{u"-N"_s, u"--empty-password"_s} + database});
        }
        // P: this one is a trusted server, and vouches for nothing. Chromium wants exactly that.
        m_steps.push_back(
            {QStringList{u"-A"_s, u"-n"_s, nickname(fresh), u"-t"_s, u"P,,"_s, u"-i"_s, file} + database});
    }

    void next()
    {
        if (m_steps.empty())
            return end(TrustOutcome::Done);
        m_step = m_steps.front();
        m_steps.pop_front();
        callSystem(m_tool, m_step.arguments, patience, this, [this](const Result<void> &result) { stepped(result); });
    }

    void stepped(const Result<void> &result)
    {
        if (!result && m_step.isNeeded)
            end(TrustOutcome::Refused);
        else
            next();
    }

    /// Later, as every operation ends.
    void end(TrustOutcome outcome)
    {
        QTimer::singleShot(0, this, [this, outcome] {
            const auto done = std::move(m_done); // it may end this
            done(outcome);
        });
        QTimer::singleShot(0, this, &QObject::deleteLater);
    }

    QString m_tool;
    CertificateTrust::Done m_done;
    QTemporaryDir m_folder;
    bool m_ready = false;
    std::deque<Step> m_steps;
    Step m_step; ///< the one that runs
};

} // namespace

QStringList places(const Desktop &desktop)
{
    QStringList shown;
    for (const QString &folder : folders(desktop))
        shown.append(desktop.shown(folder));
    return shown;
}

void replace(const Desktop &desktop, const QSslCertificate &old, const QSslCertificate &fresh, QObject *context,
             const CertificateTrust::Done &done)
{
    (new Run(desktop, old, fresh, context, done))->start();
}

} // namespace tokendesk::platformtrust
