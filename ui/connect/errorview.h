// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errortext.h"

#include <QWidget>

class QLabel;

namespace tokendesk {

class Fold;

/// A failure: what happened, what to do, who can do it, and the details in a fold.
class ErrorView : public QWidget
{
    Q_OBJECT
public:
    /// `objectName` begins the names of what is in it: objectName + "Happened", "Todo", "Who", "Details".
    ErrorView(const QString &objectName, QWidget *parent);

    void setText(const ErrorText &text);

private:
    QLabel *m_happened;
    QLabel *m_todo;
    QLabel *m_who;
    QLabel *m_support; ///< the trace id, without opening the details
    QLabel *m_details;
    Fold *m_fold;
};

} // namespace tokendesk
