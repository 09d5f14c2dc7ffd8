// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/adoption.h"
#include "services.h"

#include <QList>
#include <QObject>

namespace tokendesk {

class ConnectPage;
class KeepingPage;
class TokenListPage;
class TokenPage;

/// "I already have a token", inside the connect dialog: its pages, and how one leads to the next.
class TokenWay : public QObject
{
    Q_OBJECT
public:
    TokenWay(Services &services, QWidget *dialog);

    QList<ConnectPage *> pages() const;
    bool has(const ConnectPage *page) const;
    /// Where Back leads from one of the pages; null from the first.
    ConnectPage *pageBefore(const ConnectPage *page) const;

    /// To the first page, with nothing in it.
    void open();
    /// To the page where this text belongs, filled with it: the first, or that of many.
    void openWith(Result<Secret> text);
    /// Checks once more what was pasted.
    void checkAgain() { check(); }
    /// Gives up what is out.
    void stop();
    /// Are many of them kept, so that nothing is left to do?
    bool isDone() const;
    const Provider &provider() const { return m_provider; }

signals:
    void pageRequested(tokendesk::ConnectPage *page);
    void kept(const tokendesk::Connect::Outcome &outcome);
    void refused(const tokendesk::Error &error);
    /// Of many, one of those that are kept.
    void manyKept(const QString &accountId);

private:
    void goOn();
    const Provider *providerOfPasted() const;
    void check();
    void showList(const Secret &text);
    void chooseFile();
    void openFile(const QString &path);

    Services &m_services;
    QWidget *m_dialog;
    TokenPage *m_token;
    KeepingPage *m_keeping;
    TokenListPage *m_list;
    Provider m_provider;
};

} // namespace tokendesk
