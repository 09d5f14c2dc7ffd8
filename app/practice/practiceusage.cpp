// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceusage.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int callsPerHour = 200; // per user of the app (Meta, platform rate limits)
constexpr int minutesToRegain = 5;
constexpr int firstBusinessCode = 80000; // throttling by business use case; lower codes are the app's own limits

void addHeader(PracticeReply &reply, const QByteArray &name, const QJsonObject &value)
{
    reply.headers << std::pair(name, QJsonDocument(value).toJson(QJsonDocument::Compact));
}

QJsonObject usage(int percent)
{
    return {{u"call_count"_s, percent}, {u"total_time"_s, percent / 2}, {u"total_cputime"_s, percent / 3}};
}

QJsonObject businessUsage(int percent, int minutes, const PracticeAccount &account)
{
    QJsonObject object = usage(percent);
    object.insert(u"type"_s, u"instagram"_s);
    object.insert(u"estimated_time_to_regain_access"_s, minutes);
    return {{account.professionalId, QJsonArray{object}}};
}

} // namespace

void PracticeUsage::count(PracticeReply &reply, const PracticeAccount &account, const QDateTime &now)
{
    m_calls.removeIf([&now](const QDateTime &call) { return call.addSecs(3600) <= now; });
    m_calls.append(now);
    const int percent = int(qMin<qsizetype>(99, m_calls.size() * 100 / callsPerHour));
    addHeader(reply, "X-App-Usage", usage(percent));
    addHeader(reply, "X-Business-Use-Case-Usage", businessUsage(percent, 0, account));
}

void PracticeUsage::addExhausted(PracticeReply &reply, const PracticeAccount &account, int errorCode)
{
    if (errorCode >= firstBusinessCode)
        addHeader(reply, "X-Business-Use-Case-Usage", businessUsage(100, minutesToRegain, account));
    else
        addHeader(reply, "X-App-Usage", usage(100));
}

} // namespace tokendesk
