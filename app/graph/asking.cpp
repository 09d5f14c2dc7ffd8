// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of GraphClient that asks what a person wants to know.
#include "graph/calling.h"
#include "graph/clientproof.h"
#include "graph/graphclient.h"

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// The whole address is a secret where the token is in it: it is never logged.
QUrl addressOf(const ApiQuestion &question)
{
    QUrl url = apiBase(question.provider);
    url.setPath(url.path() + question.path.path());
    Form credentials;
    if (question.provider.family != Family::Standard)
        credentials.add("access_token", question.token.view());
    if (question.provider.family == Family::Facebook && !question.appSecret.isEmpty())
        credentials.add("appsecret_proof", appSecretProof(question.token, question.appSecret));
    QString query = question.path.query();
    const Secret added = credentials.take();
    if (!query.isEmpty() && !added.isEmpty())
        query += u'&';
    query += added.toText();
    if (!query.isEmpty())
        url.setQuery(query, QUrl::StrictMode);
    return url;
}

} // namespace

void GraphClient::ask(const ApiQuestion &question, QObject *context, Callback<Answer> done)
{
    if (question.path.path().isEmpty() || apiBase(question.provider).isEmpty())
        return refuse(u"asking the API"_s, context, std::move(done));
    Sending sending;
    if (question.provider.family == Family::Standard) {
        QByteArray header("Bearer ");
        header.reserve(header.size() + question.token.size());
        header += question.token.view();
        sending.authorization = Secret::takeFrom(header);
    }
    m_line.send(addressOf(question), sending, largestAnswer, context, std::move(done));
}

} // namespace tokendesk
