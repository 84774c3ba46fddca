// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace zeropoint {

/// The time that a peer takes for a job.
struct PeerFigure {
    double seconds = 0;
    double processorSeconds = 0;
};
using PeerFigures = std::map<std::string, PeerFigure>;

/// What PyTorch takes for each job of a script in bench/support (which may be called with
/// arguments), in this very run and held to the CPU level that runs here. Empty, with a line that
/// says so, without python3-torch, and where only the levels are compared.
PeerFigures peerFigures(const std::string& script);

/// Registers figures that are known already under a benchmark's name: nothing is run for it.
void addMeasured(const std::string& name, const PeerFigure& figure);

/// Registers "NAME/VARIANT" with the peer's time for a job, as the yardstick of what is registered
/// after it. Does nothing for a job without a figure.
void addPeer(const PeerFigures& figures, const std::string& job, const std::string& name,
             const std::string& variant = "pytorch");
inline void addPeer(const PeerFigures& figures, const std::string& job) {
    addPeer(figures, job, job);
}

}  // namespace zeropoint
