// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/usage.h"

#include "base/json.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr qsizetype longestHeader = 16 * 1024;
constexpr std::size_t mostSubjects = 32; // as Meta documents
constexpr std::size_t mostMeasures = 8; // of one subject: Meta knows seven types
constexpr double highestPercent = 999;
constexpr double longestRegain = 24 * 3600;
constexpr int longestId = 32;

/// A number that is none below zero, also where it is sent as text.
std::optional<double> numberOf(const Json *value)
{
    if (!value || (value->kind != Json::Kind::Number && !value->isText()))
        return {};
    const QByteArray digits = value->isText() ? value->bytes() : value->raw.toByteArray();
    bool isNumber = false;
    const double number = digits.toDouble(&isNumber);
    return isNumber && std::isfinite(number) && number >= 0 ? std::optional(number) : std::nullopt;
}

/// Rounded up: a limit is met rather a little early.
int percentOf(const Json *value)
{
    return int(std::min(std::ceil(numberOf(value).value_or(0)), highestPercent));
}

std::chrono::seconds waitOf(const Json *value, std::chrono::seconds unit)
{
    const double wait = std::ceil(numberOf(value).value_or(0) * double(unit.count()));
    return std::chrono::seconds(qint64(std::min(wait, longestRegain)));
}

/// The three that Meta counts; nothing where not one of them is a number.
std::optional<Usage> measureOf(const Json &object, Allowance allowance)
{
    const Json *calls = object.member("call_count");
    const Json *time = object.member("total_time");
    const Json *processor = object.member("total_cputime");
    if (!object.isObject() || !(numberOf(calls) || numberOf(time) || numberOf(processor)))
        return {};
    return Usage{
        .allowance = allowance, .calls = percentOf(calls), .time = percentOf(time), .processor = percentOf(processor)};
}

void readPlain(const Json &root, Allowance allowance, QList<Usage> &list)
{
    if (const auto usage = measureOf(root, allowance))
        list.append(*usage);
}

QString wordOf(const Json *value)
{
    const QByteArray word = value ? value->bytes() : QByteArray();
    const bool plain = std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    return plain && word.size() <= longestId ? QString::fromLatin1(word) : QString();
}

/// By id, each with a measure for every type. The time to wait is in minutes here.
void readBusiness(const Json &root, QList<Usage> &list)
{
    const std::size_t subjects = std::min(root.items.size(), mostSubjects);
    for (const Json &subject : std::span(root.items).first(subjects)) {
        const bool isId = subject.key.size() <= longestId
            && std::ranges::all_of(subject.key, [](char c) { return c >= '0' && c <= '9'; });
        if (!isId || !subject.isArray())
            continue;
        for (const Json &item : std::span(subject.items).first(std::min(subject.items.size(), mostMeasures))) {
            auto usage = measureOf(item, Allowance::Business);
            if (!usage)
                continue;
            usage->subject = QString::fromLatin1(subject.key);
            usage->type = wordOf(item.member("type"));
            usage->regain = waitOf(item.member("estimated_time_to_regain_access"), 1min);
            list.append(*usage);
        }
    }
}

/// One number, and the time until it begins anew in seconds.
void readAdAccount(const Json &root, QList<Usage> &list)
{
    const Json *percent = root.member("acc_id_util_pct");
    if (!numberOf(percent))
        return;
    list.append({.allowance = Allowance::AdAccount,
                 .calls = percentOf(percent),
                 .regain = waitOf(root.member("reset_time_duration"), 1s)});
}

std::optional<Json> objectOf(const QByteArray &header)
{
    if (header.isEmpty() || header.size() > longestHeader)
        return {};
    auto root = readJson(header, 4);
    return root && root->isObject() ? std::optional(*std::move(root)) : std::nullopt;
}

} // namespace

int Usage::highest() const
{
    return std::max({calls, time, processor});
}

QList<Usage> readUsage(const Answer &answer)
{
    QList<Usage> list;
    // What is read points into the header: each stays until it is.
    const QByteArray app = answer.header("X-App-Usage");
    const QByteArray page = answer.header("X-Page-Usage");
    const QByteArray business = answer.header("X-Business-Use-Case-Usage");
    const QByteArray adAccount = answer.header("X-Ad-Account-Usage");
    if (const auto root = objectOf(app))
        readPlain(*root, Allowance::App, list);
    if (const auto root = objectOf(page))
        readPlain(*root, Allowance::Page, list);
    if (const auto root = objectOf(business))
        readBusiness(*root, list);
    if (const auto root = objectOf(adAccount))
        readAdAccount(*root, list);
    return list;
}

} // namespace tokendesk
