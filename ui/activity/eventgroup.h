// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QString>

namespace tokendesk {

/// What a person asks the activity for. Every kind of event is in one of them; what failed is in Trouble as well.
enum class EventGroup { Everything, Renewals, SignIns, HandedOut, Trouble, ChangesHere, Watch };
constexpr EventGroup lastEventGroup = EventGroup::Watch;

QString nameOf(EventGroup group);
/// What is in it, in a few words.
QString contentsOf(EventGroup group);
/// The events of the group, of all accounts.
EventFilter filterOf(EventGroup group);

} // namespace tokendesk
