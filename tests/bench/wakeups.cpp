// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_wakeups SECONDS NAME COMMAND REFERENCE-NAME REFERENCE-COMMAND BAR
//
// Starts one after the other, minimises the window of each, and counts how often any of its threads woke up in so many
// seconds: each time one went to sleep by itself, as the system counts it. Prints both, and fails where the first woke
// more than BAR times a minute. For a black X display without a window manager, such as a fresh Xvfb.
#include "bench/screen.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

using namespace tokendesk;

namespace {

constexpr auto settling = 20s; ///< what a start leaves to do, the first look at the clock included

/// By thread.
std::map<std::string, long> sleeps(pid_t process)
{
    std::map<std::string, long> counts;
    const std::string tasks = "/proc/" + std::to_string(process) + "/task";
    std::error_code gone;
    for (const auto &thread : std::filesystem::directory_iterator(tasks, gone)) {
        std::ifstream status(thread.path() / "status");
        const std::string wanted = "voluntary_ctxt_switches:";
        for (std::string line; std::getline(status, line);) {
            if (line.starts_with(wanted))
                counts[thread.path().filename().string()] = std::stol(line.substr(wanted.size()));
        }
    }
    return counts;
}

std::string nameOf(pid_t process, const std::string &thread)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/task/" + thread + "/comm");
    std::string name;
    std::getline(file, name);
    return name;
}

/// A minute; nothing where no window came.
std::optional<double> wakeups(const Screen &screen, const char *command, std::chrono::seconds time)
{
    const pid_t process = start(command);
    const bool painted = waitUntil([&screen] {
        const auto window = screen.window();
        return window && screen.isPainted(*window);
    });
    std::optional<double> result;
    if (const auto window = screen.window(); painted && window) {
        std::this_thread::sleep_for(2s);
        screen.minimise(*window);
        std::this_thread::sleep_for(settling);
        const auto before = sleeps(process);
        std::this_thread::sleep_for(time);
        double sum = 0;
        for (const auto &[thread, count] : sleeps(process)) {
            const auto known = before.find(thread);
            const long more = count - (known == before.end() ? 0 : known->second);
            if (more > 0)
                std::printf("    thread %s: %ld\n", nameOf(process, thread).c_str(), more);
            sum += double(more);
        }
        result = sum * 60 / double(time.count());
    }
    end(process);
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    const Screen screen;
    if (argc != 7 || !screen.isOpen()) {
        std::fprintf(stderr,
                     "usage: bench_wakeups SECONDS NAME COMMAND REFERENCE-NAME REFERENCE-COMMAND BAR, with an "
                     "X display\n");
        return 2;
    }
    const std::chrono::seconds time(std::atoi(argv[1]));
    const double bar = std::atof(argv[6]);
    const auto program = wakeups(screen, argv[3], time);
    const auto reference = wakeups(screen, argv[5], std::min(time, 60s));
    if (!program || !reference) {
        std::fprintf(stderr, "bench_wakeups: %s showed no window\n", program ? argv[5] : argv[3]);
        return 2;
    }
    std::printf("wake-ups of the minimised window in %lld s, a minute, %s: %.1f, %s %.1f (bar %.1f): %s\n",
                static_cast<long long>(time.count()), argv[2], *program, argv[4], *reference, bar,
                *program <= bar ? "passed" : "FAILED");
    return *program <= bar ? 0 : 1;
}
