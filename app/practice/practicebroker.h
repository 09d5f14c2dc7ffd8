// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceinstagram.h"

namespace tokendesk {

/// Practice as the broker of an organisation whose app the stand-in knows: it has the app secret, and the seat has
/// none. "/broker" goes on to Instagram's rules, "/facebook/broker" to Facebook's.
namespace PracticeBroker {

/// The request as the stand-in's own endpoint gets it from the broker, with the secret; or why the broker sends none.
std::expected<PracticeRequest, PracticeError> forwarded(const PracticeRequest &request, const QString &appSecret);

/// What the stand-in answered, as the seat gets it: with the app that it is for.
PracticeReply passedOn(const PracticeReply &reply, const QString &clientId, PracticeShapes shapes);

/// RFC 6749 5.2: {"error","error_description"}.
PracticeReply refusal(const PracticeError &error);

} // namespace PracticeBroker

} // namespace tokendesk
