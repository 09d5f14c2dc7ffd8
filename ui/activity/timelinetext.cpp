// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/timelinetext.h"

#include "base/logging.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class TimelineText
{
    Q_DECLARE_TR_FUNCTIONS(TimelineText)
};

QString numberOrNothing(int number)
{
    return number == 0 ? QString() : QString::number(number);
}

QString withoutAnswer(const RequestNote &note)
{
    if (note.trouble == nameOf(ErrorKind::TimedOut))
        return TimelineText::tr("No answer in time");
    if (note.trouble == nameOf(ErrorKind::Insecure))
        return TimelineText::tr("No connection that can be trusted");
    if (note.trouble == nameOf(ErrorKind::Offline))
        return TimelineText::tr("No connection");
    return TimelineText::tr("No whole answer");
}

} // namespace

QString outcomeOf(const RequestNote &note)
{
    if (note.status == 0)
        return withoutAnswer(note);
    const QString status = u"HTTP %1"_s.arg(note.status);
    //: HTTP 400, code 190
    return note.code == 0 ? status : TimelineText::tr("%1, code %2").arg(status).arg(note.code);
}

QString asText(const Operation &operation)
{
    QString text;
    for (const RequestNote &note : operation.requests) {
        const QStringList columns{operation.began.addMSecs(note.since.count()).toUTC().toString(Qt::ISODateWithMs),
                                  note.method,
                                  note.host,
                                  note.path,
                                  numberOrNothing(note.status),
                                  note.trouble,
                                  numberOrNothing(note.code),
                                  numberOrNothing(note.subcode),
                                  note.traceId,
                                  u"%1 ms"_s.arg(note.duration.count())};
        QStringList clean;
        for (const QString &column : columns)
            clean.append(redacted(column.simplified()));
        text += clean.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace tokendesk
