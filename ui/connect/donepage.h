// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/connect.h"
#include "connect/connectpage.h"

class QGridLayout;

namespace tokendesk {

class DonePicture;
class HintLabel;

/// "Connected @name": how long the token works, Copy token, and what was granted.
class DonePage : public ConnectPage
{
    Q_OBJECT
public:
    struct Result
    {
        Connect::Outcome outcome;
        AccountStatus status;
        Provider provider;
        QByteArray picture{};
    };

    explicit DonePage(QWidget *parent);

    void setResult(const Result &result);
    /// Shows what a second try came to.
    void setAccount(const Account &account, const AccountStatus &status);
    void setFault(const QString &fault);
    /// Says how long the token stays on the clipboard; 0 where it is not there.
    void setClipboardSeconds(int seconds);
    /// Says why the token was not copied.
    void setCopyFault(const QString &fault);

    PageFrame frame() const override;
    QPushButton *primaryButton() const override { return m_copy; }
    void followLink() override { emit anotherRequested(); }

signals:
    void copyRequested();
    void clearClipboardRequested();
    /// Put the token into the keychain after all.
    void saveRequested();
    /// Turn the one-hour token into a long-lived one after all.
    void extendRequested();
    void anotherRequested();
    /// What was declined is to be asked for again.
    void askAgainRequested();

private:
    void arrange();
    QWidget *clipboardLine();
    void showAccount();
    void showGrants();
    void addGrant(int row, const QString &scopeId, const QString &mark, const QString &word);
    void tryAgain();
    QString lifeSentence() const;
    QString trouble() const;

    Result m_result;
    DonePicture *m_picture;
    QLabel *m_title;
    QLabel *m_life;
    HintLabel *m_trouble;
    QPushButton *m_again;
    QPushButton *m_copy;
    QWidget *m_clipboard;
    QLabel *m_clipboardNote;
    QPushButton *m_clear;
    QWidget *m_grants;
    QGridLayout *m_grantRows;
    QPushButton *m_askAgain;
    QLabel *m_note;
};

} // namespace tokendesk
