// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/schedule.h"

#include "base/ownfile.h"
#include "desktop/entries.h"
#include "desktop/scheduleplan.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qint64 largestFile = 64 * 1024;

/// What the operations have in common: a plan, and calls made one after the other. Belongs to the application, so that
/// nothing stays half done because a window was closed.
class Operation : public QObject
{
public:
    Operation(const Desktop &desktop, std::chrono::milliseconds patience)
        : QObject(QCoreApplication::instance())
        , m_plan(schedulePlan(desktop))
        , m_tools(desktop.tools)
        , m_patience(patience)
    {
    }

protected:
    using Calls = QList<SystemCall>;

    const SchedulePlan &plan() const { return m_plan; }

    /// All of them, whatever they say.
    template <typename Step>
    void tryAll(const Calls &calls, const Step &next)
    {
        if (calls.isEmpty())
            return next();
        call(calls.first(), [this, rest = calls.sliced(1), next](const Result<void> &) { tryAll(rest, next); });
    }

    /// Until one fails.
    void callAll(const Calls &calls, const Callback<void> &next)
    {
        if (calls.isEmpty())
            return next({});
        call(calls.first(), [this, rest = calls.sliced(1), next](const Result<void> &result) {
            return result ? callAll(rest, next) : next(result);
        });
    }

    void call(const SystemCall &one, const Callback<void> &next)
    {
        const QString path = findTool(one.program, m_tools);
        if (!path.isEmpty())
            return callSystem(path, one.arguments, m_patience, this, next);
        const Error missing{.kind = ErrorKind::SchedulerUnavailable, .what = u"There is no %1"_s.arg(one.program)};
        QMetaObject::invokeMethod(this, [next, missing] { next(std::unexpected(missing)); }, Qt::QueuedConnection);
    }

    /// And what the system made of them: it stays where the system could not be asked.
    Result<void> removeFiles() const
    {
        QStringList paths = m_plan.link.isEmpty() ? QStringList() : QStringList(m_plan.link);
        for (const SchedulePlan::File &file : m_plan.files)
            paths += file.path;
        Result<void> outcome;
        for (const QString &path : std::as_const(paths)) {
            if (const Result<void> removed = removeOwnFile(path); !removed)
                outcome = removed;
        }
        return outcome;
    }

private:
    SchedulePlan m_plan;
    QString m_tools;
    std::chrono::milliseconds m_patience;
};

/// Look at the files → ask the system → say what both make.
class Query : public Operation
{
public:
    Query(const Desktop &desktop, std::chrono::milliseconds patience, QObject *context, Callback<Installed> done)
        : Operation(desktop, patience)
        , m_context(context)
        , m_done(std::move(done))
    {
        connect(context, &QObject::destroyed, this, &QObject::deleteLater);
    }

    void start()
    {
        call(plan().asking, [this](const Result<void> &running) { answered(running); });
    }

private:
    void answered(const Result<void> &running)
    {
        deleteLater();
        if (!m_context)
            return;
        if (!running && running.error().kind == ErrorKind::TimedOut)
            return m_done(std::unexpected(running.error()));
        m_done(running ? whileRunning() : whileNotRunning());
    }

    static bool isThere(const SchedulePlan::File &file) { return QFileInfo(file.path).isFile(); }

    Installed whileRunning() const
    {
        const QString &link = plan().link;
        const bool isWhole
            = std::ranges::all_of(plan().files, isThere) && (link.isEmpty() || QFileInfo(link).isSymLink());
        if (!isWhole)
            return Installed::Half;
        QFile file(plan().files.first().path);
        const QByteArray content = file.open(QIODevice::ReadOnly) ? file.read(largestFile) : QByteArray();
        return plan().startOf(decoded(content)) == plan().start ? Installed::On : Installed::Elsewhere;
    }

    Installed whileNotRunning() const
    {
        return std::ranges::any_of(plan().files, isThere) ? Installed::Half : Installed::Off;
    }

    QPointer<QObject> m_context;
    Callback<Installed> m_done;
};

/// Something that changes the system, and tells whoever is still there.
class Change : public Operation
{
public:
    Change(const Desktop &desktop, std::chrono::milliseconds patience, QObject *context, Callback<void> done)
        : Operation(desktop, patience)
        , m_context(context)
        , m_done(std::move(done))
    {
    }

    /// Write → clear the way → call; undo where one of them fails.
    void install(const QString &program)
    {
        if (!canBeStarted(program) || !QFileInfo(program).isExecutable())
            return endLater(failure(ErrorKind::InvalidInput, u"There is no %1 that could be started"_s.arg(program)));
        for (const SchedulePlan::File &file : plan().files) {
            if (const Result<void> written = writeOwnFile(file.path, file.content); !written)
                return undoFor(written.error());
        }
        tryAll(plan().clearing, [this] {
            callAll(plan().installing,
                    [this](const Result<void> &called) { return called ? end({}) : undoFor(called.error()); });
        });
    }

    /// Call → remove the files → call → ask whether it is gone.
    void remove()
    {
        tryAll(plan().removing, [this] {
            m_outcome = removeFiles();
            tryAll(plan().forgetting, [this] { call(plan().asking, [this](const Result<void> &r) { removed(r); }); });
        });
    }

private:
    void undoFor(const Error &error)
    {
        tryAll(plan().removing, [this, error] {
            (void)removeFiles(); // the first failure is the one to tell
            tryAll(plan().forgetting, [this, error] { end(std::unexpected(error)); });
        });
    }

    void removed(const Result<void> &running)
    {
        if (running && m_outcome)
            m_outcome = failure(ErrorKind::SchedulerUnavailable, u"The schedule is still there"_s);
        end(m_outcome);
    }

    void endLater(const Result<void> &result)
    {
        QMetaObject::invokeMethod(this, [this, result] { end(result); }, Qt::QueuedConnection);
    }

    void end(const Result<void> &result)
    {
        deleteLater();
        if (m_context)
            m_done(result);
    }

    QPointer<QObject> m_context;
    Callback<void> m_done;
    Result<void> m_outcome;
};

} // namespace

Schedule::Schedule(const Desktop &desktop, std::chrono::milliseconds patience)
    : m_desktop(desktop)
    , m_patience(patience)
{
}

void Schedule::query(QObject *context, const Callback<Installed> &done) const
{
    (new Query(m_desktop, m_patience, context, done))->start();
}

void Schedule::install(QObject *context, const Callback<void> &done) const
{
    (new Change(m_desktop, m_patience, context, done))->install(m_desktop.commandLine);
}

void Schedule::remove(QObject *context, const Callback<void> &done) const
{
    (new Change(m_desktop, m_patience, context, done))->remove();
}

QString Schedule::place() const
{
    if (m_desktop.platform == Platform::Windows)
        return u"TokenDesk renew"_s;
    return m_desktop.shown(schedulePlan(m_desktop).files.last().path);
}

QString Schedule::cronLine() const
{
    if (m_desktop.platform != Platform::Linux)
        return {};
    return tokendesk::cronLine({m_desktop.commandLine, u"renew"_s, u"--due"_s}, m_desktop.user);
}

} // namespace tokendesk
