// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QTimer>
#include <QWidget>
#include <memory>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tokendesk {

class CountdownBar;
class TokenCopy;
class TokenField;

/// The token: masked, to be copied, to be shown for a moment; below it what the clipboard holds, or that the keychain
/// is waited for, or what went wrong.
class TokenSection : public QWidget
{
    Q_OBJECT
public:
    TokenSection(Services &services, TokenCopy &copy, QWidget *parent);

    /// Another account: what was shown is masked.
    void setAccount(const QString &accountId);
    /// Shows the token for 20 s, or hides it again.
    void toggleShown();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    enum class Beside { Nothing, Clipboard, Cancel }; ///< what stands beside the note

    void arrange();
    void showToken(Result<Secret> token);
    void hideToken();
    void countDown();
    void tellWaiting();
    void cancel();
    void tellFailure(const Error &error);
    void tellClipboard();
    void tell(const QString &text, Beside beside);
    void copyStarted(const QString &accountId);
    void copyEnded(const QString &accountId);
    void copyFailed(const QString &accountId, const Error &error);
    void updateShowButton();

    Services &m_services;
    TokenCopy &m_copy;
    QString m_accountId;
    TokenField *m_field;
    QPushButton *m_copyButton;
    QPushButton *m_showButton;
    QHBoxLayout *m_line = nullptr;
    QLabel *m_note;
    CountdownBar *m_bar;
    QPushButton *m_clear;
    QPushButton *m_cancel;
    std::unique_ptr<QObject> m_request; ///< context of the question for the token to show
    QTimer m_busy; ///< then the wait is told
    QTimer m_second;
    QDateTime m_hideAt;
};

} // namespace tokendesk
