// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_experiment.h"

#include <nlohmann/json.hpp>

#include <iosfwd>

namespace zeropoint::cli {

/// {"runs": [...], "pareto": [names], "summary": [...]}: every finished run, and each name over
/// its seeds. `items`: each run has "items": {"scored", "right": [...]} of the test part too.
nlohmann::ordered_json experimentJson(const ExperimentOutcome& outcome, bool items);

/// One line for each name: mean accuracy with its interval over seeds and test items, size, time.
void printExperiment(const ExperimentOutcome& outcome, std::ostream& out);

/// One finished run in a line, for whoever watches.
void printRun(const RunResult& result, std::ostream& err);

}  // namespace zeropoint::cli
