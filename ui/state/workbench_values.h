// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"
#include "core/scheme/quant_scheme.h"
#include "core/tensor/synthetic.h"
#include "ui/state/compare_state.h"
#include "ui/state/number_state.h"
#include "ui/state/runs/run_record.h"
#include "ui/state/views.h"

#include <memory>

namespace zeropoint::ui {

/// Everything that can be set, as one value: what settings read and write, and what a command
/// makes the state. Results are not in it.
struct WorkbenchValues {
    QuantScheme scheme;
    RealRange live;  ///< the clipping range that the scheme gives; read only
    double sample = 0;
    NumberState number;
    CompareState compare;
    std::optional<SyntheticSpec> synthetic;  ///< while the tensor is drawn
    bool draws = false;  ///< written: `synthetic` is drawn, even when it is the one at hand
    NextRun next;
    QString baseRun;   ///< key of the run that it starts from
    QString trainRun;  ///< key of the run that is looked at; empty: the next one
    RunChoice runs;
    WindowView window;
    NumbersView numbers;
    CalibrateView calibrate;
    ComparisonView compareView;
    TrainView train;
    TradeOffView tradeOff;
    LearnView learn;
    InterviewView interview;
    MemoryView memory;
    MemoryQuestion memoryQuestion;
    std::shared_ptr<const Architecture> openArchitecture;  ///< of the open file; read only
};

}  // namespace zeropoint::ui
