// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/doctorfield.h"

#include "connect/connectpage.h"
#include "doctor/symptom.h"
#include "style.h"

#include <QKeyEvent>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int lines = 3;

/// Is there anything in it that nobody should see?
bool holdsSecret(const Secret &text)
{
    const PastedToken found = readSymptom(text.view()).token;
    switch (found.finding) {
    case PasteFinding::Token:
    case PasteFinding::Truncated:
    case PasteFinding::Several:
    case PasteFinding::AppSecret:
    case PasteFinding::Code:
    case PasteFinding::TooLong:
        return true;
    case PasteFinding::Retired:
        return found.origin != TokenOrigin::Unknown;
    case PasteFinding::Empty:
    case PasteFinding::AppId:
    case PasteFinding::NoToken:
        break;
    }
    return false;
}

} // namespace

DoctorField::DoctorField(QWidget *parent)
    : QPlainTextEdit(parent)
{
    name(this, u"doctorField"_s, tr("Error or token"));
    setPlaceholderText(tr("Paste a token or an error here, or type what a page says"));
    setTabChangesFocus(true);
    setUndoRedoEnabled(false); // what was taken away would come back
    document()->setDocumentMargin(gridUnit);
    setFixedHeight(lines * fontMetrics().lineSpacing() + 2 * (frameWidth() + gridUnit));
    connect(this, &QPlainTextEdit::textChanged, this, &DoctorField::typed);
}

Secret DoctorField::content() const
{
    return isHiding() ? m_hidden.clone() : Secret::fromText(toPlainText());
}

void DoctorField::clearAll()
{
    hide({});
    emit changed();
}

bool DoctorField::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void DoctorField::insertFromMimeData(const QMimeData *source)
{
    Secret pasted = Secret::fromText(source->text());
    if (!holdsSecret(pasted)) {
        if (isHiding())
            hide({}); // another thing comes in its place
        return QPlainTextEdit::insertFromMimeData(source);
    }
    hide(std::move(pasted));
    emit changed();
}

/// What is hidden is not edited: it goes as a whole.
void DoctorField::keyPressEvent(QKeyEvent *event)
{
    const bool removes = event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete;
    if (isHiding() && removes)
        return clearAll();
    if (isHiding() && !event->text().isEmpty() && event->text().front().isPrint())
        hide({});
    QPlainTextEdit::keyPressEvent(event);
}

/// Also a token that somebody types is hidden once it looks like one.
void DoctorField::typed()
{
    if (m_changing)
        return;
    Secret text = Secret::fromText(toPlainText());
    if (holdsSecret(text))
        hide(std::move(text));
    emit changed();
}

/// Puts it in the place of whatever is shown.
void DoctorField::hide(Secret content)
{
    m_changing = true;
    m_hidden = std::move(content);
    clear();
    setPlaceholderText(isHiding() ? tr("••••••••  Something secret was pasted. It is not shown and not kept.")
                                  : tr("Paste a token or an error here, or type what a page says"));
    setAccessibleDescription(isHiding() ? placeholderText() : QString());
    m_changing = false;
}

} // namespace tokendesk
