// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktop.h"
#include "desktop/systemcall.h"

#include <QByteArray>
#include <QList>

namespace tokendesk {

/// What has to be written, removed and called for `tokendesk-cli renew --due` to run every hour. Made without looking
/// at anything, so that every platform's plan can be tried on every other.
struct SchedulePlan
{
    struct File
    {
        QString path;
        QByteArray content;
    };
    QList<File> files; ///< the first one says what is started
    QString link; ///< what the system makes of them; empty for none
    QString start; ///< what the first file starts, as startOf… reads it
    QString (*startOf)(const QString &text) = nullptr;
    QList<SystemCall> clearing; ///< what may stand in the way of installing; may fail
    QList<SystemCall> installing; ///< each has to succeed
    SystemCall asking; ///< succeeds while it is installed
    QList<SystemCall> removing; ///< before the files go; may fail
    QList<SystemCall> forgetting; ///< after the files went; may fail
};

SchedulePlan schedulePlan(const Desktop &desktop);

/// The text of the first file, however its platform encodes it.
QString decoded(const QByteArray &content);

} // namespace tokendesk
