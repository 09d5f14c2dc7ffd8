// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/connect.h"
#include "connect/pageddialog.h"
#include "services.h"

#include <QPointer>
#include <optional>

class QMessageBox;

namespace tokendesk {

class AppPage;
class ChoicePage;
class ClientTokenPage;
class DoneWay;
class FailurePage;
class OwnProviders;
class PermissionsPage;
class ServerWay;
class TokenWay;
class WaitingPage;
class WayPage;

/// The way to an account, page by page. It opens at the first page that has no answer yet: with a saved app whose
/// secret is kept, or Practice, at the permissions. Show it with open(). Closing it gives the attempt up.
class ConnectDialog : public PagedDialog
{
    Q_OBJECT
public:
    explicit ConnectDialog(Services &services, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /// Goes to the first page of that provider without an answer: for "Try it without a Meta account".
    void chooseProvider(const QString &providerId);
    /// Goes to the first page without an answer for that saved app; a sign-in that is under way goes on.
    void chooseApp(const QString &registrationId);
    /// Goes to where a token is pasted that is there already.
    void askForToken();
    /// The same with this text, or why it could not be read.
    void askForToken(Result<Secret> text);
    /// Signs that account in again; what it was connected with is prefilled.
    void reconnect(const QString &accountId);
    /// The same, and goes on to the browser at once where nothing is missing for it: the person has said already what
    /// is to be asked for again.
    void askAgain(const QString &accountId);
    /// Says that the copying asked for failed.
    void showCopyFailure(const QString &accountId, const tokendesk::Error &error);

    void reject() override;

signals:
    /// An account is stored, or connected again.
    void connected(const QString &accountId);
    /// Copy this account's token to the clipboard.
    void copyRequested(const QString &accountId);

protected:
    QString stepLine() const override;
    ConnectPage *pageBefore() const override;
    QString closeText() const override;
    void goBack() override;

private:
    void connectPages();
    void connectProviders();
    void showProviders();
    void openAtLastApp();
    void openProvider(const QString &providerId);
    void showApp(const QString &registrationId);
    void checkApp();
    void manageApps();
    void showPermissions(const QStringList &scopes);

    void signIn();
    void signInBy(Connect::By by);
    bool asksForClientToken() const;
    void askWhich();
    void useChoice();
    void showChoicePicture(qsizetype index);
    bool wasDeclined() const;
    Connect::Plan plan() const;
    void finish(const Connect::Outcome &outcome);
    void fail(const Error &error);
    void finishPasted(const Connect::Outcome &outcome);
    void failPasted(const Error &error);
    void chooseServer();
    void openServer();
    void makeServerToken();
    void finishServer(const Connect::Outcome &outcome);
    void failServer(const Error &error);
    void tryAgain();
    void tellStory();
    void showDone(const Connect::Outcome &outcome);
    void connectAnother();
    bool wouldLose() const;
    void askBeforeLosing();
    void closeNow();

    void showConfiguration();

    Services &m_services;
    Provider m_provider;
    std::optional<QString> m_configuredFor; ///< client id of the app whose configuration id is shown ///< the one
                                            ///< chosen; without an id before that
    std::optional<Account> m_expected; ///< who is to sign in again

    QPointer<QMessageBox> m_question;
    Connect::By m_by = Connect::By::Browser;

    OwnProviders *m_own;
    WayPage *m_way;
    AppPage *m_app;
    PermissionsPage *m_permissions;
    ClientTokenPage *m_clientToken;
    WaitingPage *m_waiting;
    ChoicePage *m_choice;
    TokenWay *m_token;
    bool m_pasted = false; ///< the last outcome is of a token that was pasted
    ServerWay *m_server;
    bool m_forServer = false; ///< the way that was chosen is that to a server's token
    DoneWay *m_done;
    FailurePage *m_failure;
};

} // namespace tokendesk
