// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QAnyStringView>
#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace tokendesk {

/// Where this user's files are. Built once in main and passed on, so that tests run in a folder of their own.
struct Paths
{
    QString data; ///< database, certificate, the user's own provider files; created with mode 0700
    QString config; ///< settings

    /// Where the user's own provider files are; the folder may be missing.
    QString providers() const { return data + QLatin1StringView("/providers"); }

    /// The platform's places (QStandardPaths), created where missing.
    static Paths standard();
};

enum class Theme { System, Light, Dark };

/// What stands first in the list of accounts.
enum class AccountOrder { Name, NeedsYou, TimeLeft };

/// By way of which proxy the program reaches the internet.
struct ProxyChoice
{
    enum class Way { System, Manual, None };
    enum class Kind { Http, Socks5 };

    Way way = Way::System; ///< the system's settings, automatic configuration (PAC) included
    Kind kind = Kind::Http; ///< of the one that Way::Manual means, as host and port
    QString host{};
    quint16 port = 8080;
    QString user{}; ///< who signs in there; empty for nobody. The password is in the keychain
    QStringList userAt{}; ///< the hosts of the proxies where that user signs in: no other is told the password

    bool operator==(const ProxyChoice &) const = default;
};

/// What the person chose and how the window stood; never a secret and nothing about an account. Written at once.
class Settings
{
public:
    explicit Settings(const Paths &paths);

    Theme theme() const;
    void setTheme(Theme theme);

    /// A language such as "de", or empty for the system's.
    QString language() const;
    void setLanguage(const QString &language);

    /// Seconds until a copied token leaves the clipboard, 10 to 600; 30 unless chosen.
    int clipboardSeconds() const;
    void setClipboardSeconds(int seconds);

    /// Days after which an app secret or a token is to be replaced: 30, 60, 90 or 180; 0 for never, unless chosen.
    int rotationDays() const;
    void setRotationDays(int days);

    AccountOrder accountOrder() const;
    void setAccountOrder(AccountOrder order);

    /// Does the program go on beside the clock when its window is closed? Yes unless chosen otherwise.
    bool staysInTray() const;
    void setStaysInTray(bool stays);
    /// Was the person told what closing the window means?
    bool knowsClosing() const;
    void setKnowsClosing();

    /// May the clipboard be looked at while a sign-in waits for its answer? Only once somebody said so.
    bool noticesAddresses() const;
    void setNoticesAddresses(bool notices);

    ProxyChoice proxy() const;
    void setProxy(const ProxyChoice &proxy);

    /// As QWidget::saveGeometry gave it; empty at first.
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    /// As QSplitter::saveState gave it; empty at first.
    QByteArray splitterState() const;
    void setSplitterState(const QByteArray &state);

    /// Everything is as at first; the file is removed, and nothing is written any more. For the end of the program.
    /// Errors: Storage.
    Result<void> forget();

private:
    void write(QAnyStringView key, const QVariant &value);
    void erase(QAnyStringView key);
    void sync();

    QSettings m_settings;
    bool m_forgotten = false;
};

} // namespace tokendesk
