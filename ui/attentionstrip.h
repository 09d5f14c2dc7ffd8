// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountpage/noticebar.h"
#include "services.h"

#include <QStringList>
#include <QTimer>

namespace tokendesk {

/// Says above the accounts which of them need a person: those that do not work, and those whose token ends within two
/// weeks and cannot be renewed silently. Hidden while there is none. Its button leads to the one, or to the first.
class AttentionStrip : public NoticeBar
{
    Q_OBJECT
public:
    AttentionStrip(Services &services, QWidget *parent);

    /// The account whose page is shown: that page says all about it, so that alone it is no reason for the strip.
    void setShown(const QString &accountId);

signals:
    /// Show this account.
    void accountRequested(const QString &accountId);
    /// Only a new sign-in helps it.
    void signInRequested(const QString &accountId);

private:
    void collect();
    bool wantsSignIn(const QString &accountId) const;
    void tell();
    static QString endingSentence(const Account &account, Status status);
    Notice noticeOf(const QString &accountId) const;
    Notice noticeOfSeveral() const;
    void act();

    Services &m_services;
    QString m_shown;
    QStringList m_needy; ///< the most urgent first
    QStringList m_ending;
    QTimer m_soon; ///< many changes at once are one
};

} // namespace tokendesk
