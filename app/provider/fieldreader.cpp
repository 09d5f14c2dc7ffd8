// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/fieldreader.h"

#include "base/printable.h"
#include "provider/loopback.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

FieldReader::FieldReader(const QString &language)
    : m_language(QString(language).replace(u'_', u'-'))
{
}

void FieldReader::fail(int line, const QString &what)
{
    if (!m_fault)
        m_fault = Error{.kind = ErrorKind::InvalidInput, .what = what, .line = line};
}

void FieldReader::fail(int line, const QString &what, ErrorHint hint, const QString &message)
{
    if (!m_fault)
        m_fault = Error{.kind = ErrorKind::InvalidInput, .what = what, .message = message, .hint = hint, .line = line};
}

void FieldReader::allowKeys(const Json &object, std::initializer_list<QByteArrayView> allowed)
{
    for (const Json &item : object.items) {
        if (std::ranges::find(allowed, QByteArrayView(item.key)) == allowed.end())
            fail(item.keyLine, u"an unknown key"_s);
        else if (item.isNull())
            fail(item.line, u"null where a value is expected"_s);
    }
}

const Json *FieldReader::need(const Json &object, QByteArrayView key)
{
    const Json *value = object.member(key);
    if (!value)
        fail(object.line, "the key \"%1\" is missing"_L1.arg(QLatin1StringView(key)));
    return value;
}

const Json *FieldReader::object(const Json &parent, QByteArrayView key)
{
    const Json *value = parent.member(key);
    if (value && !value->isObject())
        fail(value->line, u"an object is expected"_s);
    return value && value->isObject() ? value : nullptr;
}

std::vector<const Json *> FieldReader::objects(const Json &parent, QByteArrayView key, std::size_t most)
{
    const Json *list = parent.member(key);
    std::vector<const Json *> found;
    if (!list)
        return found;
    if (!list->isArray() || list->items.size() > most) {
        fail(list->line, u"a list of objects is expected"_s);
        return found;
    }
    for (const Json &item : list->items) {
        if (!item.isObject())
            fail(item.line, u"an object is expected"_s);
        found.push_back(&item);
    }
    return found;
}

QString FieldReader::textOf(const Json &value, const QString &pattern)
{
    if (!value.isText()) {
        fail(value.line, u"a text is expected"_s);
        return {};
    }
    const QString text = value.text();
    // Compiled once for all files: compiling was most of what reading one costs, and the program's start reads several.
    static QHash<QString, QRegularExpression> expressions; // of literals only
    QRegularExpression &expression = expressions[pattern];
    if (expression.pattern().isEmpty())
        expression.setPattern(QRegularExpression::anchoredPattern(pattern));
    const bool allowed = expression.match(text).hasMatch();
    if (!allowed || std::ranges::any_of(text, isDeceptive))
        fail(value.line, u"a text that is not allowed here"_s);
    return text;
}

QString FieldReader::text(const Json &parent, QByteArrayView key, const QString &pattern)
{
    const Json *value = need(parent, key);
    return value ? textOf(*value, pattern) : QString();
}

QString FieldReader::optionalText(const Json &parent, QByteArrayView key, const QString &pattern)
{
    const Json *value = parent.member(key);
    return value ? textOf(*value, pattern) : QString();
}

QStringList FieldReader::texts(const Json &parent, QByteArrayView key, const QString &pattern, std::size_t most)
{
    const Json *list = parent.member(key);
    if (!list)
        return {};
    if (!list->isArray() || list->items.size() > most) {
        fail(list->line, u"a list of texts is expected"_s);
        return {};
    }
    QStringList read;
    for (const Json &item : list->items) {
        const QString text = textOf(item, pattern);
        if (read.contains(text))
            fail(item.line, u"the same text twice"_s);
        read.append(text);
    }
    return read;
}

QString FieldReader::sentence(const Json &parent, QByteArrayView key, qsizetype longest)
{
    const Json *value = need(parent, key);
    if (value && value->isObject())
        value = inLanguage(*value);
    if (!value)
        return {};
    const QString text = textOf(*value, u".*"_s);
    if (text.trimmed().isEmpty() || text.size() > longest)
        fail(value->line, u"a text that is empty or too long"_s);
    return text;
}

/// The text in the language asked for, else in its plain form ("de" for "de_AT"), else in English.
const Json *FieldReader::inLanguage(const Json &translations)
{
    const Json *best = need(translations, "en");
    for (const Json &item : translations.items) {
        const QString language = QString::fromUtf8(item.key).replace(u'_', u'-');
        static const QRegularExpression tag(u"^[a-z]{2,3}(-[A-Za-z]{2,4})?$"_s);
        if (!tag.match(language).hasMatch())
            fail(item.keyLine, u"no language"_s);
        textOf(item, u".*"_s);
        if (language == m_language)
            return &item;
        if (language == m_language.section(u'-', 0, 0))
            best = &item;
    }
    return best;
}

bool FieldReader::flag(const Json &parent, QByteArrayView key)
{
    const Json *value = parent.member(key);
    if (value && value->kind != Json::Kind::Bool)
        fail(value->line, u"true or false is expected"_s);
    return value && value->isTrue();
}

std::chrono::seconds FieldReader::seconds(const Json &parent, QByteArrayView key, std::chrono::seconds least,
                                          std::chrono::seconds most)
{
    const Json *value = parent.member(key);
    if (!value)
        return 0s;
    bool whole = false;
    const qint64 number = value->kind == Json::Kind::Number ? value->raw.toLongLong(&whole) : 0;
    if (!whole || number < least.count() || number > most.count())
        fail(value->line, u"a whole number of seconds in its range is expected"_s);
    return std::chrono::seconds(number);
}

QUrl FieldReader::address(const Json &value, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.host().endsWith(u'.'))
        fail(value.line, u"no valid address"_s);
    else if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && isLoopback(url.host())))
        fail(value.line, u"an address that is not https"_s);
    else if (url.authority(QUrl::FullyEncoded).contains(u'@'))
        fail(value.line, u"an address with a user name"_s);
    return url;
}

} // namespace tokendesk
