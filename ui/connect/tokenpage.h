// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connectpage.h"
#include "graph/tokenkind.h"

class QPushButton;

namespace tokendesk {

class HintLabel;
class SecretField;

/// "I already have a token": it is pasted, and under it stands at once what it is.
class TokenPage : public ConnectPage
{
    Q_OBJECT
public:
    explicit TokenPage(QWidget *parent);

    PageFrame frame() const override;
    bool isComplete() const override;
    QWidget *firstField() const override;
    void followLink() override { emit fileRequested(); }

    void setText(Secret text);
    const Secret &text() const;
    const PastedToken &read() const { return m_read; }
    void clear() { setText({}); }
    /// Says why a file could not be used.
    void setFault(const QString &fault);

signals:
    void fileRequested();

private:
    void recognise();

    SecretField *m_field;
    QPushButton *m_paste;
    QPushButton *m_clear;
    HintLabel *m_sentence;
    PastedToken m_read;
};

} // namespace tokendesk
