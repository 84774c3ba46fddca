// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace zeropoint {

/// The best time of one variant of a job.
struct Figure {
    std::string job;  ///< with the arguments, so that only equal work is compared
    std::string variant;
    double seconds = 0;           ///< on the wall, or what the benchmark timed itself
    double processorSeconds = 0;  ///< of the whole process

    double time(bool processor) const { return processor ? processorSeconds : seconds; }
};

/// What one program measured, and the CPU level whose library it ran.
struct Figures {
    std::string level;
    std::vector<Figure> all;

    /// Adds a figure, or keeps the better times of the two where the variant is known.
    void keep(const Figure& figure);
    const Figure* find(const std::string& job, const std::string& variant) const;
};

/// A text file: the level, then a line for each figure.
bool save(const Figures& figures, const std::string& path);
std::optional<Figures> load(const std::string& path);

/// The printed tables: each variant against the first one of its job ...
void printRatios(const Figures& figures, bool processor);
/// ... what became faster or slower since `before`; false, and only a line that says why, when a
/// different CPU level was measured then ...
bool printAgainst(const Figures& figures, const Figures& before, bool processor);
/// ... and the levels beside each other, widest last. A "!" stands where a level is more than twice
/// as fast as the one below it, which has vectors of half the width: there is a loop that is vector
/// code on one and not on the other.
void printLevels(const std::vector<Figures>& levels, bool processor);

}  // namespace zeropoint
