// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "signin/signin.h"

#include <QObject>
#include <QTimer>
#include <memory>

namespace tokendesk {

/// The whole way to an account, for window and command line: probe the keychain → sign in → extend → profile → adopt.
/// Deleting it cancels it at any moment; nothing is stored before the end.
class Connect : public QObject
{
    Q_OBJECT
public:
    enum class Stage {
        CheckingKeychain,
        WaitingForKeychain, ///< no answer for 3 s: a prompt may be open somewhere
        WaitingForBrowser,
        ExchangingCode,
        Extending,
        ReadingProfile,
        Saving,
        Finished,
    };
    Q_ENUM(Stage)

    struct Plan
    {
        QString providerId;
        Registration registration{}; ///< empty for Practice; saved once the sign-in succeeded
        Secret appSecret{}; ///< empty for Practice, or to use the kept one
        bool keepAppSecret = false;
        QStringList scopes;
        QStringList extraParameters{}; ///< names of optional parameters, such as force_reauth
    };

    /// What came of it.
    struct Outcome
    {
        Account account;
        bool replaced = false; ///< the same account was here before
        std::optional<Error> notExtended{}; ///< why the token is a one-hour one
    };

    Connect(Plan plan, Accounts &accounts, Keychain &keychain, const Catalog &catalog, GraphClient &graph,
            CertificateStore &certificates, const Clock &clock, QObject *parent = nullptr);
    ~Connect() override;

    void start();
    Stage stage() const { return m_stage; }

    /// The attempt in the browser; null before WaitingForBrowser. For its address, deadline, paste and keepWaiting.
    SignIn *signIn() const { return m_signIn.get(); }

    /// After keychainTrouble: ask it again, or go on with a token that stays in memory.
    void retryKeychain();
    void goOnWithoutKeychain();
    /// Ends it: failed(Cancelled).
    void cancel();

signals:
    void stageChanged(tokendesk::Connect::Stage stage);
    /// Show this page to the person.
    void browserRequested(const QUrl &url);
    /// The keychain would not keep a token; waits for retryKeychain(), goOnWithoutKeychain() or cancel().
    void keychainTrouble(const tokendesk::Error &error);
    void connected(const tokendesk::Connect::Outcome &outcome);
    void failed(const tokendesk::Error &error);

private:
    // steps, each joined to the next by then(&Connect::…)
    Plan m_plan;
    Accounts &m_accounts;
    Keychain &m_keychain;
    const Catalog &m_catalog;
    GraphClient &m_graph;
    CertificateStore &m_certificates;
    const Clock &m_clock;
    Stage m_stage = Stage::CheckingKeychain;
    std::unique_ptr<SignIn> m_signIn;
};

} // namespace tokendesk
