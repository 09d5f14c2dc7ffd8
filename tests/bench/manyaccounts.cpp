// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/manyaccounts.h"

#include "support/databaseplace.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace tokendesk {

bool fillWithAccounts(const QString &folder, int count)
{
    const OutsideConnection outside(folder + "/tokendesk.sqlite"_L1);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QString error
        = outside.run(u"WITH RECURSIVE s (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM s WHERE value < %1) "
                      "INSERT INTO accounts (id, provider_id, registration_id, user_id, professional_id, username, "
                      "name, label, account_type, token_kind, issued_at, expires_at, requested_scopes, "
                      "granted_scopes, granted_known, custody, token_key, refused, refused_for) SELECT 'id' || value, "
                      "'practice', NULL, 'user' || value, '1784', "
                      "'someone.with.a.name' || value, 'Some One', '', 'BUSINESS', 'long-lived', %2, %3, "
                      "'[\"instagram_business_basic\"]', '[\"instagram_business_basic\"]', 1, 'keychain', "
                      "'tokendesk/token/' || value, 0, '' "
                      "FROM s"_s.arg(count)
                          .arg(now)
                          .arg(now + 60LL * 86'400'000));
    if (!error.isEmpty())
        std::fprintf(stderr, "the accounts could not be written: %s\n", qPrintable(error));
    return error.isEmpty();
}

double proportionalMegabytes()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    static const QRegularExpression line(u"^Pss:\\s+(\\d+) kB"_s, QRegularExpression::MultilineOption);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return line.match(QString::fromLatin1(file.readAll())).captured(1).toDouble() / 1000;
}

} // namespace tokendesk
