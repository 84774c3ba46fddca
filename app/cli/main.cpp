// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <stop_token>
#include <thread>

namespace {

/// Turns Ctrl-C into a stop request: the signal is blocked in every thread and waited for in one.
/// A second one ends the program at once, as without us: work that cannot be stopped (a library
/// that reads, a disk that hangs) must not hold the terminal. What is half written has another
/// name.
class InterruptWatch {
public:
    InterruptWatch() {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGINT);
        sigaddset(&m_signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
        m_thread = std::jthread([this](const std::stop_token& stop) { watch(stop); });
    }

    std::stop_token token() const { return m_source.get_token(); }

private:
    void watch(const std::stop_token& stop) {
        const timespec poll{0, 50'000'000};
        while (!stop.stop_requested()) {
            const int signal = sigtimedwait(&m_signals, nullptr, &poll);
            if (signal > 0 && m_source.stop_requested()) {
                std::_Exit(128 + signal);
            }
            if (signal > 0) {
                m_source.request_stop();
            }
        }
    }

    sigset_t m_signals{};
    std::stop_source m_source;
    std::jthread m_thread;
};

}  // namespace

int main(int argc, char** argv) {
    const InterruptWatch interrupt;
    zeropoint::cli::Session session{std::cout, std::cerr};
    session.terminal = isatty(STDERR_FILENO) != 0;
    session.stop = interrupt.token();
    return zeropoint::cli::runCommandLine(argc, argv, ZEROPOINT_VERSION, session);
}
