// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/replies.h"
#include "provider/provider.h"

#include <QUrl>
#include <chrono>

namespace tokendesk {

/// What a person needs to sign in on another device (RFC 8628 3.2; Facebook's device/login).
struct DeviceCode
{
    Secret code; ///< the program's own half, to ask with; never shown
    QString userCode; ///< the person's half: 1 to 40 visible ASCII characters, blanks inside
    QUrl page; ///< where it is typed: https, or http on this computer, without a user name
    QUrl pageWithCode{}; ///< the same host with the code in the address, for a QR picture; empty where there is none
    std::chrono::seconds lifetime{}; ///< of both halves, at most a day
    std::chrono::seconds interval{5}; ///< least time between two questions; 5 s where the server does not say
};

/// How far the person is (RFC 8628 3.5).
enum class DeviceProgress {
    Granted, ///< done: here is the token
    Pending,
    SlowDown, ///< pending, and asked too often
    Expired, ///< the code is good no more
};

struct DeviceAnswer
{
    DeviceProgress progress = DeviceProgress::Pending;
    Grant grant{}; ///< where it is Granted
};

// Pure and as strict as the readers of replies.h; of the standard family by RFC 8628, of Facebook by Meta's page on
// login for devices.

/// Reads the answer of the device authorization endpoint.
Result<DeviceCode> readDeviceCode(const Answer &answer, Family family);
/// Reads the answer to the question whether the person is done. A person who said no is Denied.
Result<DeviceAnswer> readDeviceAnswer(const Answer &answer, Family family);

} // namespace tokendesk
