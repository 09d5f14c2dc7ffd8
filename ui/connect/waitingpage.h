// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/connect.h"
#include "connect/connectpage.h"
#include "services.h"
#include "signin/devicelogin.h"

#include <QTimer>
#include <memory>

class QStackedWidget;

namespace tokendesk {

class BrowserFace;
class BusyFace;
class DeviceFace;
class ErrorView;

/// Runs one sign-in and shows where it stands: at the keychain, in the browser or on another device, or at work.
class WaitingPage : public ConnectPage
{
    Q_OBJECT
public:
    WaitingPage(Services &services, QWidget *parent);
    ~WaitingPage() override;

    /// Starts an attempt; an earlier one is given up.
    void begin(Connect::Plan plan);
    /// Gives the attempt up. Nothing is stored, and no outcome comes any more.
    void stop();
    /// Is the browser done, so that stopping would throw a token away?
    bool isPastBrowser() const;

    PageFrame frame() const override;
    QWidget *firstField() const override;
    void goOn() override;
    void followLink() override;

    /// After choiceOffered: goes on with that one.
    void choose(qsizetype index);
    /// Null where there is no attempt, or none at Facebook.
    const FacebookWay *facebook() const { return m_connect ? m_connect->facebook() : nullptr; }

signals:
    /// Facebook: which of facebook()'s choices?
    void choiceOffered();
    void connected(const tokendesk::Connect::Outcome &outcome);
    void failed(const tokendesk::Error &error);
    /// Show what is known of the app; the provider's page said that something is wrong with it.
    void appRequested();

private:
    QWidget *troublePage();
    void showFace(QWidget *face);
    void showStage(Connect::Stage stage);
    void work(const QString &what);
    void showBrowser(const QUrl &url);
    void openBrowser();
    void showTrouble(const Error &error);
    void goOnWithoutKeychain();
    void useAddress(const QString &address);
    void tryAddress(const QString &address);
    void keepWaiting();
    void tick();
    void awaitCode();
    void showDevice(DeviceLogin::State state);
    void showCode();
    void openDevicePage(const QUrl &page);
    bool showsDevice() const;
    void end();

    Services &m_services;
    Provider m_provider;
    Connect::By m_by = Connect::By::Browser;
    QStackedWidget *m_faces;
    QWidget *m_nothing; ///< shown until something takes longer than a moment
    BusyFace *m_busy;
    BrowserFace *m_browser;
    QWidget *m_browserArea;
    DeviceFace *m_device;
    QWidget *m_deviceArea;
    ErrorView *m_trouble;
    QWidget *m_troubleArea;
    QTimer m_busySoon;
    QTimer m_second;
    std::unique_ptr<Connect> m_connect;
};

} // namespace tokendesk
