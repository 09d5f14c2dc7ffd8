// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicebrowsing.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tokendesk {

QString randomPracticeText()
{
    QByteArray bytes(48, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

bool isPracticeAppId(const QString &text)
{
    static const QRegularExpression digits(u"^[1-9][0-9]{4,17}$"_s);
    return digits.match(text).hasMatch();
}

bool isOnThisComputer(const QString &redirectUri)
{
    static const QStringList hosts{u"localhost"_s, u"127.0.0.1"_s, u"::1"_s};
    const QUrl url(redirectUri, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && hosts.contains(url.host())
        && url.userInfo().isEmpty() && !url.hasFragment();
}

QStringList readPracticeScopes(const QString &text)
{
    static const QRegularExpression separators(u"[, ]+"_s);
    QStringList scopes = text.split(separators, Qt::SkipEmptyParts);
    scopes.removeDuplicates();
    return scopes;
}

QByteArray practiceAddress(const QString &redirectUri, const QList<std::pair<QString, QString>> &values)
{
    QByteArray address = redirectUri.toUtf8();
    for (const auto &[name, value] : values) {
        address += address.contains('?') ? '&' : '?';
        address += name.toUtf8() + '=' + QUrl::toPercentEncoding(value).replace("%20", "+");
    }
    return address;
}

} // namespace tokendesk
