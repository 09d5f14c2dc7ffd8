// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/operation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// What is as usual is left out: most of it is.
QJsonObject toJson(const RequestNote &note)
{
    QJsonObject object{{u"since"_s, qint64(note.since.count())},
                       {u"took"_s, qint64(note.duration.count())},
                       {u"method"_s, note.method},
                       {u"host"_s, note.host},
                       {u"path"_s, note.path},
                       {u"status"_s, note.status}};
    if (!note.trouble.isEmpty())
        object.insert(u"trouble"_s, note.trouble);
    if (note.code != 0)
        object.insert(u"code"_s, note.code);
    if (note.subcode != 0)
        object.insert(u"subcode"_s, note.subcode);
    if (!note.traceId.isEmpty())
        object.insert(u"trace"_s, note.traceId);
    return object;
}

RequestNote fromJson(const QJsonObject &object)
{
    return {.since = std::chrono::milliseconds(object["since"_L1].toInteger()),
            .duration = std::chrono::milliseconds(object["took"_L1].toInteger()),
            .method = object["method"_L1].toString(),
            .host = object["host"_L1].toString(),
            .path = object["path"_L1].toString(),
            .status = object["status"_L1].toInt(),
            .trouble = object["trouble"_L1].toString(),
            .code = object["code"_L1].toInt(),
            .subcode = object["subcode"_L1].toInt(),
            .traceId = object["trace"_L1].toString()};
}

} // namespace

std::optional<Operation::Kind> operationOf(Event::Kind kind)
{
    switch (kind) {
    case Event::Kind::Connected:
    case Event::Kind::Reconnected:
    case Event::Kind::SignInFailed:
        return Operation::Kind::SignIn;
    case Event::Kind::Extended:
    case Event::Kind::Renewed:
    case Event::Kind::RenewalFailed:
        return Operation::Kind::Renewal;
    case Event::Kind::Checked:
        return Operation::Kind::Check;
    case Event::Kind::Revoked:
    case Event::Kind::PermissionRemoved:
        return Operation::Kind::Revocation;
    case Event::Kind::Asked:
        return Operation::Kind::Question;
    case Event::Kind::Copied:
    case Event::Kind::Shown:
    case Event::Kind::Renamed:
    case Event::Kind::Removed:
    case Event::Kind::NotSaved:
    case Event::Kind::Saved:
    case Event::Kind::Recovered:
    case Event::Kind::HandedOut:
    case Event::Kind::Replaced:
    case Event::Kind::RevocationAsked:
    case Event::Kind::RevocationGivenUp:
    case Event::Kind::Noticed:
        break;
    }
    return {};
}

QString operationName(Operation::Kind kind)
{
    switch (kind) {
    case Operation::Kind::SignIn:
        return u"SignIn"_s;
    case Operation::Kind::Renewal:
        return u"Renewal"_s;
    case Operation::Kind::Check:
        return u"Check"_s;
    case Operation::Kind::Revocation:
        return u"Revocation"_s;
    case Operation::Kind::Question:
        return u"Question"_s;
    }
    Q_UNREACHABLE();
}

QString toText(const QList<RequestNote> &requests)
{
    QJsonArray list;
    for (const RequestNote &note : requests)
        list.append(toJson(note));
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

Result<QList<RequestNote>> requestsFrom(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray())
        return failure(ErrorKind::Storage, u"a list of requests that cannot be read"_s);
    QList<RequestNote> requests;
    for (const QJsonValue &value : document.array())
        requests.append(fromJson(value.toObject()));
    return requests;
}

} // namespace tokendesk
