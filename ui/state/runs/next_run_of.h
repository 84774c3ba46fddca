// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"
#include "ui/state/runs/run_record.h"

namespace zeropoint::ui {

/// The first run of a spec and its first seed as the form of the Train page has it. A base
/// checkpoint stands for the task's shipped sample.
NextRun nextRunOf(const ExperimentSpec& spec);

/// Whether two forms say the same.
bool sameRun(const NextRun& a, const NextRun& b);

}  // namespace zeropoint::ui
