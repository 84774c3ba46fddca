// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/run_feed.h"

namespace zeropoint::ui {

/// Takes what the training thread dropped into a run's record. Models at the evaluations are kept
/// of full trainings, which can then be quantized at each of them.
void takeNews(RunRecord& run, RunFeed::Delivery news);

/// Steps a second over the last second or so.
class StepRate {
public:
    void start();
    /// Seconds since the last call or the start; `steps` were made in them.
    double passed(double seconds, std::size_t steps, double before);

private:
    double m_seconds = 0;
    std::size_t m_steps = 0;
};

}  // namespace zeropoint::ui
