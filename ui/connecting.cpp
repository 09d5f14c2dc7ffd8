// SPDX-License-Identifier: GPL-3.0-or-later
#include "connecting.h"

#include "connect/tokendrop.h"
#include "tokencopy.h"

#include <algorithm>

namespace tokendesk {

Connecting::Connecting(Services &services, TokenCopy &copy, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_copy(copy)
    , m_window(window)
    , m_drop(new TokenDrop(window))
{
    connect(m_drop, &TokenDrop::dropped, this, &Connecting::takeDrop);
}

/// Null where it is open already.
ConnectDialog *Connecting::open()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return nullptr;
    }
    m_dialog = new ConnectDialog(m_services, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ConnectDialog::connected, this, &Connecting::connected);
    connect(m_dialog, &ConnectDialog::copyRequested, &m_copy, &TokenCopy::copy);
    connect(&m_copy, &TokenCopy::failed, m_dialog, &ConnectDialog::showCopyFailure);
    m_dialog->open();
    return m_dialog;
}

void Connecting::start()
{
    open();
}

void Connecting::tryPractice()
{
    const QList<Provider> &providers = m_services.catalog.providers();
    const auto practice = std::ranges::find_if(
        providers, [](const Provider &each) { return each.practice && each.family == Family::Instagram; });
    ConnectDialog *dialog = practice == providers.end() ? nullptr : open();
    if (dialog)
        dialog->chooseProvider(practice->id);
}

void Connecting::askForToken()
{
    if (ConnectDialog *dialog = open())
        dialog->askForToken();
}

/// Into the dialog that is open, or a new one.
void Connecting::takeDrop()
{
    ConnectDialog *dialog = m_dialog ? m_dialog.data() : open();
    dialog->askForToken(m_drop->take());
}

void Connecting::startWith(const QString &registrationId)
{
    ConnectDialog *dialog = m_dialog ? m_dialog.data() : open();
    dialog->chooseApp(registrationId);
}

void Connecting::signInAgain(const QString &accountId)
{
    if (ConnectDialog *dialog = open())
        dialog->reconnect(accountId);
}

void Connecting::askAgain(const QString &accountId)
{
    if (ConnectDialog *dialog = open())
        dialog->askAgain(accountId);
}

} // namespace tokendesk
