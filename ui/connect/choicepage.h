// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/facebookway.h"
#include "connect/connectpage.h"

class QListWidget;

namespace tokendesk {

class HintLabel;

/// "Which Page?": what a sign-in with Facebook can give, by picture and name, and why there is no Page where there is
/// none.
class ChoicePage : public ConnectPage
{
    Q_OBJECT
public:
    explicit ChoicePage(QWidget *parent);

    /// Shows these; the first is chosen unless the person chooses.
    void setChoices(const QList<FacebookChoice> &choices, FacebookWay::Lack lack);
    /// The picture of one of them came.
    void setPicture(qsizetype index, const FacebookChoice &choice);
    qsizetype choice() const;

    PageFrame frame() const override;
    bool isComplete() const override;
    QWidget *firstField() const override;

private:
    void showChosen();

    QListWidget *m_list;
    HintLabel *m_reason;
    HintLabel *m_unlinked;
    FacebookWay::Lack m_lack = FacebookWay::Lack::None;
};

} // namespace tokendesk
