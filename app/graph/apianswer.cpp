// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/apianswer.h"

#include "base/logging.h"
#include "graph/replies.h"
#include "graph/replyfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int deepestNesting = 32;
const QString mask = u"[redacted]"_s;

bool namesCredential(const QString &key)
{
    static const QRegularExpression names(
        u"token|secret|password|appsecret_proof|signed_request|session_key|authorization|cookie"_s,
        QRegularExpression::CaseInsensitiveOption);
    return key != "token_type"_L1 && names.match(key).hasMatch();
}

bool isScalar(Json::Kind kind)
{
    return kind != Json::Kind::Array && kind != Json::Kind::Object;
}

/// Copies what was read into what may be seen.
class Masking
{
public:
    explicit Masking(const std::vector<const Secret *> &secrets)
    {
        for (const Secret *secret : secrets) {
            if (!secret->isEmpty())
                m_secrets.push_back(secret->clone());
        }
    }

    AnswerNode copy(const Json &value, bool underCredential = false) const
    {
        AnswerNode node{.key = seen(QString::fromUtf8(value.key)), .kind = value.kind};
        const bool credential = underCredential || namesCredential(node.key);
        if (isScalar(value.kind)) {
            const QString text = value.isText() ? value.text() : QString::fromLatin1(value.raw);
            const bool hidden = credential && !text.isEmpty() && (value.isText() || value.kind == Json::Kind::Number);
            node.value = hidden ? mask : seen(text);
            node.masked = hidden || node.value.contains(mask);
        }
        node.items.reserve(value.items.size());
        for (const Json &item : value.items)
            node.items.push_back(copy(item, credential));
        return node;
    }

private:
    QString seen(QString text) const
    {
        for (const Secret &secret : m_secrets) {
            QString plain = secret.toText();
            text.replace(plain, mask);
            QByteArray encoded = secret.view().toByteArray().toPercentEncoding();
            text.replace(QString::fromLatin1(encoded), mask);
            wipe(encoded.data(), std::size_t(encoded.size()));
            wipe(plain.data(), std::size_t(plain.size()) * sizeof(QChar));
        }
        return redacted(text);
    }

    std::vector<Secret> m_secrets;
};

std::optional<Error> refusalOf(const Answer &answer, const std::optional<Json> &root)
{
    const Result<Json> success = readSuccess(answer);
    const bool list = root && root->isArray() && answer.status >= 200 && answer.status < 300;
    return success || list ? std::nullopt : std::optional(success.error());
}

QString quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

void write(QString &text, const AnswerNode &node, int depth)
{
    const QString indentation(2 * (depth + 1), u' ');
    const bool object = node.kind == Json::Kind::Object;
    if (isScalar(node.kind)) {
        text += node.kind == Json::Kind::Text || node.masked ? quoted(node.value) : node.value;
        return;
    }
    text += object ? u'{' : u'[';
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        text += (i == 0 ? u"\n"_s : u",\n"_s) + indentation;
        if (object)
            text += quoted(node.items[i].key) + ": "_L1;
        write(text, node.items[i], depth + 1);
    }
    if (!node.items.empty())
        text += u'\n' + QString(2 * depth, u' ');
    text += object ? u'}' : u']';
}

} // namespace

ApiAnswer readApiAnswer(const Answer &answer, const std::vector<const Secret *> &secrets)
{
    QByteArrayView body = answer.body;
    if (body.startsWith("\xEF\xBB\xBF"))
        body = body.sliced(3);
    auto read = readJson(body, deepestNesting);
    const std::optional<Json> root = read ? std::optional(*std::move(read)) : std::nullopt;
    ApiAnswer told{.status = answer.status, .size = answer.body.size()};
    told.refusal = refusalOf(answer, root);
    if (root)
        told.root = Masking(secrets).copy(*root);
    return told;
}

QString asText(const AnswerNode &node)
{
    if (node.kind == Json::Kind::Text)
        return node.value;
    QString text;
    write(text, node, 0);
    return text;
}

} // namespace tokendesk
