// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QToolButton;
class QVBoxLayout;

namespace tokendesk {

/// A card with a heading that opens and closes what is under it.
class Fold : public QFrame
{
    Q_OBJECT
public:
    /// `objectName` names the fold; its heading is called objectName + "Heading".
    Fold(const QString &objectName, const QString &heading, QWidget *parent);

    /// Adds to what is folded away.
    void add(QWidget *widget);
    bool isOpen() const { return m_open; }
    void setOpen(bool open);

signals:
    void toggled(bool open);

private:
    bool m_open = true;
    QToolButton *m_heading;
    QWidget *m_body;
    QVBoxLayout *m_content;
};

} // namespace tokendesk
