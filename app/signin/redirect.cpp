// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/redirect.h"

#include "provider/loopback.h"

#include <QUrl>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int httpPort = 80;
constexpr int httpsPort = 443;

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// application/x-www-form-urlencoded, decoded once; what is no escape stays as it is. QByteArray::fromPercentEncoding()
// makes up a byte for "%zz" and knows no '+'.
QByteArray decoded(QByteArrayView text)
{
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size();
        const int high = escape ? hexDigit(text[i + 1]) : -1;
        const int low = escape ? hexDigit(text[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            plain.append(char(high * 16 + low));
            i += 2;
        } else {
            plain.append(text[i] == '+' ? ' ' : text[i]);
        }
    }
    return plain;
}

// Instagram ends its redirect with "#_", Facebook with "#_=_". A browser keeps them as a fragment; an encoded one
// arrives when somebody encoded the whole address.
QByteArrayView withoutMetaSuffix(QByteArrayView value)
{
    for (const QByteArrayView suffix : {QByteArrayView("#_=_"), QByteArrayView("#_")}) {
        if (value.endsWith(suffix))
            return value.chopped(suffix.size());
    }
    return value;
}

enum Field { Code, State, ErrorName, Issuer, Reason, Description, FieldCount };

constexpr std::array<const char *, FieldCount> fieldNames{"code", "state",        "error",
                                                          "iss",  "error_reason", "error_description"};

struct Parameters
{
    std::array<QByteArray, FieldCount> values{};
    std::array<int, FieldCount> counts{};

    ~Parameters()
    {
        for (QByteArray &value : values)
            wipe(value.data(), std::size_t(value.size()));
    }

    void add(QByteArrayView name, QByteArrayView value)
    {
        const QByteArray plainName = decoded(name);
        for (std::size_t field = 0; field < FieldCount; ++field) {
            if (plainName != fieldNames[field])
                continue;
            if (++counts[field] == 1)
                values[field] = decoded(value);
        }
    }

    bool isRepeated(Field field) const { return counts[field] > 1; }
};

// Calls `visit` with each piece between separators.
template <typename Visit>
void forEachPiece(QByteArrayView text, char separator, Visit visit)
{
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf(separator);
        visit(end < 0 ? text : text.first(end));
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
}

void readPair(QByteArrayView pair, Parameters &parameters)
{
    const qsizetype equals = pair.indexOf('=');
    if (equals >= 0)
        parameters.add(pair.first(equals), pair.sliced(equals + 1));
    else if (!pair.isEmpty())
        parameters.add(pair, {});
}

std::expected<Redirect, RedirectRefusal> readQuery(QByteArrayView query, const Secret &state)
{
    Parameters parameters;
    forEachPiece(query, '&', [&](QByteArrayView pair) { readPair(pair, parameters); });

    if (parameters.isRepeated(State))
        return std::unexpected(RedirectRefusal::Repeated);
    if (state.isEmpty() || !state.equals(withoutMetaSuffix(parameters.values[State])))
        return std::unexpected(RedirectRefusal::WrongState);
    for (std::size_t field = 0; field < FieldCount; ++field) {
        if (parameters.isRepeated(Field(field)))
            return std::unexpected(RedirectRefusal::Repeated);
    }

    Redirect redirect;
    redirect.issuer = parameters.values[Issuer];
    redirect.error = QString::fromUtf8(withoutMetaSuffix(parameters.values[ErrorName]));
    redirect.errorReason = QString::fromUtf8(withoutMetaSuffix(parameters.values[Reason]));
    redirect.errorDescription = QString::fromUtf8(withoutMetaSuffix(parameters.values[Description]));
    if (redirect.error.isEmpty())
        redirect.code = Secret(withoutMetaSuffix(parameters.values[Code]));
    if (redirect.error.isEmpty() && redirect.code.isEmpty())
        return std::unexpected(RedirectRefusal::NothingInIt);
    return redirect;
}

