// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QColor>
#include <QString>

class QPainter;
class QPointF;

namespace tokendesk {

struct Colours;

/// How good or bad a state is; always shown as a shape and beside a word.
enum class Mood {
    Good, ///< round
    Warning, ///< diamond
    Trouble, ///< square
};

/// A status in words.
struct StatusText
{
    Mood mood = Mood::Good;
    QString word; ///< one of PRODUCT's: "Working"
    QString detail; ///< what stands beside it in the list: "57 days left", "unlock your keychain"
    QString reason; ///< what stands behind the word: "renews on 27 Nov"; may be empty
    QString sentence; ///< word and reason, for the account's page: "Working, renews on 27 Nov"
};

Mood moodOf(const AccountStatus &status);
StatusText describe(const AccountStatus &status, const Account &account, const QDateTime &now);

QColor inkOf(Mood mood, const Colours &colours);
QColor tintOf(Mood mood, const Colours &colours);
/// The mood's shape around `centre`, about `size` across.
void paintShape(QPainter &painter, Mood mood, const QPointF &centre, double size, const QColor &ink);

} // namespace tokendesk
