// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QPlainTextEdit>

namespace tokendesk {

/// Where an error or a token is shown to the doctor. An error is read, corrected and typed off like any text; what
/// holds a token or an app secret never becomes text of a widget, but is kept as Secret and said to be there.
class DoctorField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit DoctorField(QWidget *parent);

    /// What is there, shown or not.
    Secret content() const;
    bool isHiding() const { return !m_hidden.isEmpty(); }
    /// Wipes both.
    void clearAll();

signals:
    void changed();

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void typed();
    void hide(Secret content);

    Secret m_hidden;
    bool m_changing = false;
};

} // namespace tokendesk
