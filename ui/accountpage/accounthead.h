// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QWidget>

class QLabel;

namespace tokendesk {

class ElidedLabel;
class StatusPill;

/// Who the account is, and how its token does.
class AccountHead : public QWidget
{
    Q_OBJECT
public:
    AccountHead(Services &services, QWidget *parent);

    void setAccount(const Account &account, const Provider &provider);

private:
    QString about(const Account &account, const Provider &provider) const;

    Services &m_services;
    QLabel *m_picture;
    ElidedLabel *m_name;
    QLabel *m_about;
    StatusPill *m_status;
};

} // namespace tokendesk
