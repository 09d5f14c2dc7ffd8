// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>
#include <chrono>

namespace tokendesk {

struct Answer;

/// One request as it may be told to anybody: never a query, a body or a header's value.
struct RequestNote
{
    std::chrono::milliseconds since{0}; ///< from the beginning of the operation to that of the request
    std::chrono::milliseconds duration{0};
    QString method{}; ///< "GET"
    QString host{}; ///< with the port, where it is not the usual one
    QString path{}; ///< pathWithoutSecrets
    int status = 0; ///< 0 where no whole answer came
    QString trouble{}; ///< an ErrorKind by name, where it was no success; empty otherwise
    int code = 0; ///< the provider's, 0 where it gave none
    int subcode = 0;
    QString traceId{};

    bool operator==(const RequestNote &other) const = default;
};

/// What is noted of a request, but for its times.
RequestNote noteOf(const QString &method, const QUrl &url, const Result<Answer> &answer);

/// The path with ids and whatever could be a secret taken out: "/v25.0/{id}/media".
QString pathWithoutSecrets(const QUrl &url);

/// The requests of one operation, such as a sign-in or a renewal. A child of the object that is the operation: whatever
/// is asked for it, or for what belongs to it, is noted here by Transport.
class RequestLog : public QObject
{
public:
    /// `began` is the operation's, UTC.
    RequestLog(QObject *operation, const QDateTime &began);
    /// That of the object or of the nearest one it belongs to; null where there is none.
    static RequestLog *of(const QObject *context);
    /// From now on that of `operation` is that of `standIn` as well, which asks on its behalf.
    static void standIn(QObject *standIn, const QObject *operation);

    QDateTime began() const { return m_began; }
    std::chrono::milliseconds elapsed() const { return std::chrono::milliseconds(m_time.elapsed()); }

    /// The same with its beginning reckoned from its duration: it has ended just now.
    void addEnded(RequestNote note);
    /// The first ones only: a list of a thousand Pages is no story.
    void add(const RequestNote &note);
    const QList<RequestNote> &notes() const { return m_notes; }
    /// So many more than are noted.
    int leftOut() const { return m_leftOut; }

    static constexpr qsizetype mostNotes = 40;

private:
    const QDateTime m_began;
    QElapsedTimer m_time;
    QList<RequestNote> m_notes;
    int m_leftOut = 0;
};

} // namespace tokendesk
