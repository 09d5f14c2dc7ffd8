// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/connect.h"
#include "graph/tokenkind.h"

#include <QObject>
#include <optional>

namespace tokendesk {

/// The provider that a token of that origin belongs to; null where this program keeps no such tokens.
const Provider *providerOf(TokenOrigin origin, const Catalog &catalog);
/// The same of a token that was pasted: an app's own names its app, and one that is saved here says with whom it is.
const Provider *providerOf(const PastedToken &pasted, const Catalog &catalog, const QList<Registration> &apps);

/// A token for a server, which Facebook is to make.
struct ServerToken
{
    enum class Kind { SystemUser, App };

    Kind kind = Kind::SystemUser;
    SystemUserToken wish{}; ///< of a system user
    Secret asking{}; ///< of a system user: the token of an administrator of the portfolio, or of another system user
    Registration app{}; ///< saved once the token is there; of Practice only the client id is used
    bool keepAppSecret = false; ///< the one that was typed
};

/// The way to an account for a token that the person has already: whose is it → is it the one that is kept → extend it,
/// where a kept app secret can → what may it do → picture → adopt. At Facebook the token is inspected first, which
/// tells its kind and its ends; a token for a server is made there before that, and an app's own vouches for itself.
/// Deleting it cancels it at any moment; nothing is stored before the end.
class Adoption : public QObject
{
    Q_OBJECT
public:
    enum class Stage {
        Making, ///< a token for a server
        ReadingProfile,
        Extending,
        Saving,
        WaitingForKeychain, ///< no answer for 3 s: a prompt may be open somewhere
        Finished, ///< kept or refused
    };
    Q_ENUM(Stage)

    struct Plan
    {
        QString providerId;
        Secret token;
        QString label{}; ///< what the person calls the account; one that is here already keeps its own
        Secret appSecret{}; ///< tried before those that are kept: Practice has one without a registration
        QString clientId{}; ///< of the app with that secret
        /// Made first, in place of `token`: with `appSecret`, or the kept one of its app where that is empty.
        std::optional<ServerToken> server{};
        CallOrigin::Urgency urgency = CallOrigin::Urgency::Person; ///< many at once can wait
    };

    Adoption(Plan plan, Accounts &accounts, const Catalog &catalog, GraphClient &graph, const Clock &clock,
             QObject *parent = nullptr);
    ~Adoption() override;

    void start();
    Stage stage() const { return m_stage; }
    /// In WaitingForKeychain: goes on with a token that stays in memory, and without a kept app secret.
    void goOnWithoutKeychain();

signals:
    void stageChanged(tokendesk::Adoption::Stage stage);
    void kept(const tokendesk::Connect::Outcome &outcome);
    /// Why the token is not kept: what the provider said of it, or what the database said.
    void refused(const tokendesk::Error &error);

private:
    void readProfile();
    void readPresent();
    void findApps();
    void tryNextApp();
    void extendWith(const Secret &appSecret);
    void readPermissions();
    void readPicture();
    void save();
    void adopt();

    void profiled(Result<Profile> profile);
    void presentRead(Result<Secret> present);
    void appSecretRead(Result<Secret> secret);
    void extended(Result<Grant> grant);
    void permitted(Result<QStringList> permissions);
    void pictured(Result<QByteArray> picture);
    void adopted(Result<Account> account);

    // adoptionserver.cpp
    void readServerSecret();
    void giveUpServerToken();
    void serverSecretRead(Result<Secret> secret);
    void makeServerToken();
    void serverTokenMade(Result<Grant> grant);
    void serverTokenInspected(Result<FacebookInspection> inspection);
    Result<void> saveServerApp();
    void keepServerSecret();
    void serverSecretKept(Result<void> result);

    // adoptionfacebook.cpp
    void askFacebook();
    void tryNextFacebookApp();
    void facebookSecretRead(Result<Secret> secret);
    FacebookApp facebookApp() const;
    void inspectAsApp();
    void inspectedByApp(Result<FacebookInspection> inspection);
    void inspectItself();
    void takeInspection(Result<FacebookInspection> inspection);
    void facebookProfiled(Result<Profile> profile);
    void extendFacebook();
    void facebookExtended(Result<Grant> grant);
    void inspectAppToken();
    void appTokenInspected(Result<FacebookInspection> inspection);
    void keepAppToken(const FacebookInspection &inspection, const Registration &app);

    GraphClient graph() const;
    void waitForKeychain(void (Adoption::*otherwise)());
    void keychainIsSlow();
    void enter(Stage stage);
    void refuse(const Error &error);
    void finish();
    void leave();
    void startStep();
    void endStep();
    template <typename T>
    Callback<T> answer(void (Adoption::*step)(Result<T>));

    Plan m_plan;
    Accounts &m_accounts;
    const Catalog &m_catalog;
    GraphClient &m_graph;
    const Clock &m_clock;

    RequestLog *m_requests; ///< a child of this
    Stage m_stage = Stage::ReadingProfile;
    Provider m_provider;
    Connect::Outcome m_outcome;
    std::optional<Account> m_present; ///< of the same user
    QUrl m_pictureAddress;
    QByteArray m_picture;
    QStringList m_apps; ///< registrations whose secret is still to be tried
    Secret m_facebookSecret; ///< of the first of m_apps
    std::optional<FacebookInspection> m_inspection;
    bool m_withoutKeychain = false;
    void (Adoption::*m_otherwise)() = nullptr; ///< how it goes on without the keychain that is asked
    Deadline m_slow;
    QObject *m_step = nullptr; ///< context of the operation that is out; null while there is none
};

template <typename T>
Callback<T> Adoption::answer(void (Adoption::*step)(Result<T>))
{
    return [this, step, context = m_step](Result<T> result) {
        if (context != m_step)
            return;
        m_step->deleteLater(); // it may be at work right now
        m_step = nullptr;
        m_slow.stop();
        (this->*step)(std::move(result));
    };
}

} // namespace tokendesk
