// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/adoption.h"
#include "graph/tokenlist.h"

#include <QObject>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace tokendesk {

/// Keeps the tokens of a list that work, four at a time. Where nobody can be reached, or the provider wants a pause, it
/// stops by itself: what is left waits for another start(). Deleting it gives up what is out; what was kept stays kept.
class AdoptionRound : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Waiting, ///< for its turn, or for another start()
        Running,
        Kept,
        Replaced, ///< kept in the place of an account that was here
        Refused, ///< see Row::error
        Unusable, ///< nothing that could be kept, as the list itself shows
    };
    Q_ENUM(State)

    struct Row
    {
        TokenRow source{}; ///< its token is gone once it is kept or refused for good
        State state = State::Waiting;
        Account account{}; ///< of Kept and Replaced
        std::optional<Error> error{};
    };

    AdoptionRound(std::vector<TokenRow> rows, Accounts &accounts, const Catalog &catalog, GraphClient &graph,
                  const Clock &clock, QObject *parent = nullptr);
    ~AdoptionRound() override;

    /// Tried on Practice's tokens, which have no registration.
    void setPracticeSecret(Secret secret) { m_practiceSecret = std::move(secret); }

    /// Checks what waits; after an end, once more what failed only for a while.
    void start();
    /// Gives up what is out: it waits again.
    void cancel();
    bool isRunning() const { return !m_running.empty(); }
    /// While the keychain keeps it waiting: goes on with tokens that stay in memory.
    void goOnWithoutKeychain();

    const std::vector<Row> &rows() const { return m_rows; }
    int count(State state) const;

signals:
    void rowChanged(int row);
    void keychainSlow();
    /// Nothing runs any more.
    void finished();

private:
    void startMore();
    void startRow(int row);
    void showStage(Adoption::Stage stage);
    void keep(int row, const Connect::Outcome &outcome);
    void refuse(int row, const Error &error);
    void end(int row, State state);
    bool mayGoOn() const;

    Accounts &m_accounts;
    const Catalog &m_catalog;
    GraphClient &m_graph;
    const Clock &m_clock;
    Secret m_practiceSecret;
    std::vector<Row> m_rows;
    std::map<int, std::unique_ptr<Adoption>> m_running; ///< by row
    std::size_t m_next = 0; ///< no row before it waits for its turn
    int m_unreached = 0; ///< failures in a row for want of a connection
    bool m_pause = false; ///< the provider wants one
    bool m_withoutKeychain = false;
};

} // namespace tokendesk
