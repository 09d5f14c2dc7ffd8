// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connectdialog.h"
#include "practice/practiceserver.h"
#include "support/desk.h"
#include "support/fakebrowser.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <memory>

namespace tokendesk {

/// The connect dialog with everything below it, in front of Practice: as "practice", and as the provider "test", which
/// wants an app like any other. What the person sees and does goes by object names.
class ConnectStage
{
public:
    /// `redirect` is the scheme of the provider "test"'s address, `builtIn` the provider that it is made of.
    explicit ConnectStage(const QString &redirect = QStringLiteral("http"),
                          const QString &builtIn = QStringLiteral("practice"));
    ~ConnectStage();

    void open();
    /// The app of the provider "test", stored with or without its secret.
    Registration saveApp(bool keepSecret);
    /// A registered account of the provider "test" or of Practice, signed in without the dialog.
    Account connectAccount(const QString &providerId, const QString &registrationId = {});

    /// The visible widget of that name; null where there is none.
    template <typename T = QWidget>
    T *find(const QString &name) const
    {
        for (T *widget : dialog->findChildren<T *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    bool sees(const QString &name) const { return find(name); }
    bool comesToSee(const QString &name) const;
    QString read(const QString &name) const;
    /// With the mouse, in the middle; false where it is not there or cannot be clicked.
    bool click(const QString &name) const;
    void type(const QString &name, const QString &text) const;
    /// Wherever the keyboard is.
    void press(Qt::Key key) const;

    /// Goes to the page that the dialog asked for, as this person, until the browser rests.
    void answer(const FakeBrowser::Person &person = {});

    static QString appId() { return QStringLiteral("1234567890123456"); }
    static QString appSecret() { return QStringLiteral("0123456789abcdef0123456789abcdef"); }

    ManualClock clock;
    MemoryKeychain keychain;
    PracticeServer server{clock};
    QString redirectAddress;
    Desk desk;
    CertificateStore certificates{desk.folder(), clock};
    Settings settings{Paths{desk.folder(), desk.folder()}};
    Network network{settings, desk.folder(), keychain, clock};
    Clipboard clipboard{settings, clock};
    bool browserOpens = true;
    QList<QUrl> opened{}; ///< what the dialog wanted in the browser
    Services services;
    std::unique_ptr<FakeBrowser> browser{};
    std::unique_ptr<ConnectDialog> dialog{};
};

} // namespace tokendesk
