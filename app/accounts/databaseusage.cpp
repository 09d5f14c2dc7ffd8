// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the database that is about how much of an app's allowances is used. Nothing depends on it: it is bounded,
// and what is old is forgotten with every change.
#include "accounts/database.h"
#include "accounts/statements.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int mostSamples = 50'000; // about 5 MB

constexpr std::pair<Allowance, const char *> names[] = {{Allowance::App, "app"},
                                                        {Allowance::Business, "business"},
                                                        {Allowance::Page, "page"},
                                                        {Allowance::AdAccount, "ad-account"}};

QString nameOf(Allowance allowance)
{
    for (const auto &[value, name] : names) {
        if (value == allowance)
            return QLatin1StringView(name);
    }
    Q_UNREACHABLE();
}

QString columns()
{
    return u"provider_id, registration_id, account_id, allowance, slot, calls, time, processor, free_at"_s;
}

QVariant instant(const QDateTime &when)
{
    return when.isValid() ? QVariant(when.toMSecsSinceEpoch()) : QVariant();
}

QDateTime instantFrom(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong()).toUTC();
}

/// A null text would be NULL.
QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

qint64 minuteOf(const QDateTime &when)
{
    return when.toSecsSinceEpoch() / 60 * 60;
}

/// Where its stretch begins.
QVariantList toRow(const UsageSample &sample)
{
    constexpr qint64 stretch = std::chrono::milliseconds(usageStretch).count();
    return {text(sample.providerId),
            text(sample.registrationId),
            text(sample.accountId),
            nameOf(sample.allowance),
            sample.at.toMSecsSinceEpoch() / stretch * stretch,
            sample.calls,
            sample.time,
            sample.processor,
            instant(sample.freeAt)};
}

Result<UsageSample> sampleFrom(const QSqlQuery &row)
{
    UsageSample sample{.providerId = row.value(0).toString(),
                       .registrationId = row.value(1).toString(),
                       .accountId = row.value(2).toString(),
                       .at = instantFrom(row.value(4)),
                       .calls = row.value(5).toInt(),
                       .time = row.value(6).toInt(),
                       .processor = row.value(7).toInt(),
                       .freeAt = instantFrom(row.value(8))};
    const QString allowance = row.value(3).toString();
    for (const auto &[value, name] : names) {
        if (allowance == QLatin1StringView(name)) {
            sample.allowance = value;
            return sample;
        }
    }
    return failure(ErrorKind::Storage, u"a sample of an allowance that nobody knows"_s);
}

} // namespace

Result<void> Database::noteUsage(const QList<UsageSample> &samples, const QDateTime &now)
{
    const QStringList places(columns().count(u',') + 1, u"?"_s);
    const QString insert = u"INSERT INTO usage_samples (%1) VALUES (%2) ON CONFLICT DO UPDATE SET "
                           "calls = max(calls, excluded.calls), time = max(time, excluded.time), "
                           "processor = max(processor, excluded.processor), free_at = excluded.free_at"_s.arg(
                               columns(), places.join(u", "_s));
    Transaction transaction(m_connectionName);
    for (const UsageSample &sample : samples)
        transaction.change(insert, toRow(sample));
    // What is ahead of the clock was written before it was set back.
    transaction.change(u"DELETE FROM usage_samples WHERE slot < ? OR slot > ?"_s,
                       {now.addSecs(-usageKept.count()).toMSecsSinceEpoch(), now.addDays(1).toMSecsSinceEpoch()});
    transaction.change(u"DELETE FROM usage_samples WHERE slot <= "
                       "(SELECT slot FROM usage_samples ORDER BY slot DESC LIMIT 1 OFFSET ?)"_s,
                       {mostSamples});
    return transaction.commit();
}

Result<void> Database::noteOwnCalls(const QList<OwnCalls> &made, const QDateTime &now)
{
    Transaction transaction(m_connectionName);
    for (const OwnCalls &calls : made)
        transaction.change(u"INSERT INTO own_calls (provider_id, registration_id, slot, calls) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT DO UPDATE SET calls = calls + excluded.calls"_s,
                           {text(calls.providerId), text(calls.registrationId), minuteOf(calls.at), calls.calls});
    transaction.change(u"DELETE FROM own_calls WHERE slot < ? OR slot > ?"_s,
                       {minuteOf(now.addSecs(-2 * 3600)), minuteOf(now.addDays(1))});
    return transaction.commit();
}

Result<int> Database::ownCalls(const QString &providerId, const QString &registrationId, const QDateTime &since) const
{
    const Result<QList<int>> sum = rows<int>(m_connectionName,
                                             u"SELECT coalesce(sum(calls), 0) FROM own_calls WHERE slot >= ? "
                                             "AND ((provider_id = ? AND registration_id = ?) OR provider_id = '')"_s,
                                             {minuteOf(since), text(providerId), text(registrationId)},
                                             [](const QSqlQuery &row) -> Result<int> { return row.value(0).toInt(); });
    if (!sum)
        return std::unexpected(sum.error());
    return sum->value(0);
}

Result<QList<UsageSample>> Database::newestUsage() const
{
    // SQLite gives the other columns of the row that has the greatest slot.
    return rows<UsageSample>(m_connectionName,
                             u"SELECT provider_id, registration_id, account_id, allowance, max(slot), calls, time, "
                             "processor, free_at FROM usage_samples "
                             "GROUP BY provider_id, registration_id, account_id, allowance"_s,
                             {}, sampleFrom);
}

Result<QList<UsageSample>> Database::usage(const UsageSample &series, const QDateTime &since) const
{
    const QVariantList row = toRow(series);
    return rows<UsageSample>(
        m_connectionName,
        u"SELECT %1 FROM usage_samples WHERE provider_id = ? AND registration_id = ? AND account_id = ? "
        "AND allowance = ? AND slot >= ? ORDER BY slot"_s.arg(columns()),
        {row.at(0), row.at(1), row.at(2), row.at(3), since.toMSecsSinceEpoch()}, sampleFrom);
}

} // namespace tokendesk
