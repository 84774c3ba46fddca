// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"

#include <CLI/CLI.hpp>

namespace zeropoint::cli {

void addFormatsVerb(CLI::App& parser, Call& call) {
    CLI::App* verb = parser.add_subcommand("formats", "Every number format and its limits");
    verb->callback([&call] {
        call.run = [](Session&) -> Result<void> {
            return fail(ErrorCode::Unsupported, "The formats are not there yet");
        };
    });
}

}  // namespace zeropoint::cli
