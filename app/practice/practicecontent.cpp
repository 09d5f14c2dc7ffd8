// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicecontent.h"

#include "practice/practiceerrors.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

const QRegularExpression &pattern()
{
    static const QRegularExpression pattern(
        u"^(?:/v[0-9]{1,3}\\.[0-9])?/(me|[0-9]{1,32})/(media|insights|content_publishing_limit)$"_s);
    return pattern;
}

PracticeReply missing(const QString &permission)
{
    return graphErrorReply(
        {.message = "(#10) Application does not have permission for this action: %1"_L1.arg(permission), .code = 10});
}

QJsonObject post(const PracticeAccount &account, int index)
{
    const QString id = u"179%1%2"_s.arg(account.userId % 1'000'000'000).arg(index, 4, 10, QChar(u'0'));
    return {{u"id"_s, id},
            {u"caption"_s, u"Practice post %1 of @%2"_s.arg(index + 1).arg(account.username)},
            {u"media_type"_s, index % 3 == 2 ? u"VIDEO"_s : u"IMAGE"_s},
            {u"permalink"_s, u"https://www.instagram.com/p/practice%1/"_s.arg(index)},
            {u"timestamp"_s, u"2026-11-%1T09:30:00+0000"_s.arg(20 - index % 20, 2, 10, QChar(u'0'))}};
}

QString nextPage(const PracticeRequest &request, int after)
{
    QStringList query{"access_token="_L1 + request.parameter(u"access_token"_s)};
    for (const QString &name : {u"fields"_s, u"limit"_s}) {
        if (request.parameters.contains(name))
            query.append(name + u'=' + request.parameter(name));
    }
    query.append(u"after=%1"_s.arg(after));
    return "http://%1%2?%3"_L1.arg(QString::fromLatin1(request.host), request.path, query.join(u'&'));
}

PracticeReply media(const PracticeRequest &request, const PracticeAccount &account)
{
    const int limit = std::clamp(request.parameters.value(u"limit"_s, u"25"_s).toInt(), 1, 100);
    const int first = std::clamp(request.parameter(u"after"_s).toInt(), 0, account.media);
    const QStringList fields = request.parameter(u"fields"_s).split(u',', Qt::SkipEmptyParts);
    QJsonArray list;
    for (int i = first; i < std::min(first + limit, account.media); ++i) {
        const QJsonObject known = post(account, i);
        QJsonObject chosen{{u"id"_s, known.value("id"_L1)}};
        for (const QString &field : fields) {
            if (!known.contains(field))
                return graphErrorReply({.message = "(#100) Tried accessing nonexisting field (%1)"_L1.arg(field)});
            chosen.insert(field, known.value(field));
        }
        list.append(chosen);
    }
    QJsonObject object{{u"data"_s, list}};
    if (first + limit < account.media) {
        const QJsonObject cursors{{u"before"_s, QString::number(first)}, {u"after"_s, QString::number(first + limit)}};
        object.insert(u"paging"_s, QJsonObject{{u"cursors"_s, cursors}, {u"next"_s, nextPage(request, first + limit)}});
    }
    return jsonReply(200, object);
}

PracticeReply insights(const PracticeRequest &request, const PracticeAccount &account)
{
    static const QStringList known{u"reach"_s, u"views"_s, u"follower_count"_s, u"total_interactions"_s};
    QJsonArray list;
    for (const QString &metric : request.parameter(u"metric"_s).split(u',', Qt::SkipEmptyParts)) {
        if (!known.contains(metric)) {
            return graphErrorReply(
                {.message = "(#100) metric[0] must be one of the following values: %1"_L1.arg(known.join(u", "_s))});
        }
        const int value = account.followers / int(2 + known.indexOf(metric));
        list.append(QJsonObject{{u"name"_s, metric},
                                {u"period"_s, request.parameters.value(u"period"_s, u"day"_s)},
                                {u"total_value"_s, QJsonObject{{u"value"_s, value}}},
                                {u"id"_s, account.professionalId + "/insights/"_L1 + metric + "/day"_L1}});
    }
    if (list.isEmpty())
        return graphErrorReply({.message = u"(#100) The parameter metric is required"_s});
    return jsonReply(200, {{u"data"_s, list}});
}

PracticeReply publishingLimit()
{
    const QJsonObject config{{u"quota_total"_s, 50}, {u"quota_duration"_s, 86400}};
    return jsonReply(200, {{u"data"_s, QJsonArray{QJsonObject{{u"quota_usage"_s, 2}, {u"config"_s, config}}}}});
}

} // namespace

bool isPracticeContent(const QString &path)
{
    return pattern().match(path).hasMatch();
}

QString practiceContentOwner(const QString &path)
{
    return pattern().match(path).captured(1);
}

PracticeReply practiceContent(const PracticeRequest &request, const PracticeAccount &account, const QStringList &scopes,
                              const QString &prefix)
{
    const QString what = pattern().match(request.path).captured(2);
    const QString need = prefix
        + (what == "media"_L1          ? u"basic"_s
               : what == "insights"_L1 ? u"manage_insights"_s
                                       : u"content_publish"_s);
    if (!scopes.contains(need))
        return missing(need);
    if (what == "media"_L1)
        return media(request, account);
    return what == "insights"_L1 ? insights(request, account) : publishingLimit();
}

} // namespace tokendesk
