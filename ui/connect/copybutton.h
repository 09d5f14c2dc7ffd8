// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QTimer>

namespace tokendesk {

/// A button that copies something harmless, such as an address, and says so for a moment. Not for secrets.
class CopyButton : public QPushButton
{
    Q_OBJECT
public:
    CopyButton(const QString &text, QWidget *parent);

    void copy(const QString &text);

    QSize sizeHint() const override;

private:
    void reset();

    QString m_text;
    QTimer m_moment;
    QSize m_size; ///< while it says so; a style may have a least width for the shorter text
};

} // namespace tokendesk