struct Split
{
    QByteArrayView before; ///< up to the query
    QByteArrayView query;
};

Split splitAtQuery(QByteArrayView text)
{
    const qsizetype hash = text.indexOf('#');
    if (hash >= 0)
        text = text.first(hash);
    const qsizetype mark = text.indexOf('?');
    return mark < 0 ? Split{text, {}} : Split{text.first(mark), text.sliced(mark + 1)};
}

bool isWrapping(QChar c)
{
    static constexpr QStringView quotes
        = u"\"'`<>\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB\u2039\u203A\uFEFF\u200B";
    return c.isSpace() || quotes.contains(c);
}

// What people and mail programs put around an address and into it.
QByteArray unwrapped(QStringView text)
{
    while (!text.isEmpty() && isWrapping(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isWrapping(text.back()))
        text.chop(1);
    QByteArray bytes = text.toUtf8();
    bytes.removeIf([](char c) { return c == '\n' || c == '\r'; });
    return bytes;
}

} // namespace

Result<RedirectAddress> readRedirectAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const bool secure = url.scheme() == "https"_L1;
    const bool known = secure || url.scheme() == "http"_L1;
    const QString host = url.host();
    const int standardPort = secure ? httpsPort : httpPort;
    const int port = url.port(standardPort);
    const bool bare = !url.hasQuery() && !url.hasFragment() && url.userInfo().isEmpty();
    if (url.isValid() && secure && bare && !host.isEmpty() && !isLoopback(host)) {
        Result<RedirectAddress> here = readRedirectAddress(QString(relayTarget));
        here->relayed = true;
        return here;
    }
    if (!url.isValid() || !known || !isLoopback(host) || !bare || port == 0)
        return failure(ErrorKind::Misconfigured, u"A redirect address is not one on this computer"_s);

    RedirectAddress read{.secure = secure, .host = host, .port = quint16(port)};
    read.path = url.path(QUrl::FullyEncoded).toLatin1();
    if (read.path.isEmpty())
        read.path = "/";
    read.authority = host.contains(u':') ? '[' + host.toLatin1() + ']' : host.toLatin1();
    if (port != standardPort)
        read.authority += ':' + QByteArray::number(port);
    read.origin = (secure ? "https://" : "http://") + read.authority;
    return read;
}

std::expected<Redirect, RedirectRefusal> readRedirectTarget(QByteArrayView target, const QString &address,
                                                            const Secret &state)
{
    if (target.size() > largestRedirect)
        return std::unexpected(RedirectRefusal::TooLong);
    const auto ours = readRedirectAddress(address);
    const Split split = splitAtQuery(target);
    if (!ours || split.before != ours->path)
        return std::unexpected(RedirectRefusal::NotOurs);
    return readQuery(split.query, state);
}

std::expected<Redirect, RedirectRefusal> readPastedAddress(const QString &text, const QString &address,
                                                           const Secret &state)
{
    // Four times the limit leaves room for what is stripped and keeps the work on a pasted book small.
    if (text.size() > 4 * largestRedirect)
        return std::unexpected(RedirectRefusal::TooLong);
    const QByteArray pasted = unwrapped(text);
    if (pasted.size() > largestRedirect)
        return std::unexpected(RedirectRefusal::TooLong);
    const auto ours = readRedirectAddress(address);
    const Split split = splitAtQuery(pasted);
    // As registered, or as browsers show the same address ("/" for no path, no standard port).
    const bool isRelayRoot
        = ours && ours->relayed && QUrl(address).path().isEmpty() && split.before == address.toUtf8() + '/';
    const bool isOurs = ours && (split.before == address.toUtf8() || split.before == ours->origin + ours->path);
    if (!isOurs && !isRelayRoot)
        return std::unexpected(RedirectRefusal::NotOurs);
    return readQuery(split.query, state);
}

} // namespace tokendesk
