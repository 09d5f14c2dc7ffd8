// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"

#include <QDialog>
#include <optional>

namespace tokendesk {

/// What happened, request by request: a sign-in, a renewal, or whatever else an event ended.
class TimelineDialog : public QDialog
{
    Q_OBJECT
public:
    /// `happened` is the event in words, `note` what is said of it besides, `line` the event as a line of text.
    TimelineDialog(const QString &happened, const QString &note, const QString &line,
                   const std::optional<Operation> &operation, QWidget *parent);

private:
    QWidget *table(const Operation &operation);
};

/// What happened for that event, as it was noted.
void openTimeline(const Accounts &accounts, const Event &event, QWidget *parent);

} // namespace tokendesk
