// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "base/clock.h"
#include "graph/graphclient.h"

#include <QObject>
#include <memory>
#include <vector>

namespace tokendesk {

/// One of the accounts that a sign-in with Facebook can give: a Page, or the person alone.
struct FacebookChoice
{
    enum class Kind { Page, Person };

    Kind kind = Kind::Page;
    QString id{};
    QString name{};
    QString instagramId{}; ///< of a Page: its Instagram account; empty where none is linked or shown
    QString instagramUsername{};
    QUrl pictureAddress{};
    QByteArray picture{}; ///< PNG or JPEG as served; empty until it came
};

/// What follows the browser's half of Facebook Login: extend the person's token → whose is it → what was granted →
/// their Pages, those of portfolios too → the person chooses → what is the chosen token worth. Nothing is stored here.
/// Deleting it cancels it.
class FacebookWay : public QObject
{
    Q_OBJECT
public:
    struct Plan
    {
        Provider provider;
        QString clientId;
        Secret appSecret; ///< empty where a broker keeps it
        QUrl broker{};
        QString registrationId{};
        QString wanted{}; ///< Page or person that is to be connected again: then nobody is asked
    };
    enum class Step { Extending, ReadingProfile, ListingPages, Choosing, Inspecting };
    Q_ENUM(Step)
    /// Why there is no Page to choose.
    enum class Lack {
        None, ///< there are some
        ListPermission, ///< pages_show_list was not granted
        PortfolioPermission, ///< none of their own; those of a portfolio are not shown without business_management
        NoPage, ///< the person manages none, or ticked none
        Role, ///< there are some, but the person's role on them gives no token
    };

    FacebookWay(Plan plan, GraphClient &graph, const Clock &clock, QObject *parent = nullptr);
    ~FacebookWay() override;

    /// Takes over the token that the code gave. It ends with chosen() or failed().
    void start(Secret shortLived);

    /// The Pages, and the person last.
    const QList<FacebookChoice> &choices() const { return m_choices; }
    Lack lack() const { return m_lack; }
    /// After offered(): goes on with that one.
    void choose(qsizetype index);

    // -- after chosen()
    const Account &account() const { return m_account; } ///< without provider and registration
    Secret takeToken() { return std::move(m_token); }
    const QByteArray &picture() const { return m_picture; }

signals:
    void stepped(tokendesk::FacebookWay::Step step);
    /// choose() is waited for.
    void offered();
    /// The picture of that choice came.
    void pictureCame(qsizetype index);
    void chosen();
    /// Errors: those of FacebookClient; Denied with ErrorHint::PageMissing where the wanted one is not there, and with
    /// ErrorHint::OtherUser; Rejected with ErrorHint::WrongHost where the token is of another app or of somebody
    /// else.
    void failed(const tokendesk::Error &error);

private:
    struct Portfolio
    {
        QString id;
        FacebookClient::Share share;
    };

    void listPages();
    void listPortfolios();
    void listPagesOfPortfolios();
    void offer();
    void chooseWanted();
    void fetchPictures();
    void fetchChosenPicture(const QUrl &address);
    Lack findLack() const;
    void fillIn(const FacebookChoice &choice);

    void extended(Result<Grant> grant);
    void profiled(Result<Profile> profile);
    void permitted(Result<FacebookPermissions> permissions);
    void pagesCame(Result<FacebookPagePart> part);
    void portfoliosCame(Result<FacebookBusinessPart> part);
    void portfolioPagesCame(Result<FacebookPagePart> part);
    void inspected(Result<FacebookInspection> inspection);
    bool isOfChosen(const FacebookInspection &inspection) const;

    void take(std::vector<FacebookPage> pages);
    void fail(const Error &error);
    void enter(Step step);
    GraphClient graph() const;
    FacebookClient client() const { return graph().facebook(); }
    FacebookCaller caller() const { return {m_plan.provider, m_personToken, m_plan.appSecret}; }
    FacebookApp app() const { return {m_plan.provider, m_plan.clientId, m_plan.appSecret}; }
    template <typename T>
    Callback<T> answer(void (FacebookWay::*step)(Result<T>));

    Plan m_plan;
    GraphClient &m_graph;
    const Clock &m_clock;
    Secret m_personToken;
    Account m_person; ///< as far as the profile tells
    QUrl m_personPicture;
    std::optional<FacebookPermissions> m_permissions;
    std::vector<FacebookPage> m_pages;
    qsizetype m_withoutToken = 0; ///< Pages that the person's role gives no token for
    QList<Portfolio> m_portfolios; ///< still to be asked
    int m_parts = 0;
    QList<FacebookChoice> m_choices;
    Lack m_lack = Lack::None;
    qsizetype m_chosen = -1;
    Account m_account;
    Secret m_token;
    QByteArray m_picture;
};

} // namespace tokendesk
