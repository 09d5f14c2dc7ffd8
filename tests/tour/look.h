// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"

#include <QSize>
#include <QString>

namespace tokendesk {

/// How the window stands in front of the person.
struct Look
{
    Theme theme = Theme::Light;
    QString language = QStringLiteral("en");
    QSize window{1120, 740};
};

} // namespace tokendesk
