// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace tokendesk {

/// The line under a field: a quiet hint, or in its place what is wrong, told by a shape, a word and a colour.
class HintLabel : public QLabel
{
    Q_OBJECT
public:
    HintLabel(const QString &hint, QWidget *parent);

    void setHint(const QString &hint);
    /// An empty fault shows the hint again.
    void setFault(const QString &fault);

protected:
    void changeEvent(QEvent *event) override;

private:
    void phrase();
    void paintInk();

    QString m_hint;
    QString m_fault;
};

} // namespace tokendesk
