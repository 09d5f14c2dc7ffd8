// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicebroker.h"

#include "practice/practicebrowsing.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tokendesk {

std::expected<PracticeRequest, PracticeError> PracticeBroker::forwarded(const PracticeRequest &request,
                                                                        const QString &appSecret)
{
    const QString grantType = request.parameter(u"grant_type"_s);
    const bool facebook = request.path.startsWith("/facebook/"_L1);
    const QString exchange = facebook ? u"fb_exchange_token"_s : u"ig_exchange_token"_s;
    if (request.method != "POST" || request.parameter(u"provider"_s).isEmpty())
        return std::unexpected(
            PracticeError{.message = u"POST a form with a provider"_s, .type = u"invalid_request"_s});
    if (!isPracticeAppId(request.parameter(u"client_id"_s)))
        return std::unexpected(PracticeError{.message = u"No app of ours"_s, .type = u"unauthorized_client"_s});
    if (grantType != "authorization_code"_L1 && grantType != exchange)
        return std::unexpected(
            PracticeError{.message = u"Not for this provider"_s, .type = u"unsupported_grant_type"_s});
    PracticeRequest onward = request;
    onward.parameters.remove(u"provider"_s);
    onward.parameters.insert(u"client_secret"_s, appSecret);
    onward.path = facebook ? u"/facebook/oauth/access_token"_s : u"/oauth/access_token"_s;
    if (grantType == "ig_exchange_token"_L1) {
        onward.method = "GET";
        onward.path = u"/access_token"_s;
    }
    return onward;
}

PracticeReply PracticeBroker::passedOn(const PracticeReply &reply, const QString &clientId, PracticeShapes shapes)
{
    QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    if (reply.status != 200)
        return reply;
    object.insert(u"client_id"_s, shapes & PracticeShape::OtherApp ? clientId + u'0' : clientId);
    return jsonReply(200, object);
}

PracticeReply PracticeBroker::refusal(const PracticeError &error)
{
    return jsonReply(error.status, {{u"error"_s, error.type}, {u"error_description"_s, error.message}});
}

} // namespace tokendesk
