// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace tokendesk {

/// What the dialog shows around a page. An empty text means that there is no such thing.
struct PageFrame
{
    QString title;
    QString sentence{};
    QString primary{}; ///< the button that goes on
    QString link{}; ///< the quiet one at the other end
};

/// One page of the connect dialog.
class ConnectPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual PageFrame frame() const = 0;
    /// Is everything there that the primary button needs?
    virtual bool isComplete() const { return true; }
    /// The page's own primary button, where the frame has none.
    virtual QPushButton *primaryButton() const { return nullptr; }
    /// Where the keyboard starts; null for the primary button.
    virtual QWidget *firstField() const { return nullptr; }
    /// The primary button was clicked.
    virtual void goOn() { emit finished(); }
    /// The link of the frame was clicked.
    virtual void followLink() { }

signals:
    /// The page has its answer.
    void finished();
    /// Frame or completeness are not what they were.
    void changed();
};

/// A frameless area in which a page's content scrolls where the window is too low for it.
QScrollArea *scrolling(QWidget *content, QWidget *parent);
/// Has the text start where the window's direction says, whatever language it is in: QLabel asks the text alone.
void alignToStart(QLabel *label);
/// A label that wraps.
QLabel *wrapping(const QString &text, QWidget *parent);
/// A wrapping label for an address or a fingerprint: monospaced, selectable, left to right.
QLabel *literal(const QString &text, QWidget *parent);
/// Names a widget for tests and for screen readers.
void name(QWidget *widget, const QString &objectName, const QString &accessibleName);

} // namespace tokendesk
