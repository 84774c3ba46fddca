// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/undo_step.h"

namespace zeropoint::ui {

/// The names of undo steps: those of the settings that they change.

StepName stepOf(const QString& setting);
StepName schemeStep(const QuantScheme& before, const QuantScheme& after);
StepName rangeStep(bool lowMoved, bool highMoved);
StepName drawStep(const Origin& before, const Origin& after);
StepName nextRunStep(const NextRun& before, const NextRun& after);
/// Nothing where only what is looked at differs.
std::optional<StepName> numberStep(const NumberState& before, const NumberState& after);

}  // namespace zeropoint::ui
