// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace tokendesk {

class HintLabel;

/// A labelled line for an https address of the organisation's, which is checked once it is typed and may stay empty.
class AddressField : public QWidget
{
    Q_OBJECT
public:
    void setAddress(const QString &address);
    /// As typed, without blanks around it.
    QString address() const;
    /// Is it empty, or an address that will do?
    bool isUsable() const;

signals:
    void changed();
    /// Typing it is over.
    void finished();

protected:
    using Accepts = bool (*)(const QString &address);
    /// `title` stands above it and is what screen readers say; `fault` is shown in place of the hint for an address
    /// that is not accepted.
    AddressField(const QString &objectName, const QString &title, const QString &hint, Accepts accepts,
                 const QString &fault, QWidget *parent);

    HintLabel *hint() { return m_hint; }

private:
    void check();

    Accepts m_accepts;
    QString m_fault;
    QLineEdit *m_field;
    HintLabel *m_hint;
};

} // namespace tokendesk
