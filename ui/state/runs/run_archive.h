// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_store.h"

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint::ui {

struct ArchivedRuns {
    std::vector<StoredRun> runs;
    std::string notice;  ///< ExperimentStore::notice() after they were read
};

/// The finished runs: in the store on disk, or in memory while there is none. Safe to use from
/// several threads, one after the other.
class RunArchive {
public:
    /// Opens the store; what was in memory stays there.
    Result<void> open(const std::filesystem::path& file);

    /// Never fails to keep a run: one that the store refuses stays in memory, and the error says
    /// so.
    Result<void> add(const std::string& experiment, const RunResult& result);
    Result<ArchivedRuns> runs();
    /// The run with weights and predictions; null artifacts when it was kept without.
    Result<RunResult> whole(std::int64_t id);
    Result<void> remove(std::int64_t id);

private:
    std::mutex m_mutex;
    std::optional<ExperimentStore> m_store;
    std::vector<StoredRun> m_memory;
    std::int64_t m_lastId = 0;  ///< in memory: ids below 0, never given again
};

}  // namespace zeropoint::ui
