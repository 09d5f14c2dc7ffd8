// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/adoptionround.h"
#include "errortext.h"

#include <QString>

namespace tokendesk {

/// What was found in a pasted text, what follows from it, and for what cannot be kept what helps instead. Never holds
/// any of the text itself. Empty for an empty text.
QString describe(const PastedToken &read);
/// Does it speak of something that can go on from here: a token that is kept, or a list?
bool canGoOn(const PastedToken &read);

/// In a table: "Instagram token", or what else it is.
QString kindOf(const PastedToken &read);
/// In a table: where it stands, or why it is not kept.
QString describe(const AdoptionRound::Row &row, const Catalog &catalog);

/// A refusal of a token that no sign-in here gave: there is nothing to sign in again.
ErrorText describePasted(const Error &error, const QString &provider);

} // namespace tokendesk
