// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QWidget>

namespace tokendesk {

/// Where a token is put: pasted, dropped or typed. It shows dots, keeps no history to undo, and gives nothing back, so
/// it is no QTextEdit, which would hand the text to the accessibility tree, to drags and to the primary selection.
class SecretField : public QWidget
{
    Q_OBJECT
public:
    explicit SecretField(const QString &invitation, QWidget *parent);

    const Secret &content() const { return m_content; }
    void setContent(Secret content);
    void clear() { setContent({}); }
    /// Takes what is on the clipboard in the place of what is here.
    void paste();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

signals:
    void changed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void append(const QString &typed);
    void tell();

    QString m_invitation;
    Secret m_content;
};

/// The text that is copied or selected, for the one who keeps it safe from there on; empty where there is none.
Secret clipboardText();
Secret selectedText();

} // namespace tokendesk
