// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace tokendesk {

/// Somebody who can be signed in at Practice.
struct PracticeAccount
{
    quint64 userId = 0; ///< app-scoped; too large for a double, as real ones are
    QString professionalId; ///< 17841…
    QString username;
    QString name;
    QString type; ///< "Business" or "Media_Creator"
    quint32 colour = 0; ///< of the picture, 0xRRGGBB
    int followers = 0;
    int follows = 0;
    int media = 0;
};

/// All of them; the first one is chosen unless the person chooses.
const QList<PracticeAccount> &practiceAccounts();
/// Null for an unknown id.
const PracticeAccount *practiceAccount(quint64 userId);

/// A picture on that colour, 0xRRGGBB: a PNG of 96 × 96 pixels made without Qt Gui.
QByteArray practicePicture(quint32 colour);

} // namespace tokendesk
