// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signin/redirect.h"

#include <QWidget>

class QLineEdit;

namespace tokendesk {

class HintLabel;

/// Where the address from the browser's address bar is pasted when the browser cannot reach this program.
class PasteBox : public QWidget
{
    Q_OBJECT
public:
    explicit PasteBox(QWidget *parent);

    /// Empties the box for the attempt that waits at this address.
    void setRedirectAddress(const QString &address);
    /// Says in words why what was pasted is not the answer.
    void refuse(RedirectRefusal refusal);

signals:
    /// Emitted once per click; the field is empty by then, since the address holds the code.
    void addressGiven(const QString &address);

private:
    void give();

    QLineEdit *m_field;
    HintLabel *m_hint;
};

} // namespace tokendesk
