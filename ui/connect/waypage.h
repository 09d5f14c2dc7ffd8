// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connectpage.h"
#include "provider/provider.h"

namespace tokendesk {

class CardButton;

/// "Which way?": one card per provider, and one for a token that is there already; a click goes on.
class WayPage : public ConnectPage
{
    Q_OBJECT
public:
    WayPage(const QList<Provider> &providers, QWidget *parent);

    PageFrame frame() const override;
    QWidget *firstField() const override;

signals:
    void chosen(const QString &providerId);
    /// A token is there already.
    void tokenChosen();
    void serverChosen();

private:
    QList<CardButton *> m_cards;
};

} // namespace tokendesk
