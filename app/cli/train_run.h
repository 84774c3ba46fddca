// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "core/training/training_run.h"

#include <cstdint>
#include <optional>
#include <string>

namespace zeropoint::cli {

/// What the command line said; nothing said means the task's own default.
struct TrainOptions {
    std::string task = "digits";
    bool custom = false;
    std::string text;
    std::string from;    ///< start with the weights of this checkpoint
    std::string resume;  ///< go on with the run of this checkpoint
    std::string out;
    std::string samples;  ///< folder for the models that ship with the program
    std::optional<std::size_t> steps, batch, layers, width, heads, mlp, context;
    std::optional<double> rate;
    std::uint64_t seed = 1;
    unsigned threads = 0;

    bool setsSizes() const { return layers || width || heads || mlp || context; }
};

/// A new run, one from given weights, or one that goes on, as the options say.
Result<TrainingRun> makeRun(const TrainOptions& options);

}  // namespace zeropoint::cli
