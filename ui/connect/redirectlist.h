// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace tokendesk {

/// The redirect addresses to register at an app, each with a button that copies it.
class RedirectList : public QWidget
{
    Q_OBJECT
public:
    explicit RedirectList(QWidget *parent);

    void setAddresses(const QStringList &addresses);

private:
    QVBoxLayout *m_rows;
};

} // namespace tokendesk
