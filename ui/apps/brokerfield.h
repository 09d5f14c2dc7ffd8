// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/provider.h"

#include <QWidget>

class QLineEdit;

namespace tokendesk {

class HintLabel;

/// Where the address of a broker is typed, which keeps the app secret for a whole organisation.
class BrokerField : public QWidget
{
    Q_OBJECT
public:
    explicit BrokerField(QWidget *parent);

    void setAddress(const QString &address);
    /// As typed, without blanks around it; empty for no broker.
    QString address() const;
    /// Is it empty, or an address that a broker can have?
    bool isUsable() const;

signals:
    void changed();
    /// Typing it is over.
    void finished();

private:
    void check();

    QLineEdit *m_field;
    HintLabel *m_hint;
};

/// Who has the app secret, for the eye: the host of a broker's address.
QString brokerName(const QString &address);
/// What cannot be done at that provider from here while a broker keeps the app secret; empty where that is nothing.
QString brokerLimits(const Provider &provider);

} // namespace tokendesk
