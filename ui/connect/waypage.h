// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connectpage.h"
#include "provider/catalog.h"

class QVBoxLayout;

namespace tokendesk {

class CardButton;

/// "Which way?": one card per provider, one for a provider that is not among them, and one for a token that is there
/// already; a click goes on. Those of the user's own can be changed and deleted here.
class WayPage : public ConnectPage
{
    Q_OBJECT
public:
    WayPage(const Catalog &catalog, QWidget *parent);

    /// Shows the providers of the catalog as they are now.
    void fill();

    PageFrame frame() const override;
    QWidget *firstField() const override;

signals:
    void chosen(const QString &providerId);
    /// A token is there already.
    void tokenChosen();
    void serverChosen();
    /// Describe one that is not here.
    void anotherRequested();
    void changeRequested(const QString &providerId);
    void deleteRequested(const QString &providerId);

private:
    CardButton *add(const QString &objectName, const QString &title, const QString &sentence);
    QWidget *ownButtons(const Provider &provider);

    const Catalog &m_catalog;
    QWidget *m_content;
    QVBoxLayout *m_column;
    QList<CardButton *> m_cards;
};

} // namespace tokendesk
