// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>
#include <expected>

namespace tokendesk {

struct Provider;

/// Why a path is not asked for.
enum class PathFault {
    Empty,
    TooLong, ///< over 1000 characters
    Host, ///< it names a host or a scheme, or could be taken for one: "//", ":", "@", a backslash
    Climb, ///< "." or ".." as a segment, as it is or in percent-encoding
    Character, ///< one that has no business in a path or a query
    Credential, ///< a parameter that is the program's to add, or something that looks like a token
    Effect, ///< what is there gives out tokens, ends them or does something else than answer
};

/// One thing to be read at a provider's API: what follows its address. Made by readApiPath only, so that whatever is
/// asked has passed there.
class ApiPath
{
public:
    ApiPath() = default;
    QString path() const { return m_path; } ///< "/me/media"
    QString query() const { return m_query; } ///< "fields=id&limit=5"; empty for none
    QString text() const { return m_query.isEmpty() ? m_path : m_path + u'?' + m_query; }

private:
    friend std::expected<ApiPath, PathFault> readApiPath(const QString &typed, const Provider &provider);
    QString m_path;
    QString m_query;
};

/// Where a provider's API begins, without a slash at the end: "https://graph.instagram.com/v25.0". Empty where nothing
/// is known to read there.
QUrl apiBase(const Provider &provider);

/// What somebody typed or a provider file says, with or without the slash it begins with, or with the API's own address
/// before it. Strict: the host can never be another one, nothing but a GET is asked for, and no token is in it. Only
/// printable ASCII; what is beyond comes percent-encoded. Pure.
std::expected<ApiPath, PathFault> readApiPath(const QString &typed, const Provider &provider);

} // namespace tokendesk
