// SPDX-License-Identifier: GPL-3.0-or-later
#include "waking.h"

#if defined(Q_OS_WIN)
#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <windows.h>
#elif defined(Q_OS_DARWIN)
#include <IOKit/IOMessage.h>
#include <IOKit/pwr_mgt/IOPMLib.h>
#else
#include "logind.h"
#endif

namespace tokendesk {

#if defined(Q_OS_WIN)

/// https://learn.microsoft.com/windows/win32/power/wm-powerbroadcast
class Waking::System final : public QAbstractNativeEventFilter
{
public:
    explicit System(Waking &waking)
        : m_waking(waking)
    {
        QCoreApplication::instance()->installNativeEventFilter(this);
    }

    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *) override
    {
        const auto *said = static_cast<const MSG *>(message);
        const bool isWindows = type == "windows_generic_MSG" || type == "windows_dispatcher_MSG";
        if (isWindows && said->message == WM_POWERBROADCAST && said->wParam == PBT_APMRESUMEAUTOMATIC)
            emit m_waking.awake();
        return false;
    }

private:
    Waking &m_waking;
};

#elif defined(Q_OS_DARWIN)

/// https://developer.apple.com/documentation/iokit/1557114-ioregisterforsystempower; Qt's event loop runs the main
/// thread's run loop.
class Waking::System final
{
public:
    explicit System(Waking &waking)
        : m_waking(waking)
        , m_port(IORegisterForSystemPower(this, &m_notifications, &System::told, &m_notifier))
    {
        if (m_port)
            CFRunLoopAddSource(CFRunLoopGetMain(), source(), kCFRunLoopCommonModes);
    }

    ~System()
    {
        if (!m_port)
            return;
        CFRunLoopRemoveSource(CFRunLoopGetMain(), source(), kCFRunLoopCommonModes);
        IODeregisterForSystemPower(&m_notifier);
        IOServiceClose(m_port);
        IONotificationPortDestroy(m_notifications);
    }

private:
    CFRunLoopSourceRef source() const { return IONotificationPortGetRunLoopSource(m_notifications); }

    static void told(void *self, io_service_t, natural_t message, void *argument)
    {
        auto *system = static_cast<System *>(self);
        // Whoever listens is asked, and the computer waits for the answer.
        if (message == kIOMessageCanSystemSleep || message == kIOMessageSystemWillSleep)
            IOAllowPowerChange(system->m_port, reinterpret_cast<intptr_t>(argument));
        else if (message == kIOMessageSystemHasPoweredOn)
            emit system->m_waking.awake();
    }

    Waking &m_waking;
    IONotificationPortRef m_notifications = nullptr;
    io_object_t m_notifier = 0;
    io_connect_t m_port = 0;
};

#else

class Waking::System final
{
public:
    explicit System(Waking &waking)
        : m_login(QDBusConnection::systemBus())
    {
        QObject::connect(&m_login, &Logind::PrepareForSleep, &waking, [&waking](bool falls) {
            if (!falls)
                emit waking.awake();
        });
    }

private:
    Logind m_login;
};

#endif

Waking::Waking(QObject *parent)
    : QObject(parent)
{
}

Waking::~Waking() = default;

void Waking::watch()
{
    if (!m_system)
        m_system = std::make_unique<System>(*this);
}

} // namespace tokendesk
