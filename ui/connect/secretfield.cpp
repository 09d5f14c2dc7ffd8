// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/secretfield.h"

#include "graph/tokenlist.h"
#include "style.h"

#include <QAccessibleWidget>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int padding = 3 * gridUnit;
constexpr int step = 8; // from dot to dot
constexpr int lineHeight = 5 * gridUnit;
constexpr int lines = 4;

/// What a screen reader finds: a field for a password, without its text.
class SecretFieldAccess final : public QAccessibleWidget
{
public:
    explicit SecretFieldAccess(QWidget *field)
        : QAccessibleWidget(field, QAccessible::EditableText)
    {
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.editable = true;
        state.passwordEdit = true;
        return state;
    }
};

QAccessibleInterface *access(const QString &className, QObject *object)
{
    auto *field = className == "tokendesk::SecretField"_L1 ? qobject_cast<SecretField *>(object) : nullptr;
    return field ? new SecretFieldAccess(field) : nullptr;
}

Secret textIn(QClipboard::Mode mode)
{
    QString text = QGuiApplication::clipboard()->text(mode);
    Secret secret = Secret::fromText(text);
    text.fill(u'\0');
    return secret;
}

} // namespace

Secret clipboardText()
{
    return textIn(QClipboard::Clipboard);
}

Secret selectedText()
{
    return QGuiApplication::clipboard()->supportsSelection() ? textIn(QClipboard::Selection) : Secret();
}

SecretField::SecretField(const QString &invitation, QWidget *parent)
    : QWidget(parent)
    , m_invitation(invitation)
{
    QAccessible::installFactory(access); // once, however often it is called
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setAttribute(Qt::WA_InputMethodEnabled);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    tell();
}

QSize SecretField::sizeHint() const
{
    return {60 * gridUnit, lines * lineHeight + 2 * padding};
}

QVariant SecretField::inputMethodQuery(Qt::InputMethodQuery query) const
{
    return query == Qt::ImEnabled ? QVariant(true) : QWidget::inputMethodQuery(query);
}

void SecretField::setContent(Secret content)
{
    m_content = std::move(content);
    tell();
    emit changed();
}

void SecretField::paste()
{
    if (Secret text = clipboardText(); !text.isEmpty())
        setContent(std::move(text));
}

/// Typed, or brought by a program that types for the person.
void SecretField::append(const QString &typed)
{
    const Secret more = Secret::fromText(typed);
    if (more.isEmpty() || m_content.size() + more.size() > largestTokenFile)
        return;
    QByteArray joined;
    joined.reserve(m_content.size() + more.size());
    joined.append(m_content.view()).append(more.view());
    setContent(Secret::takeFrom(joined));
}

void SecretField::keyPressEvent(QKeyEvent *event)
{
    const bool removes = event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete;
    if (event->matches(QKeySequence::Paste))
        return paste();
    if (removes || event->matches(QKeySequence::Cut))
        return clear();
    const bool command = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (command || event->text().isEmpty() || !event->text().front().isPrint())
        return QWidget::keyPressEvent(event); // Enter and Escape are the dialog's
    append(event->text());
}

void SecretField::inputMethodEvent(QInputMethodEvent *event)
{
    append(event->commitString());
}

void SecretField::mousePressEvent(QMouseEvent *event)
{
    QWidget::mousePressEvent(event);
    if (event->button() != Qt::MiddleButton)
        return;
    if (Secret text = selectedText(); !text.isEmpty())
        setContent(std::move(text));
}

void SecretField::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"secretFieldMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Paste"), this, &SecretField::paste)->setEnabled(!clipboardText().isEmpty());
    menu->addAction(tr("Clear"), this, &SecretField::clear)->setEnabled(!m_content.isEmpty());
    menu->popup(event->globalPos());
}

void SecretField::paintEvent(QPaintEvent *)
{
    const Colours colours = Colours::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? colours.accent : colours.line, hasFocus() ? 2 : 1));
    painter.setBrush(colours.field);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    if (m_content.isEmpty()) {
        painter.setPen(colours.muted);
        painter.drawText(rect().adjusted(padding, padding, -padding, -padding), Qt::TextWordWrap, m_invitation);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.text);
    const int perLine = std::max(1, (width() - 2 * padding) / step);
    const int dots = int(std::min<qsizetype>(m_content.size(), qsizetype(perLine) * lines));
    for (int i = 0; i < dots; ++i) {
        const int x = padding + step / 2 + i % perLine * step;
        const int mirrored = isRightToLeft() ? width() - x : x;
        painter.drawEllipse(QPointF(mirrored, padding + lineHeight * (i / perLine + 0.5)), 1.8, 1.8);
    }
}

void SecretField::tell()
{
    setAccessibleDescription(m_content.isEmpty() ? m_invitation
                                                 : tr("%n character(s), hidden", nullptr, int(m_content.size())));
    update();
}

} // namespace tokendesk
