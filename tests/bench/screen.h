// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <sys/types.h>
#include <thread>
#include <xcb/xcb.h>

namespace tokendesk {

using namespace std::chrono_literals;

/// An X display as somebody in front of it sees it: for one without a window manager and without anything else on it,
/// such as a fresh Xvfb, whose ground is black.
class Screen
{
public:
    struct Window
    {
        xcb_window_t id = 0;
        std::int16_t x = 0; ///< its middle
        std::int16_t y = 0;
    };

    Screen();
    ~Screen() { xcb_disconnect(m_connection); }
    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;

    bool isOpen() const { return m_root != 0; }
    /// The first mapped top-level window.
    std::optional<Window> window() const;
    /// What the screen shows there is not its black ground.
    bool isPainted(const Window &window) const;
    /// As a window manager does it.
    void minimise(const Window &window) const;

private:
    std::optional<Window> visible(xcb_window_t id) const;
    xcb_atom_t atom(const char *name) const;

    xcb_connection_t *m_connection;
    xcb_window_t m_root = 0;
};

/// Looks every 200 µs, for twenty seconds.
template <typename Condition>
bool waitUntil(Condition condition)
{
    const auto end = std::chrono::steady_clock::now() + 20s;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(200us);
    }
    return true;
}

/// A process of that command: a program, or "NAME=VALUE" for its environment, a blank and the program.
pid_t start(const char *command);
/// Asks it to end, and waits until it has.
void end(pid_t process);

} // namespace tokendesk
