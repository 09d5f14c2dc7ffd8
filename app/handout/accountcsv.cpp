// SPDX-License-Identifier: GPL-3.0-or-later
//
// The words that only this table has are here and not in ui or cli: window and command line write the same.
#include "handout/accountcsv.h"

#include "handout/accounttype.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class AccountCsv
{
    Q_DECLARE_TR_FUNCTIONS(AccountCsv)
};

QString kindInWords(TokenKind kind)
{
    switch (kind) {
    case TokenKind::ShortLived:
        return AccountCsv::tr("short-lived");
    case TokenKind::LongLived:
        return AccountCsv::tr("long-lived");
    case TokenKind::Unknown:
        return AccountCsv::tr("unknown");
    case TokenKind::NoExpiry:
        return AccountCsv::tr("no expiry date");
    case TokenKind::Refreshable:
        return AccountCsv::tr("with a refresh token");
    }
    Q_UNREACHABLE();
}

QString timeOf(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QStringList headings()
{
    return {AccountCsv::tr("Name"),          AccountCsv::tr("User name"),     AccountCsv::tr("User id"),
            AccountCsv::tr("Provider"),      AccountCsv::tr("Type"),          AccountCsv::tr("Status"),
            AccountCsv::tr("Status detail"), AccountCsv::tr("Needs you"),     AccountCsv::tr("Token kind"),
            AccountCsv::tr("Issued (UTC)"),  AccountCsv::tr("Expires (UTC)"), AccountCsv::tr("Permissions")};
}

QStringList cellsOf(const AccountCsvRow &row)
{
    const Account &account = row.account;
    return {account.displayName(),
            account.username,
            account.userId,
            row.provider,
            accountTypeInWords(account.accountType),
            row.word,
            row.detail,
            row.needsYou ? AccountCsv::tr("yes") : AccountCsv::tr("no"),
            kindInWords(account.tokenKind),
            timeOf(account.issuedAt),
            timeOf(account.expiresAt),
            account.grantedScopes.join(u' ')};
}

/// A format character, such as one that changes the direction, may hide what a cell begins with.
QString withoutControls(QString text)
{
    for (QChar &c : text) {
        const bool control
            = c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
        if (control)
            c = u' ';
    }
    return text;
}

QByteArray lineOf(const QStringList &texts)
{
    QStringList cells;
    for (const QString &text : texts)
        cells.append(csvCell(text));
    return cells.join(u',').toUtf8() + "\r\n";
}

} // namespace

QString csvCell(QString text)
{
    // After a semicolon as well, which begins a cell where the comma is a decimal point. Full-width signs count in
    // Japanese and Chinese Excel.
    static const QRegularExpression formula(uR"((^|;)(?=[\s\p{Cf}]*[=+\-@\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}]))"_s);
    static const QRegularExpression longNumber(u"^(?=\\d{16,}$)"_s);
    static const QRegularExpression special(u"[\",;']|^\\s|\\s$"_s);
    text = withoutControls(std::move(text));
    text.replace(formula, u"\\1'"_s).replace(longNumber, u"'"_s);
    if (!text.contains(special))
        return text;
    return u'"' + text.replace(u'"', "\"\""_L1) + u'"';
}

QByteArray accountCsv(const QList<AccountCsvRow> &rows)
{
    QByteArray table = "\xEF\xBB\xBF" + lineOf(headings());
    for (const AccountCsvRow &row : rows)
        table += lineOf(cellsOf(row));
    return table;
}

} // namespace tokendesk
