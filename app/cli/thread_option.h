// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace zeropoint::cli {

/// Adds --threads to a verb; `threads` must live as long as the parser.
void addThreadOption(CLI::App& verb, unsigned& threads);

}  // namespace zeropoint::cli
