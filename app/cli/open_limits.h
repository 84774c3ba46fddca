// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"

#include <memory>

namespace CLI {
class App;
}

namespace zeropoint::cli {

/// Adds --max-inflated to a verb that opens files; the parser fills what is returned.
std::shared_ptr<OpenOptions> addOpenLimits(CLI::App& verb);

}  // namespace zeropoint::cli
