// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/run_record.h"

#include <QString>

#include <vector>

namespace zeropoint::ui {

/// Runs that together answer a question: each differs from the others in one setting.
enum class RunStory {
    PtqAgainstQat,  ///< at 8, 4, 3 and 2 bits from the same weights
    Observers,      ///< how the range of the inputs is found
    Adapters,       ///< LoRA, QLoRA and full training on another task
    Calibration,    ///< few and many calibration sequences
};
inline constexpr RunStory runStories[] = {RunStory::PtqAgainstQat, RunStory::Observers,
                                          RunStory::Adapters, RunStory::Calibration};

struct StoryRun {
    NextRun plan;
    QString name;  ///< a technical term, as runName()
};

/// All start from the shipped sample of the sorting task, with one seed.
std::vector<StoryRun> runsOfStory(RunStory story);

/// The seconds that the runs of a story take one after the other as the queue makes them, from a
/// few steps of each kind: an estimate. Fails as the sample and measurePace do.
Result<double> secondsOfStory(RunStory story, const Execution& execution);

}  // namespace zeropoint::ui
