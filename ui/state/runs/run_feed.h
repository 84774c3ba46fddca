// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/run_record.h"

#include <mutex>

namespace zeropoint::ui {

/// The mailbox between the training thread, which drops what happens, and the GUI thread, which
/// empties it some twenty times a second: a step never waits for a picture.
class RunFeed {
public:
    struct Delivery {
        std::vector<StepReport> steps;
        std::vector<EvaluationReport> evaluations;
        std::vector<SnapshotPtr> snapshots;
        std::optional<RunFacts> facts;
    };

    void addStep(const StepReport& report);
    void addEvaluation(const EvaluationReport& report);
    void addSnapshot(SnapshotPtr snapshot);
    void setFacts(const RunFacts& facts);
    Delivery take();

private:
    std::mutex m_mutex;
    Delivery m_waiting;
};

}  // namespace zeropoint::ui
