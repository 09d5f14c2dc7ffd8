// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>

namespace tokendesk {

/// How a program ended.
struct Ending
{
    int code = -1;
    QString output;
    QString complaint;
};

/// The command line as a program of its own, with a home of its own.
class CommandLine
{
public:
    CommandLine(const QString &home, const QStringList &arguments,
                const QString &language = QStringLiteral("en_US.UTF-8"))
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), home + QLatin1StringView("/data"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home + QLatin1StringView("/config"));
        environment.insert(QStringLiteral("LC_ALL"), language);
        environment.remove(QStringLiteral("LANGUAGE"));
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(TOKENDESK_CLI), arguments);
    }

    ~CommandLine()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(CommandLine)

    qint64 processId() const { return m_process.processId(); }

    /// What stands on its standard input, to its end.
    void give(const QByteArray &input)
    {
        m_process.write(input);
        m_process.closeWriteChannel();
    }

    Ending wait(int patience = 20'000)
    {
        QSignalSpy finished(&m_process, &QProcess::finished);
        if (m_process.state() != QProcess::NotRunning && !finished.wait(patience))
            return {};
        return {.code = m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1,
                .output = QString::fromUtf8(m_process.readAllStandardOutput()),
                .complaint = QString::fromUtf8(m_process.readAllStandardError())};
    }

    /// The port that Practice tells; 0 where it does not.
    quint16 practicePort()
    {
        static const QRegularExpression line(QStringLiteral("^listening on http://127\\.0\\.0\\.1:([0-9]+)\\s*$"));
        QSignalSpy output(&m_process, &QProcess::readyReadStandardOutput);
        if (!output.wait(20'000))
            return 0;
        return line.match(QString::fromUtf8(m_process.readLine())).captured(1).toUShort();
    }

private:
    QProcess m_process;
};

} // namespace tokendesk
