// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/thread_option.h"

#include "core/support/parallel.h"

#include <CLI/CLI.hpp>

namespace zeropoint::cli {

void addThreadOption(CLI::App& verb, unsigned& threads) {
    verb.add_option("--threads", threads,
                    "0: one for each processor. The result does not depend on it")
        ->check(CLI::Range(0U, mostThreads));
}

}  // namespace zeropoint::cli
