// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/batch.h"
#include "provider/catalog.h"
#include "statustext.h"

#include <QList>
#include <QStringList>

namespace tokendesk {

/// What became of some accounts, in the same words.
struct BatchGroup
{
    Mood mood = Mood::Good;
    QString text; ///< "Renewed"; what happened and what to do, where it did not work
    QStringList names{};
    bool told = false; ///< their names are worth telling
};

/// What became of the accounts, the good first and what waits for a person last.
QList<BatchGroup> groupsOf(const Batch &batch, const Catalog &catalog);

/// Some names, and how many there are beside them: "@a, @b and 3 more".
QString someOf(const QStringList &names, qsizetype most);

} // namespace tokendesk
