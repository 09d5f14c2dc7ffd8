// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/adoptionround.h"
#include "connect/connectpage.h"
#include "services.h"

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace tokendesk {

class TokenListModel;

/// Many tokens at once: what each of them is, how far the check is, and what was not kept and why.
class TokenListPage : public ConnectPage
{
    Q_OBJECT
public:
    TokenListPage(Services &services, QWidget *parent);
    ~TokenListPage() override;

    void setRows(std::vector<TokenRow> rows);
    /// Gives up what is out; what was kept stays kept.
    void stop();
    /// Was one kept, and does none run any more?
    bool isDone() const;

    PageFrame frame() const override;
    bool isComplete() const override;
    QWidget *firstField() const override;
    void goOn() override;

signals:
    /// At the end: one of those that were kept.
    void kept(const QString &accountId);

private:
    void arrange();
    void begin();
    void end();
    void showProgress();
    void showKeychainNote();
    QString summary() const;
    int open() const;

    Services &m_services;
    std::unique_ptr<AdoptionRound> m_round;
    TokenListModel *m_model;
    QTreeView *m_table;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QLabel *m_keychainNote;
    QPushButton *m_without;
    bool m_ran = false;
};

} // namespace tokendesk
