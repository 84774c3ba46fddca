// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace zeropoint {

/// Seconds that PyTorch takes for each job of a script in bench/support (which may be called with
/// arguments), in this very run. Empty, with a line that says so, without python3-torch.
std::map<std::string, double> peerFigures(const std::string& script);

/// Registers "JOB/pytorch" with the peer's time, as the yardstick of what is registered after it.
/// Does nothing for a job without a figure.
void addPeer(const std::map<std::string, double>& figures, const std::string& job);

}  // namespace zeropoint
