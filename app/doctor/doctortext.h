// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/examination.h"
#include "graph/errorcatalogue.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace tokendesk {

// What the doctor says, in the program's language. In the core and not twice above it, because window, command line and
// the saved report say the same, word for word.

/// One thing to do, and who can.
struct DoctorStep
{
    QString todo;
    Mender who = Mender::You;
    QUrl link{}; ///< where in the browser; mostly invalid

    bool operator==(const DoctorStep &other) const { return todo == other.todo && who == other.who; }
};

/// A line of what is known: "Whose" and "@shop".
struct DoctorFact
{
    QString title;
    QString value;
};

/// "You", "The owner of the app" …
QString nameOf(Mender who, const Provider &provider);
QString titleOf(Check check);
/// What came of it, in a sentence.
QString sentenceOf(const Finding &finding, const Provider &provider);
/// A shape for each health, so that it is never told by colour alone.
QString signOf(Health health);

/// What it is that was shown, in a sentence or two; empty where nothing was shown and no account is chosen.
QString whatItIs(const Examination &examination);
/// Whose, which app, host, times, permissions, usable now; what is not known is left out.
QList<DoctorFact> factsOf(const Examination &examination);
/// What mends it, the most important first; each once.
QList<DoctorStep> stepsOf(const Examination &examination);

} // namespace tokendesk
