// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/batchparts.h"

#include "base/json.h"
#include "graph/clientproof.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int deepestNesting = 8;
constexpr std::size_t mostHeaders = 64; // of one part

/// Percent-encoded as it is, so that nothing in it has a meaning in JSON.
QByteArray relativeTo(const QUrl &root, const QUrl &call)
{
    return call.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment)
        .mid(root.path(QUrl::FullyEncoded).size());
}

void addFrom(const QUrlQuery &query, const QString &name, Form &form)
{
    if (query.hasQueryItem(name))
        form.add(name.toLatin1(), query.queryItemValue(name, QUrl::FullyDecoded).toUtf8());
}

QList<QNetworkReply::RawHeaderPair> headersOf(const Json *list)
{
    QList<QNetworkReply::RawHeaderPair> headers;
    if (!list || list->items.size() > mostHeaders)
        return headers;
    for (const Json &item : list->items) {
        const Json *name = item.member("name");
        const Json *value = item.member("value");
        if (name && value)
            headers.append({name->bytes(), value->bytes()});
    }
    return headers;
}

Result<Answer> partOf(const Json &part, const Answer &whole)
{
    if (part.isNull())
        return failure(ErrorKind::TimedOut, u"the provider did not get to this part of the batch"_s);
    const Json *code = part.member("code");
    const Json *body = part.member("body");
    const int status = code && code->kind == Json::Kind::Number ? code->raw.toByteArray().toInt() : 0;
    if (status < 100 || status > 599 || !body || !body->isText())
        return failure(ErrorKind::Malformed, u"a part of the batch that cannot be read"_s);
    Answer answer;
    answer.status = status;
    answer.body = body->bytes();
    answer.headers = headersOf(part.member("headers"));
    if (answer.header("Date").isEmpty())
        answer.headers.append({"Date", whole.header("Date")});
    return answer;
}

} // namespace

Secret batchForm(const QUrl &root, const std::vector<QUrl> &calls)
{
    QByteArray list;
    list.reserve(qsizetype(calls.size()) * 1024);
    for (const QUrl &call : calls) {
        QByteArray relative = relativeTo(root, call);
        list += list.isEmpty() ? "[" : ",";
        list += R"({"method":"GET","relative_url":")" + relative + R"("})";
        wipe(relative.data(), std::size_t(relative.size()));
    }
    list += ']';
    Form form;
    const QUrlQuery first(calls.front());
    addFrom(first, u"access_token"_s, form);
    addFrom(first, u"appsecret_proof"_s, form);
    form.add("batch", list);
    wipe(list.data(), std::size_t(list.size()));
    return form.take();
}

Result<std::vector<Result<Answer>>> readBatch(const Answer &answer, std::size_t calls)
{
    const auto root = readJson(answer.body, deepestNesting);
    if (!root || !root->isArray() || root->items.size() != calls)
        return failure(ErrorKind::Malformed, u"an answer to a batch that cannot be read"_s);
    std::vector<Result<Answer>> parts;
    parts.reserve(calls);
    for (const Json &part : root->items)
        parts.push_back(partOf(part, answer));
    return parts;
}

} // namespace tokendesk
