// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/examination.h"

#include <QString>

namespace tokendesk {

/// Everything the doctor says, as a text to show, to save and to send on: what it is, facts, checks, steps. No token
/// and no secret: what was pasted is not in it but for an error's own words, and every line goes through redacted().
QString doctorReport(const Examination &examination);

/// The same for programs: {"what","facts","error","checks","steps"} with names in English that do not change.
QByteArray doctorJson(const Examination &examination);

/// Writes the report, whole or not at all and readable by this user alone. Errors: Storage.
Result<void> saveDoctorReport(const QString &path, const Examination &examination);

} // namespace tokendesk
