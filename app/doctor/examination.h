// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accounts.h"
#include "accounts/steps.h"
#include "base/deadline.h"
#include "desktop/desktop.h"
#include "doctor/symptom.h"
#include "graph/transport.h"
#include "signin/certificate.h"

#include <QHostInfo>
#include <QObject>
#include <memory>
#include <optional>

namespace tokendesk {

/// What is looked at, in this order.
enum class Check {
    Keychain, ///< does it keep a secret, now?
    Proxy, ///< by which way the provider is asked
    Dns,
    Tls,
    Reachable,
    ClockSkew, ///< this computer's clock beside the server's `Date`
    Token, ///< does the provider take it?
    Permissions,
    RedirectPort, ///< is there one to which the browser can bring an answer?
    Certificate, ///< do browsers trust the one of this computer's own sign-in page?
    Versions,
};
inline constexpr int checkCount = int(Check::Versions) + 1;

enum class Health {
    Good,
    Note, ///< nothing that has to be mended
    Bad,
    Unknown, ///< it could not be told
    NotNeeded, ///< there is nothing to look at
};

/// What came of one check.
struct Finding
{
    Check check = Check::Keychain;
    Health health = Health::Unknown;
    QString detail{}; ///< plain data: a proxy, a host, ports, scopes, versions; never a secret
    std::optional<Error> error{};
    qint64 seconds = 0; ///< of Check::ClockSkew: how much later it is there
};

enum class Usable { Yes, No, Unknown };

/// What is known of the token that it is about.
struct TokenFacts
{
    QString whose{};
    QString app{}; ///< its name or number at the provider
    QString host{}; ///< to which it belongs
    QDateTime issued{}; ///< UTC; invalid where unknown, as the two others
    QDateTime expires{};
    bool neverExpires = false;
    QDateTime dataAccessEnds{};
    QStringList permissions{};
    bool permissionsKnown = false;
    Usable usable = Usable::Unknown;
};

/// The token doctor: told an account, a token or an error, it says what it is and looks at everything that has to work
/// for it. What was pasted is read at once and asks nobody; start() then makes the live checks, one after the other. A
/// pasted token is kept as Secret until forget() or the end. Deleting it or cancel() ends what is out.
class Examination : public QObject
{
    Q_OBJECT
public:
    /// All of it outlives this.
    struct Place
    {
        Accounts &accounts;
        Keychain &keychain;
        const Catalog &catalog;
        const Clock &clock;
        CertificateStore &certificates;
        Desktop desktop;
    };

    explicit Examination(const Place &place, QObject *parent = nullptr);
    ~Examination() override;

    /// The account that it is about; empty for none. What was found before is forgotten.
    void chooseAccount(const QString &id);
    /// Another text that was pasted; an empty one for none. What was found before is forgotten.
    void takePaste(const Secret &text);
    /// Wipes the token and everything that was found.
    void forget();

    void start();
    void cancel();
    bool isRunning() const { return m_running.has_value(); }
    std::optional<Check> running() const { return m_running; }

    const std::optional<Account> &account() const { return m_account; }
    const Symptom &symptom() const { return m_symptom; }
    /// Of whom it is about; a description, whose Practice need not listen.
    const Provider &provider() const { return m_provider; }
    const TokenFacts &facts() const { return m_facts; }
    const QList<Finding> &findings() const { return m_findings; }
    const Finding *finding(Check check) const;
    /// Is there a token to ask about?
    bool hasToken() const { return m_account || m_symptom.token.finding == PasteFinding::Token; }
    /// Is it an app's own, which speaks for no account?
    bool isAppToken() const;
    /// Does the token work and show no data any more, until somebody confirms the app's access?
    bool isAccessOver() const;
    /// Is anything wrong that somebody has to mend?
    bool needsSomebody() const;
    const Clock &clock() const { return m_place.clock; }

signals:
    /// There is something new to read: of the paste, or one finding more.
    void changed();
    /// All checks are made.
    void finished();

private:
    void recognise();
    void takeAccount();
    void next();
    void begin(Check check);
    void note(Finding finding);

    // examinationway.cpp
    void askProvider();
    void providerAnswered(Result<Answer> answer);
    void lookUp();
    void lookedUp(const QHostInfo &info);
    Finding proxyFinding() const;
    Finding tlsFinding() const;
    Finding reachFinding() const;
    Finding clockFinding() const;

    // examinationtoken.cpp
    void checkToken();
    void accountChecked(Result<void> result);
    void profiled(Result<Profile> profile);
    void inspected(Result<FacebookInspection> inspection);
    void named(Result<Profile> profile);
    void tokenSaid(const std::optional<Error> &error);
    void checkPermissions();
    void permitted(Result<QStringList> permissions);
    void facebookPermitted(Result<FacebookPermissions> permissions);
    Finding permissionFinding() const;

    void probed(Result<void> result);
    void keychainIsSilent();
    Finding portFinding() const;
    Finding certificateFinding() const;

    template <typename T>
    Callback<T> answer(void (Examination::*step)(Result<T>));

    Place m_place;
    Transport m_transport;
    GraphClient m_graph{m_transport};
    std::optional<Account> m_account;
    Symptom m_symptom;
    Provider m_provider;
    TokenFacts m_facts;
    QList<Finding> m_findings;
    std::optional<Check> m_running;
    std::unique_ptr<QObject> m_step; ///< context of what is out
    std::optional<Result<Answer>> m_answer; ///< of the provider, to a request without a token
    std::optional<Error> m_unready; ///< why the provider cannot even be asked
    Deadline m_patience; ///< with the keychain
};

template <typename T>
Callback<T> Examination::answer(void (Examination::*step)(Result<T>))
{
    return [this, step](Result<T> result) { (this->*step)(std::move(result)); };
}

} // namespace tokendesk
