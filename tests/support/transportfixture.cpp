// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/transportfixture.h"

#include <QTest>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

TransportFixture::TransportFixture()
{
    transport.setTimeLimit(5s);
}

Result<Answer> TransportFixture::get(const QUrl &address, qsizetype sizeLimit)
{
    QObject context;
    std::optional<Result<Answer>> result;
    transport.get(address, sizeLimit, &context, [&result](Result<Answer> answer) { result = std::move(answer); });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20'000))
        return failure(ErrorKind::Cancelled, u"the test waited too long"_s);
    return *result;
}

Result<Answer> TransportFixture::post(const QByteArray &form, qsizetype sizeLimit)
{
    QNetworkRequest request(url());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    const std::unique_ptr<QNetworkReply> reply(transport.QNetworkAccessManager::post(request, form));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 20'000))
        return failure(ErrorKind::Cancelled, u"the test waited too long"_s);
    return Transport::read(*reply, sizeLimit);
}

int statusOf(const Result<Answer> &answer)
{
    return answer ? answer->status : 0;
}

QByteArray bodyOf(const Result<Answer> &answer)
{
    return answer ? answer->body : "error: " + answer.error().what.toUtf8();
}

QString kindOf(const Result<Answer> &answer)
{
    return answer ? u"an answer"_s : nameOf(answer.error().kind);
}

} // namespace tokendesk
