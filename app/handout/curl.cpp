// SPDX-License-Identifier: GPL-3.0-or-later
#include "handout/curl.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString quoted(const QString &text, Shell shell)
{
    const QString inside = shell == Shell::Posix ? u"'\\''"_s : u"''"_s;
    return u'\'' + QString(text).replace(u'\'', inside) + u'\'';
}

} // namespace

Shell systemShell()
{
#ifdef Q_OS_WIN
    return Shell::PowerShell;
#else
    return Shell::Posix;
#endif
}

QString curlCommand(const Provider &provider, const ApiPath &path, const QString &name, Shell shell)
{
    const QString address = quoted(apiBase(provider).toString(QUrl::FullyEncoded) + path.text(), shell);
    const QString token = u"$(tokendesk-cli token %1)"_s.arg(quoted(name, shell));
    const bool header = provider.family == Family::Standard;
    const QString what = header ? u"Authorization: Bearer "_s : u"access_token="_s;
    if (shell == Shell::PowerShell) {
        const QString option = header ? u"-H"_s : u"--data-urlencode"_s;
        return u"curl.exe -sS -g -G %1 %2 \"%3%4\""_s.arg(address, option, what, token);
    }
    const QString option = header ? u"header"_s : u"data-urlencode"_s;
    return u"curl -sS -g -G %1 -K - <<END\n%2 = \"%3%4\"\nEND\n"_s.arg(address, option, what, token);
}

QString commandName(const Account &account, const QList<Account> &all)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_][A-Za-z0-9._]{0,63}$"_s);
    const QString name = u'@' + account.username;
    const auto sharesName = [&](const Account &other) {
        const bool sameUser = other.username.compare(account.username, Qt::CaseInsensitive) == 0;
        return other.id != account.id && (sameUser || other.label == name);
    };
    const bool usable = plain.match(account.username).hasMatch() && std::ranges::none_of(all, sharesName);
    return usable ? name : account.id;
}

} // namespace tokendesk
