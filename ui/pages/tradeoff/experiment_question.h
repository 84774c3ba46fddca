// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"

#include <functional>

class QWidget;

namespace zeropoint::ui {

class TradeOff;

/// What an experiment from a file will do and how long it will take here, before it begins; `run`
/// is called where the answer is yes.
void askToRun(const ExperimentSpec& spec, TradeOff& tradeOff, QWidget* window,
              const std::function<void()>& run);

}  // namespace zeropoint::ui
