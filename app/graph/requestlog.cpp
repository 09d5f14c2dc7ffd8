// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/requestlog.h"

#include "base/logging.h"
#include "graph/replies.h"

#include <QPointer>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

QString pathWithoutSecrets(const QUrl &url)
{
    constexpr qsizetype mostSegments = 12;
    static const QRegularExpression word(u"^[A-Za-z][A-Za-z_-]{0,39}$|^v[0-9]{1,3}(\\.[0-9]{1,3})?$|^$"_s);
    QStringList segments = url.path(QUrl::FullyEncoded)
                               .split(u'/')
                               .first(qMin(mostSegments, url.path(QUrl::FullyEncoded).count(u'/') + 1));
    for (QString &segment : segments) {
        if (!word.match(segment).hasMatch() || redacted(segment) != segment)
            segment = u"{id}"_s;
    }
    return segments.join(u'/');
}

RequestNote noteOf(const QString &method, const QUrl &url, const Result<Answer> &answer)
{
    RequestNote note{.method = method,
                     .host = url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port()),
                     .path = pathWithoutSecrets(url)};
    note.status = answer ? answer->status : answer.error().httpStatus;
    const bool refused = answer && (answer->status >= 400 || isForeign(*answer));
    if (refused || !answer) {
        const Error error = answer ? readError(*answer) : answer.error();
        note.trouble = nameOf(error.kind);
        note.code = error.code;
        note.subcode = error.subcode;
        note.traceId = error.traceId;
    }
    return note;
}

RequestLog::RequestLog(QObject *operation, const QDateTime &began)
    : QObject(operation)
    , m_began(began)
{
    m_time.start();
}

namespace {

/// A child of who asks on behalf of an operation.
class LogElsewhere : public QObject
{
public:
    LogElsewhere(QObject *standIn, RequestLog *log)
        : QObject(standIn)
        , m_log(log)
    {
    }

    RequestLog *log() const { return m_log; }

private:
    const QPointer<RequestLog> m_log;
};

} // namespace

void RequestLog::standIn(QObject *standIn, const QObject *operation)
{
    if (RequestLog *log = of(operation))
        new LogElsewhere(standIn, log);
}

RequestLog *RequestLog::of(const QObject *context)
{
    for (const QObject *object = context; object; object = object->parent()) {
        for (QObject *child : object->children()) {
            if (auto *log = dynamic_cast<RequestLog *>(child))
                return log;
            if (const auto *elsewhere = dynamic_cast<LogElsewhere *>(child))
                return elsewhere->log();
        }
    }
    return nullptr;
}

void RequestLog::addEnded(RequestNote note)
{
    note.since = std::max(elapsed() - note.duration, std::chrono::milliseconds(0));
    add(note);
}

void RequestLog::add(const RequestNote &note)
{
    if (m_notes.size() < mostNotes)
        m_notes.append(note);
    else
        ++m_leftOut;
}

} // namespace tokendesk
