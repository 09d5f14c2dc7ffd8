// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/notice.h"

#include <QString>

namespace tokendesk {

/// A notice in words.
struct NoticeText
{
    QString happened; ///< one sentence
    QString todo; ///< what to do now
};

NoticeText describe(const Notice &notice);

} // namespace tokendesk
