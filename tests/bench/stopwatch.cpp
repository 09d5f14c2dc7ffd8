// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_stopwatch RUNS PROGRAM REFERENCE BAR
//
// Starts both programs in turn, RUNS times each, and measures from outside how long it takes until the window of each
// is painted: nothing in them helps. Prints both medians and their ratio, and fails where that is above BAR. For a
// black X display without anything else on it, such as a fresh Xvfb.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>
#include <xcb/xcb.h>

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;
using namespace std::chrono_literals;

constexpr auto patience = 20s;
constexpr auto betweenLooks = 200us;
constexpr unsigned smallestWindow = 200; // helper windows of the toolkit are smaller

template <typename T>
using Reply = std::unique_ptr<T, decltype(&std::free)>;

struct Point
{
    std::int16_t x = 0;
    std::int16_t y = 0;
};

class Screen
{
public:
    Screen()
        : m_connection(xcb_connect(nullptr, nullptr))
    {
        if (xcb_connection_has_error(m_connection))
            return;
        m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
    }
    ~Screen() { xcb_disconnect(m_connection); }
    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;

    bool isOpen() const { return m_root != 0; }

    /// The middle of the first mapped top-level window.
    std::optional<Point> window() const
    {
        const Reply<xcb_query_tree_reply_t> tree(
            xcb_query_tree_reply(m_connection, xcb_query_tree(m_connection, m_root), nullptr), std::free);
        const int count = tree ? xcb_query_tree_children_length(tree.get()) : 0;
        for (int i = 0; i < count; ++i) {
            if (const auto middle = middleOf(xcb_query_tree_children(tree.get())[i]))
                return middle;
        }
        return {};
    }

    /// What the screen shows there is not its black ground.
    bool isPainted(Point at) const
    {
        const auto cookie = xcb_get_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, m_root, at.x, at.y, 1, 1, ~0u);
        const Reply<xcb_get_image_reply_t> image(xcb_get_image_reply(m_connection, cookie, nullptr), std::free);
        if (!image)
            return false;
        const std::uint8_t *pixel = xcb_get_image_data(image.get());
        return pixel[0] || pixel[1] || pixel[2];
    }

private:
    std::optional<Point> middleOf(xcb_window_t window) const
    {
        const auto attributesCookie = xcb_get_window_attributes(m_connection, window);
        const auto geometryCookie = xcb_get_geometry(m_connection, window);
        const Reply<xcb_get_window_attributes_reply_t> attributes(
            xcb_get_window_attributes_reply(m_connection, attributesCookie, nullptr), std::free);
        const Reply<xcb_get_geometry_reply_t> geometry(xcb_get_geometry_reply(m_connection, geometryCookie, nullptr),
                                                       std::free);
        if (!attributes || !geometry || attributes->map_state != XCB_MAP_STATE_VIEWABLE
            || geometry->width < smallestWindow || geometry->height < smallestWindow)
            return {};
        return Point{std::int16_t(geometry->x + geometry->width / 2), std::int16_t(geometry->y + geometry->height / 2)};
    }

    xcb_connection_t *m_connection;
    xcb_window_t m_root = 0;
};

template <typename Condition>
bool waitUntil(Condition condition)
{
    const auto end = Clock::now() + patience;
    while (!condition()) {
        if (Clock::now() > end)
            return false;
        std::this_thread::sleep_for(betweenLooks);
    }
    return true;
}

std::optional<double> millisecondsToPaint(const Screen &screen, const char *program)
{
    const auto start = Clock::now();
    const pid_t child = fork();
    if (child == 0) {
        execl(program, program, static_cast<char *>(nullptr));
        _exit(127);
    }
    const bool painted = waitUntil([&screen] {
        const auto middle = screen.window();
        return middle && screen.isPainted(*middle);
    });
    const Milliseconds elapsed = Clock::now() - start;
    kill(child, SIGTERM);
    waitpid(child, nullptr, 0);
    const bool gone = waitUntil([&screen] { return !screen.window(); });
    return painted && gone ? std::optional(elapsed.count()) : std::nullopt;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

int main(int argc, char **argv)
{
    const Screen screen;
    if (argc != 5 || !screen.isOpen()) {
        std::fprintf(stderr, "usage: bench_stopwatch RUNS PROGRAM REFERENCE BAR, with an X display\n");
        return 2;
    }
    const int runs = std::atoi(argv[1]);
    const double bar = std::atof(argv[4]);
    std::vector<double> program;
    std::vector<double> reference;
    for (int run = -1; run < runs; ++run) { // the first pair warms the caches and does not count
        const auto a = millisecondsToPaint(screen, argv[2]);
        const auto b = millisecondsToPaint(screen, argv[3]);
        if (!a || !b) {
            std::fprintf(stderr, "bench_stopwatch: %s showed no window\n", a ? argv[3] : argv[2]);
            return 2;
        }
        if (run < 0)
            continue;
        program.push_back(*a);
        reference.push_back(*b);
    }
    const double ratio = median(program) / median(reference);
    std::printf("start to first painted window: %.0f ms, a furnished QMainWindow %.0f ms; ratio %.2f (bar %.2f): %s\n",
                median(program), median(reference), ratio, bar, ratio <= bar ? "passed" : "FAILED");
    return ratio <= bar ? 0 : 1;
}
