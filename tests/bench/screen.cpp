// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/screen.h"

#include <csignal>
#include <cstring>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace tokendesk {

namespace {

constexpr unsigned smallestWindow = 200; // helper windows of the toolkit are smaller
constexpr std::uint32_t iconicState = 3; // ICCCM 4.1.3.1

template <typename T>
using Reply = std::unique_ptr<T, decltype(&std::free)>;

} // namespace

Screen::Screen()
    : m_connection(xcb_connect(nullptr, nullptr))
{
    if (xcb_connection_has_error(m_connection))
        return;
    m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
}

std::optional<Screen::Window> Screen::window() const
{
    const Reply<xcb_query_tree_reply_t> tree(
        xcb_query_tree_reply(m_connection, xcb_query_tree(m_connection, m_root), nullptr), std::free);
    const int count = tree ? xcb_query_tree_children_length(tree.get()) : 0;
    for (int i = 0; i < count; ++i) {
        if (const auto found = visible(xcb_query_tree_children(tree.get())[i]))
            return found;
    }
    return {};
}

bool Screen::isPainted(const Window &window) const
{
    const auto cookie = xcb_get_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, m_root, window.x, window.y, 1, 1, ~0u);
    const Reply<xcb_get_image_reply_t> image(xcb_get_image_reply(m_connection, cookie, nullptr), std::free);
    if (!image)
        return false;
    const std::uint8_t *pixel = xcb_get_image_data(image.get());
    return pixel[0] || pixel[1] || pixel[2];
}

void Screen::minimise(const Window &window) const
{
    const xcb_atom_t state = atom("WM_STATE");
    const std::uint32_t value[] = {iconicState, XCB_WINDOW_NONE};
    xcb_change_property(m_connection, XCB_PROP_MODE_REPLACE, window.id, state, state, 32, 2, value);
    xcb_unmap_window(m_connection, window.id);
    xcb_flush(m_connection);
}

std::optional<Screen::Window> Screen::visible(xcb_window_t id) const
{
    const auto attributesCookie = xcb_get_window_attributes(m_connection, id);
    const auto geometryCookie = xcb_get_geometry(m_connection, id);
    const Reply<xcb_get_window_attributes_reply_t> attributes(
        xcb_get_window_attributes_reply(m_connection, attributesCookie, nullptr), std::free);
    const Reply<xcb_get_geometry_reply_t> geometry(xcb_get_geometry_reply(m_connection, geometryCookie, nullptr),
                                                   std::free);
    if (!attributes || !geometry || attributes->map_state != XCB_MAP_STATE_VIEWABLE || geometry->width < smallestWindow
        || geometry->height < smallestWindow)
        return {};
    return Window{id, std::int16_t(geometry->x + geometry->width / 2),
                  std::int16_t(geometry->y + geometry->height / 2)};
}

xcb_atom_t Screen::atom(const char *name) const
{
    const auto cookie = xcb_intern_atom(m_connection, 0, std::uint16_t(std::strlen(name)), name);
    const Reply<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(m_connection, cookie, nullptr), std::free);
    return reply ? reply->atom : xcb_atom_t(XCB_ATOM_NONE);
}

pid_t start(const char *command)
{
    std::string program = command;
    std::string variable;
    if (const std::size_t blank = program.find(' '); blank != std::string::npos) {
        variable = program.substr(0, blank);
        program.erase(0, blank + 1);
    }
    const pid_t child = fork();
    if (child != 0)
        return child;
    if (!variable.empty())
        putenv(variable.data());
    execl(program.c_str(), program.c_str(), static_cast<char *>(nullptr));
    _exit(127);
}

void end(pid_t process)
{
    kill(process, SIGTERM);
    waitpid(process, nullptr, 0);
}

} // namespace tokendesk
