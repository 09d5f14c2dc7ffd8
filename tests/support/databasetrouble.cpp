// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/databasetrouble.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <algorithm>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

#ifdef Q_OS_UNIX
/// Of every file that this program writes; the reading of it goes on.
void limitFiles(rlim_t most)
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = std::min(most, limit.rlim_max);
    setrlimit(RLIMIT_FSIZE, &limit);
    signal(SIGXFSZ, SIG_IGN);
}
#endif

void limitFiles(DatabaseTrouble::Kind kind, qint64 most)
{
#ifdef Q_OS_UNIX
    if (kind == DatabaseTrouble::Kind::Full)
        limitFiles(most < 0 ? RLIM_INFINITY : rlim_t(most));
#else
    Q_UNUSED(kind);
    Q_UNUSED(most);
#endif
}

} // namespace

void runOnOurs(const QString &statement)
{
    for (const QString &name : QSqlDatabase::connectionNames()) {
        if (!QSqlQuery(QSqlDatabase::database(name)).exec(statement))
            qFatal("a statement of the test fails");
    }
}

DatabaseTrouble::DatabaseTrouble(Kind kind, const QString &file)
    : m_kind(kind)
    , m_file(file)
{
}

bool DatabaseTrouble::isPossible(Kind kind)
{
#ifdef Q_OS_UNIX
    Q_UNUSED(kind);
    return true;
#else
    return kind != Kind::Full;
#endif
}

void DatabaseTrouble::begin()
{
    runOnOurs(u"PRAGMA busy_timeout = 20"_s); // a test need not wait five seconds each time
    if (m_kind == Kind::ReadOnly)
        runOnOurs(u"PRAGMA query_only = ON"_s);
    limitFiles(m_kind, 100);
    m_outside = std::make_unique<OutsideConnection>(m_file);
    QString said;
    if (m_kind == Kind::Locked)
        said = m_outside->run(u"BEGIN EXCLUSIVE"_s);
    else if (m_kind == Kind::NoEvents)
        said = m_outside->run(u"CREATE TRIGGER no_events BEFORE INSERT ON events "
                              "BEGIN SELECT RAISE(ABORT, 'no events now'); END"_s);
    if (!said.isEmpty())
        qFatal("%s", qPrintable(said));
}

void DatabaseTrouble::end()
{
    if (!m_outside)
        return;
    limitFiles(m_kind, -1);
    if (m_kind == Kind::NoEvents)
        m_outside->run(u"DROP TRIGGER no_events"_s);
    m_outside.reset(); // rolls back
    if (m_kind == Kind::ReadOnly)
        runOnOurs(u"PRAGMA query_only = OFF"_s);
}

} // namespace tokendesk
