// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/application.h"

#include "base/logging.h"
#include "base/process.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tokendesk {

void prepareApplication()
{
    forbidMemoryDumps();
    installMessageHandler();
    QCoreApplication::setApplicationName(u"TokenDesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TOKENDESK_VERSION));
}

} // namespace tokendesk
