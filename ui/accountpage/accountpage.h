// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountpage/remedy.h"
#include "services.h"

#include <QScrollArea>
#include <QTimer>
#include <memory>
#include <optional>

class QLabel;

namespace tokendesk {

class AccountHead;
class LifetimeBar;
class NoticeBar;
class PermissionList;
class TokenCopy;
class TokenSection;

/// One account: who it is, what is to be done, its token, the token's life and what it may do.
class AccountPage : public QScrollArea
{
    Q_OBJECT
public:
    AccountPage(Services &services, TokenCopy &copy, QWidget *parent);

    void setAccount(const QString &accountId);
    QString accountId() const { return m_accountId; }
    TokenSection &token() { return *m_token; }

    /// Scrolls up and down only: it is never narrower than what is in it.
    QSize minimumSizeHint() const override;

signals:
    void signInRequested(const QString &accountId);
    /// What was declined is to be asked for again.
    void askAgainRequested(const QString &accountId);
    /// All that was granted is to be taken back.
    void revokeRequested(const QString &accountId);
    /// A revocation is to be tried no more.
    void giveUpRequested(const QString &accountId);
    /// One permission is to be taken back.
    void withdrawRequested(const QString &accountId, const QString &permission);

private:
    QWidget *section(QWidget *content);
    void update(const QString &accountId);
    void showNotice(const NoticeBar::Notice &notice);
    void showLife(const Account &account, const Provider &provider);
    Provider providerOf(const Account &account) const;

    void mend();
    void extend();
    void askSecret(const Registration &registration);
    void startMending();
    void mended(const std::optional<Error> &error);

    Services &m_services;
    QString m_accountId;
    AccountHead *m_head;
    NoticeBar *m_notice;
    QLabel *m_server; ///< what a token for a server can do; hidden for others
    TokenSection *m_token;
    LifetimeBar *m_life;
    PermissionList *m_permissions;
    QTimer m_busy; ///< then the wait is told
    std::unique_ptr<QObject> m_mending; ///< context of the remedy that is out
    std::optional<NoticeBar::Notice> m_failedAt; ///< in whose place stands how the remedy failed
};

} // namespace tokendesk
