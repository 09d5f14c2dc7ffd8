// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/adoption.h"
#include "connect/connectpage.h"

class QCheckBox;
class QLineEdit;
class QRadioButton;

namespace tokendesk {

class Fold;
class HintLabel;
class ScopePicker;
class SecretField;

/// "A token for a server": of a system user or of the app itself, and what Facebook has to know for it.
class ServerPage : public ConnectPage
{
    Q_OBJECT
public:
    explicit ServerPage(QWidget *parent);

    /// For an app at that provider whose secret is kept, or will be, or not; one whose secret a broker keeps gives
    /// none.
    void setApp(const Provider &provider, const Registration &app, SecretState secret, const QStringList &scopes);
    /// For that account, which is to have a new token.
    void setAccount(const Account &account);
    /// As it stands here, without the app.
    ServerToken token() const;
    bool hasInput() const;
    /// The administrator's token goes as soon as it is not needed any more.
    void clear();

    PageFrame frame() const override;
    bool isComplete() const override;
    QWidget *firstField() const override;

private:
    QWidget *systemUser();
    void addChoice(QRadioButton *choice, const QString &sentence, QLayout *column);
    void clean();
    void check();
    QString askingFault() const;

    QString m_providerName;
    QString m_broker; ///< of the app; empty for none
    QRadioButton *m_ofUser;
    QRadioButton *m_ofApp;
    QWidget *m_user;
    QLineEdit *m_id;
    HintLabel *m_idHint;
    SecretField *m_asking;
    HintLabel *m_askingHint;
    QCheckBox *m_ends;
    Fold *m_fold;
    ScopePicker *m_picker;
    HintLabel *m_trouble;
};

} // namespace tokendesk
