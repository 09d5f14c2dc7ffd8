// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/settings.h"

#include "base/ownfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr int defaultClipboardSeconds = 30;
}

Paths Paths::standard()
{
    const Paths paths{QStandardPaths::writableLocation(QStandardPaths::AppDataLocation),
                      QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)};
    for (const QString &path : {paths.data, paths.config}) {
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return paths;
}

Settings::Settings(const Paths &paths)
    : m_settings(paths.config + "/settings.ini"_L1, QSettings::IniFormat)
{
}

Theme Settings::theme() const
{
    const QString name = m_settings.value("theme"_L1).toString();
    return name == "light"_L1 ? Theme::Light : name == "dark"_L1 ? Theme::Dark : Theme::System;
}

void Settings::setTheme(Theme theme)
{
    switch (theme) {
    case Theme::System:
        erase("theme"_L1);
        break;
    case Theme::Light:
        write("theme"_L1, u"light"_s);
        break;
    case Theme::Dark:
        write("theme"_L1, u"dark"_s);
        break;
    }
    sync();
}

QString Settings::language() const
{
    return m_settings.value("language"_L1).toString();
}

void Settings::setLanguage(const QString &language)
{
    write("language"_L1, language);
    sync();
}

int Settings::clipboardSeconds() const
{
    bool ok = false;
    const int seconds = m_settings.value("clipboardSeconds"_L1).toInt(&ok);
    return ok ? std::clamp(seconds, 10, 600) : defaultClipboardSeconds;
}

void Settings::setClipboardSeconds(int seconds)
{
    write("clipboardSeconds"_L1, std::clamp(seconds, 10, 600));
    sync();
}

int Settings::rotationDays() const
{
    const int days = m_settings.value("rotationDays"_L1).toInt();
    return days == 30 || days == 60 || days == 90 || days == 180 ? days : 0;
}

void Settings::setRotationDays(int days)
{
    write("rotationDays"_L1, days);
    sync();
}

AccountOrder Settings::accountOrder() const
{
    const QString name = m_settings.value("accountOrder"_L1).toString();
    return name == "needs-you"_L1 ? AccountOrder::NeedsYou
        : name == "time-left"_L1  ? AccountOrder::TimeLeft
                                  : AccountOrder::Name;
}

void Settings::setAccountOrder(AccountOrder order)
{
    switch (order) {
    case AccountOrder::Name:
        erase("accountOrder"_L1);
        break;
    case AccountOrder::NeedsYou:
        write("accountOrder"_L1, u"needs-you"_s);
        break;
    case AccountOrder::TimeLeft:
        write("accountOrder"_L1, u"time-left"_s);
        break;
    }
    sync();
}

bool Settings::staysInTray() const
{
    return m_settings.value("staysInTray"_L1, true).toBool();
}

void Settings::setStaysInTray(bool stays)
{
    write("staysInTray"_L1, stays);
    sync();
}

bool Settings::knowsClosing() const
{
    return m_settings.value("knowsClosing"_L1).toBool();
}

void Settings::setKnowsClosing()
{
    write("knowsClosing"_L1, true);
    sync();
}

bool Settings::noticesAddresses() const
{
    return m_settings.value("noticesAddresses"_L1).toBool();
}

void Settings::setNoticesAddresses(bool notices)
{
    write("noticesAddresses"_L1, notices);
    sync();
}

ProxyChoice Settings::proxy() const
{
    const auto text
        = [this](const char *key) { return m_settings.value("proxy/"_L1 + QLatin1StringView(key)).toString(); };
    bool ok = false;
    const uint port = m_settings.value("proxy/port"_L1).toUInt(&ok);
    ProxyChoice proxy{.host = text("host"), .user = text("user")};
    proxy.userAt = m_settings.value("proxy/userAt"_L1).toStringList();
    if (ok && port > 0 && port <= 0xFFFF)
        proxy.port = quint16(port);
    proxy.kind = text("kind") == "socks5"_L1 ? ProxyChoice::Kind::Socks5 : ProxyChoice::Kind::Http;
    if (text("way") == "none"_L1)
        proxy.way = ProxyChoice::Way::None;
    else if (text("way") == "manual"_L1)
        proxy.way = ProxyChoice::Way::Manual;
    return proxy;
}

void Settings::setProxy(const ProxyChoice &proxy)
{
    switch (proxy.way) {
    case ProxyChoice::Way::System:
        erase("proxy/way"_L1);
        break;
    case ProxyChoice::Way::Manual:
        write("proxy/way"_L1, u"manual"_s);
        break;
    case ProxyChoice::Way::None:
        write("proxy/way"_L1, u"none"_s);
        break;
    }
    write("proxy/kind"_L1, proxy.kind == ProxyChoice::Kind::Socks5 ? u"socks5"_s : u"http"_s);
    write("proxy/host"_L1, proxy.host);
    write("proxy/port"_L1, proxy.port);
    write("proxy/user"_L1, proxy.user);
    write("proxy/userAt"_L1, proxy.userAt);
    sync();
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value("windowGeometry"_L1).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    write("windowGeometry"_L1, geometry);
}

QByteArray Settings::splitterState() const
{
    return m_settings.value("splitterState"_L1).toByteArray();
}

void Settings::setSplitterState(const QByteArray &state)
{
    write("splitterState"_L1, state);
}

// -- after forget() nothing is written any more: the window says at its end how it stood

void Settings::write(QAnyStringView key, const QVariant &value)
{
    if (!m_forgotten)
        m_settings.setValue(key.toString(), value);
}

void Settings::erase(QAnyStringView key)
{
    if (!m_forgotten)
        m_settings.remove(key.toString());
}

void Settings::sync()
{
    if (!m_forgotten)
        m_settings.sync();
}

Result<void> Settings::forget()
{
    const QString file = m_settings.fileName();
    if (!std::exchange(m_forgotten, true)) {
        m_settings.clear();
        m_settings.sync();
    }
    if (const Result<void> removed = removeOwnFile(file); !removed)
        return removed;
    (void)removeOwnFile(file + ".lock"_L1);
    QDir().rmdir(QFileInfo(file).absolutePath()); // where nothing else is in it
    return {};
}

} // namespace tokendesk
