// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountpage/noticebar.h"
#include "services.h"

namespace tokendesk {

/// Says that the file with the accounts was damaged, and what became of them. Hidden where nothing of the kind
/// happened, and after it was read.
class RecoveryNotice : public NoticeBar
{
    Q_OBJECT
public:
    RecoveryNotice(Services &services, QWidget *parent);

private:
    void tellWaiting();
    void tellFound(int accounts);
    void act();

    Services &m_services;
};

} // namespace tokendesk
