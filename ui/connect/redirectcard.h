// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QFrame>

class QLabel;

namespace tokendesk {

class Fold;
class RedirectList;
class RelayField;

/// The redirect addresses to register at an app, to be copied; a new app is given its relay page here as well.
class RedirectCard : public QFrame
{
    Q_OBJECT
public:
    explicit RedirectCard(QWidget *parent);

    /// Shows those of that provider's app; null for a new one. A saved one's are changed in "Your apps".
    void setApp(const Provider &provider, const Registration *saved);

    /// As they have to be registered.
    QStringList addresses() const;
    /// Is what was typed an address that a relay page can have, or nothing?
    bool isUsable() const;
    bool hasInput() const;

signals:
    void changed();

private:
    void showAddresses();

    QStringList m_given;
    QLabel *m_note;
    RedirectList *m_list;
    Fold *m_fold;
    RelayField *m_relay;
};

} // namespace tokendesk
