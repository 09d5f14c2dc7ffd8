// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "base/deadline.h"
#include "signin/signin.h"

#include <QObject>
#include <QPointer>
#include <memory>
#include <optional>

namespace tokendesk {

class DeviceLogin;
class FacebookWay;

/// The whole way to an account, for window and command line: probe the keychain → kept app secret → sign in → extend →
/// profile → picture → adopt → keep the app secret. Deleting it cancels it at any moment; nothing is stored before the
/// end.
class Connect : public QObject
{
    Q_OBJECT
public:
    enum class Stage {
        CheckingKeychain,
        WaitingForKeychain, ///< no answer for 3 s, before the sign-in or after it: a prompt may be open somewhere
        WaitingForBrowser,
        WaitingForDevice, ///< device() says how far that is
        ExchangingCode,
        Extending,
        ReadingProfile,
        ListingPages, ///< Facebook
        ChoosingPage, ///< Facebook: choose() is waited for
        Saving,
        Finished, ///< connected or failed
    };
    Q_ENUM(Stage)
    /// Where the person signs in.
    enum class By { Browser, AnotherDevice };

    struct Plan
    {
        QString providerId;
        /// Saved once the sign-in succeeded. Of Practice only the client id is used, and nothing is saved.
        Registration registration{};
        Secret appSecret{}; ///< empty to use the kept one
        bool keepAppSecret = false;
        QStringList scopes;
        QStringList extraParameters{}; ///< names of optional parameters, such as force_reauth
        /// The account that is to be connected again; empty for any. Where somebody else signs in nothing is changed,
        /// and it fails with Denied and ErrorHint::OtherUser.
        QString reconnects{};
        By by = By::Browser;
        /// By::AnotherDevice at Facebook: what the app shows itself with there beside its id. Empty to use the kept
        /// one.
        Secret clientToken{};
        bool keepClientToken = false;
    };

    /// What came of it.
    struct Outcome
    {
        Account account;
        bool replaced = false; ///< the same account was here before
        std::optional<Error> notExtended{}; ///< why the token is a one-hour one
        std::optional<Error> noProfile{}; ///< why the account's name is not known
        std::optional<Error>
            secretNotKept{}; ///< why the app secret has to be given next time, though it was to be kept
        std::optional<Error> clientTokenNotKept{}; ///< likewise
    };

    Connect(Plan plan, Accounts &accounts, Keychain &keychain, const Catalog &catalog, GraphClient &graph,
            CertificateStore &certificates, const Clock &clock, QObject *parent = nullptr);
    ~Connect() override;

    void start();
    Stage stage() const { return m_stage; }

    /// The attempt in the browser; null before WaitingForBrowser. For its address, deadline, paste and keepWaiting.
    /// Lives as long as this object, since it shows the browser's last page.
    SignIn *signIn() const { return m_signIn.get(); }

    /// The attempt on another device; null before WaitingForDevice and after the outcome. For its code and a new one.
    DeviceLogin *device() const;
    /// Was the person shown where to sign in, whichever way?
    bool hasAskedPerson() const { return m_signIn || m_codeAsked; }

    /// What was asked of the provider so far.
    const RequestLog &requests() const { return *m_requests; }

    /// What can be chosen at Facebook; null before choiceOffered.
    const FacebookWay *facebook() const { return m_facebook.get(); }
    /// In ChoosingPage: goes on with that one of FacebookWay::choices().
    void choose(qsizetype index);

    /// After keychainTrouble: asks it again.
    void retryKeychain();
    /// After keychainTrouble and in WaitingForKeychain: goes on with a token that stays in memory.
    void goOnWithoutKeychain();
    /// Ends it: failed(Cancelled). Does nothing after the outcome.
    void cancel();

signals:
    void stageChanged(tokendesk::Connect::Stage stage);
    /// Show this page to the person.
    void browserRequested(const QUrl &url);
    /// The keychain would not keep a token, or has not answered for two minutes; waits for retryKeychain(),
    /// goOnWithoutKeychain() or cancel().
    void keychainTrouble(const tokendesk::Error &error);
    /// Facebook: which of facebook()'s choices? Waits for choose() or cancel().
    void choiceOffered();
    void connected(const tokendesk::Connect::Outcome &outcome);
    void failed(const tokendesk::Error &error);

private:
    void readAppSecret();
    Client client() const;
    bool canRefresh() const;
    void openBrowser();
    void showBrowser(const QUrl &url);
    void readClientToken();
    void clientTokenRead(Result<Secret> token);
    void showCode();
    void exchangeCode();
    void watchStranger(ReplyHandler::Stranger stranger);
    void takeStandard(Secret refreshToken);
    void takeToken(Grant grant, TokenKind kind, std::chrono::seconds usual);
    void askFacebook(Grant grant);
    void takeFacebook();
    void dropHelpers();
    void readProfile();
    CallOrigin origin() const { return {.providerId = m_plan.providerId, .registrationId = m_plan.registration.id}; }
    void save();
    bool isSomebodyElse(const Account &expected) const;
    void adopt();
    void finish();

    void keychainProbed(Result<void> result);
    void appSecretRead(Result<Secret> secret);
    void granted(Result<Grant> grant);
    void extended(Result<Grant> grant);
    void profiled(Result<Profile> profile);
    void pictured(Result<QByteArray> picture);
    void adopted(Result<Account> account);
    void keepAppSecret();
    void giveUpKeeping(const Error &why);
    void appSecretKept(Result<void> result);
    void keepClientToken();
    void clientTokenKept(Result<void> result);

    void tellWhenSlow();
    void waitForKeychain();
    void stopWaiting();
    void keychainIsSlow();
    void keychainIsSilent();
    bool isAdopted() const { return !m_outcome.account.id.isEmpty(); }

    void enter(Stage stage);
    void fail(const Error &error);
    void leave(BrowserPage page);
    void startStep();
    void endStep();
    template <typename T>
    Callback<T> answer(void (Connect::*step)(Result<T>));

    Plan m_plan;
    Accounts &m_accounts;
    Keychain &m_keychain;
    const Catalog &m_catalog;
    GraphClient &m_graph;
    CertificateStore &m_certificates;
    const Clock &m_clock;

    RequestLog *m_requests; ///< a child of this
    Stage m_stage = Stage::CheckingKeychain;
    bool m_troubled = false; ///< keychainTrouble waits for an answer
    bool m_withoutKeychain = false;
    Provider m_provider;
    Outcome m_outcome;
    Secret m_token;
    Secret m_refreshToken;
    QByteArray m_picture;
    QString m_stranger; ///< whom the token answers for, where that is not who signed in; empty where it is
    Deadline m_slow; ///< then the person is told that the keychain is waited for
    Deadline m_silent; ///< then the person is asked how to go on
    std::unique_ptr<SignIn> m_signIn;
    QPointer<DeviceLogin> m_device; ///< a child of this
    bool m_codeAsked = false;
    bool m_secretSettled = false; ///< after the account is stored: the app secret is kept, or will not be
    int m_knocks = 0; ///< at the redirect port, by strangers
    std::unique_ptr<FacebookWay> m_facebook;
    QObject *m_step = nullptr; ///< context of the operation that is out; null while there is none
};

template <typename T>
Callback<T> Connect::answer(void (Connect::*step)(Result<T>))
{
    return [this, step, context = m_step](Result<T> result) {
        if (context != m_step)
            return;
        m_step->deleteLater(); // it may be at work right now
        m_step = nullptr;
        (this->*step)(std::move(result));
    };
}

} // namespace tokendesk
