// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/open_limits.h"

#include <CLI/CLI.hpp>

namespace zeropoint::cli {

std::shared_ptr<OpenOptions> addOpenLimits(CLI::App& verb) {
    auto options = std::make_shared<OpenOptions>();
    verb.add_option("--max-inflated", options->mostInflatedBytes,
                    "How large one packed array may become, such as 16GiB (4GiB)")
        ->transform(CLI::AsSizeValue(false));
    return options;
}

}  // namespace zeropoint::cli
