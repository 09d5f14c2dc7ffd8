// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QObject>

namespace tokendesk {

class ProviderDialog;

/// What a window lets a person do with the providers of their own.
class OwnProviders : public QObject
{
    Q_OBJECT
public:
    OwnProviders(Services &services, QWidget *window);

    /// Asks for a new one.
    void add();
    void change(const QString &providerId);
    /// Asks whether to delete it; refuses where an account or an app belongs to it.
    void askToDelete(const QString &providerId);

signals:
    void added(const QString &providerId);
    /// The catalog was read again.
    void changed();

private:
    ProviderDialog *open();
    void refuseToDelete(const Provider &provider, const QString &why);
    void remove(const QString &providerId);

    Services &m_services;
    QWidget *m_window;
};

} // namespace tokendesk
