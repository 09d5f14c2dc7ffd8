// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"

#include <QStringList>
#include <QUrl>
#include <chrono>
#include <initializer_list>
#include <optional>

namespace tokendesk {

/// Reads the members of JSON objects strictly. The first fault is kept with its line; what is read after it does not
/// matter, so that callers read on without asking each time. Patterns match the whole text.
class FieldReader
{
public:
    /// `language` picks among texts that come in several.
    explicit FieldReader(const QString &language);

    const std::optional<Error> &fault() const { return m_fault; }

protected:
    void fail(int line, const QString &what);
    /// The same with what in particular is wrong: Error::message.
    void fail(int line, const QString &what, ErrorHint hint, const QString &message);

    /// Refuses other keys than these, and null.
    void allowKeys(const Json &object, std::initializer_list<QByteArrayView> allowed);
    /// The member, which must be there.
    const Json *need(const Json &object, QByteArrayView key);
    const Json *object(const Json &parent, QByteArrayView key);
    /// The items of a list of objects; none where the member is missing.
    std::vector<const Json *> objects(const Json &parent, QByteArrayView key, std::size_t most);

    QString textOf(const Json &value, const QString &pattern);
    QString text(const Json &parent, QByteArrayView key, const QString &pattern);
    QString optionalText(const Json &parent, QByteArrayView key, const QString &pattern);
    /// A list of different texts; empty where the member is missing.
    QStringList texts(const Json &parent, QByteArrayView key, const QString &pattern, std::size_t most);
    /// A text for people: plain, or one per language.
    QString sentence(const Json &parent, QByteArrayView key, qsizetype longest);
    /// false where the member is missing.
    bool flag(const Json &parent, QByteArrayView key);
    /// 0 where the member is missing.
    std::chrono::seconds seconds(const Json &parent, QByteArrayView key, std::chrono::seconds least,
                                 std::chrono::seconds most);
    /// https anywhere, http on this computer only, never with a user name or password.
    QUrl address(const Json &value, const QString &text);

private:
    const Json *inLanguage(const Json &translations);

    QString m_language;
    std::optional<Error> m_fault;
};

} // namespace tokendesk
