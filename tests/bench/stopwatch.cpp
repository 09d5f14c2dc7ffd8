// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_stopwatch RUNS NAME COMMAND REFERENCE-NAME REFERENCE-COMMAND BAR
//
// Starts both in turn, RUNS times each, and measures from outside how long it takes until the window of each is
// painted: nothing in them helps. Prints both medians and their ratio, and fails where that is above BAR. For a black X
// display without anything else on it, such as a fresh Xvfb. A command is a program, or "NAME=VALUE program".
#include "bench/screen.h"

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace tokendesk;

namespace {

std::optional<double> millisecondsToPaint(const Screen &screen, const char *command)
{
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    const pid_t process = start(command);
    const bool painted = waitUntil([&screen] {
        const auto window = screen.window();
        return window && screen.isPainted(*window);
    });
    const std::chrono::duration<double, std::milli> elapsed = Clock::now() - begin;
    end(process);
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
    if (argc != 7 || !screen.isOpen()) {
        std::fprintf(stderr,
                     "usage: bench_stopwatch RUNS NAME COMMAND REFERENCE-NAME REFERENCE-COMMAND BAR, with an X "
                     "display\n");
        return 2;
    }
    const int runs = std::atoi(argv[1]);
    const double bar = std::atof(argv[6]);
    std::vector<double> program;
    std::vector<double> reference;
    for (int run = -1; run < runs; ++run) { // the first pair warms the caches and does not count
        const auto a = millisecondsToPaint(screen, argv[3]);
        const auto b = millisecondsToPaint(screen, argv[5]);
        if (!a || !b) {
            std::fprintf(stderr, "bench_stopwatch: %s showed no window\n", a ? argv[5] : argv[3]);
            return 2;
        }
        if (run < 0)
            continue;
        program.push_back(*a);
        reference.push_back(*b);
    }
    const double ratio = median(program) / median(reference);
    std::printf("start to first painted window, %s: %.0f ms, %s %.0f ms; ratio %.2f (bar %.2f): %s\n", argv[2],
                median(program), argv[4], median(reference), ratio, bar, ratio <= bar ? "passed" : "FAILED");
    return ratio <= bar ? 0 : 1;
}
