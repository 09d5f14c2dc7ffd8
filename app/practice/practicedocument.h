// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practicemessages.h"

namespace tokendesk {

/// Whose stand-in shows the page.
enum class PracticeDocument { Instagram, Facebook };

/// A page that loads nothing from elsewhere and runs no script.
PracticeReply practicePageReply(int status, const QString &html);
/// A whole HTML document that says on top what it is not. `content` is HTML.
QString practiceDocument(PracticeDocument stand, const QString &title, const QString &content);
/// Plain text as HTML.
QString practiceParagraph(const QString &text);
QString practiceHeading(const QString &text);

} // namespace tokendesk
