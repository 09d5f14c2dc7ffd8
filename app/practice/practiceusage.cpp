// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceusage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int businessCallsPerHour = 200; // of an account that few people see
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

QJsonObject businessUsage(int percent, int minutes, const QString &subject)
{
    QJsonObject object = usage(percent);
    object.insert(u"type"_s, u"instagram"_s);
    object.insert(u"estimated_time_to_regain_access"_s, minutes);
    return {{subject, QJsonArray{object}}};
}

} // namespace

const PracticeUsage::Calls &PracticeUsage::lastHour(quint64 appId, const QDateTime &now)
{
    Calls &calls = m_calls[appId];
    calls.removeIf([&now](const auto &call) { return call.first.addSecs(3600) <= now; });
    return calls;
}

qsizetype PracticeUsage::allowance(const Calls &calls) const
{
    QSet<quint64> users;
    for (const auto &[when, user] : calls)
        users.insert(user);
    return qMax<qsizetype>(1, users.size()) * m_callsPerUser;
}

bool PracticeUsage::isExhausted(quint64 appId, const QDateTime &now)
{
    const Calls &calls = lastHour(appId, now);
    const bool exhausted = calls.size() >= allowance(calls);
    m_refused += exhausted ? 1 : 0;
    return exhausted;
}

void PracticeUsage::count(PracticeReply &reply, const PracticeCaller &caller, const QDateTime &now)
{
    m_calls[caller.appId].append({now, caller.userId});
    const Calls &calls = lastHour(caller.appId, now);
    const auto own = std::ranges::count(calls, caller.userId, [](const auto &call) { return call.second; });
    addHeader(reply, "X-App-Usage", usage(int(qMin<qsizetype>(100, calls.size() * 100 / allowance(calls)))));
    const int percent = int(qMin<qsizetype>(99, own * 100 / businessCallsPerHour));
    addHeader(reply, "X-Business-Use-Case-Usage", businessUsage(percent, 0, caller.subject));
}

PracticeError PracticeUsage::exhausted()
{
    return {.message = u"(#4) Application request limit reached"_s, .code = 4, .transient = true, .throttle = true};
}

void PracticeUsage::addExhausted(PracticeReply &reply, const QString &subject, int errorCode)
{
    if (errorCode >= firstBusinessCode)
        addHeader(reply, "X-Business-Use-Case-Usage", businessUsage(100, minutesToRegain, subject));
    else
        addHeader(reply, "X-App-Usage", usage(100));
}

} // namespace tokendesk
