// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/systemcall.h"

#include "base/printable.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype longestMessage = 500;
constexpr qint64 mostOutput = 4096;

/// One call; deletes itself when the process is over, so that a killed one is not waited for.
class Call : public QObject
{
public:
    Call(const QString &path, const QStringList &arguments, QObject *parent, Callback<void> done)
        : QObject(parent)
        , m_name(QFileInfo(path).completeBaseName() + u' ' + arguments.join(u' '))
        , m_done(std::move(done))
    {
        m_process.setProgram(path);
        m_process.setArguments(arguments);
        m_process.setStandardInputFile(QProcess::nullDevice());
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_alarm.setSingleShot(true);
        connect(&m_alarm, &QTimer::timeout, this, &Call::overdue);
        connect(&m_process, &QProcess::finished, this, &Call::finished);
        // Later, also where it fails within start().
        connect(&m_process, &QProcess::errorOccurred, this, &Call::failed, Qt::QueuedConnection);
    }

    // What still runs is killed by ~QProcess, which has nobody to tell any more.
    ~Call() override { m_process.disconnect(this); }
    Q_DISABLE_COPY_MOVE(Call)

    void start(std::chrono::milliseconds patience)
    {
        m_alarm.start(patience);
        m_process.start();
    }

private:
    void finished(int code, QProcess::ExitStatus status)
    {
        deleteLater();
        if (status == QProcess::NormalExit && code == 0)
            return end({});
        Error error{.kind = ErrorKind::SchedulerUnavailable, .what = u"“%1” ended with %2"_s.arg(m_name).arg(code)};
        error.message = complaint();
        end(std::unexpected(error));
    }

    void failed(QProcess::ProcessError error)
    {
        if (error != QProcess::FailedToStart)
            return; // it finishes as well
        deleteLater();
        end(failure(ErrorKind::SchedulerUnavailable, u"“%1” could not be started"_s.arg(m_name)));
    }

    // The caller goes on while the system takes the process down: it may take its time.
    void overdue()
    {
        setParent(QCoreApplication::instance());
        m_process.kill();
        end(failure(ErrorKind::TimedOut, u"“%1” did not end in time"_s.arg(m_name)));
    }

    void end(const Result<void> &result)
    {
        m_alarm.stop();
        if (const Callback<void> done = std::exchange(m_done, {}))
            done(result);
    }

    QString complaint()
    {
        m_process.setReadChannel(QProcess::StandardError);
        QString text = QString::fromLocal8Bit(m_process.read(mostOutput)).simplified().left(longestMessage);
        return text.removeIf(isDeceptive);
    }

    QString m_name;
    Callback<void> m_done;
    QProcess m_process;
    QTimer m_alarm;
};

} // namespace

QString findTool(const QString &program, const QString &folder)
{
    return QStandardPaths::findExecutable(program, folder.isEmpty() ? QStringList() : QStringList(folder));
}

void callSystem(const QString &path, const QStringList &arguments, std::chrono::milliseconds patience, QObject *context,
                const Callback<void> &done)
{
    auto *call = new Call(path, arguments, context, done);
    call->start(patience);
}

} // namespace tokendesk
