// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/run_archive.h"

#include <algorithm>
#include <utility>

namespace zeropoint::ui {

Result<void> RunArchive::open(const std::filesystem::path& file) {
    const std::scoped_lock lock(m_mutex);
    auto store = ExperimentStore::open(file);
    if (!store) {
        return tl::unexpected(store.error());
    }
    m_store.emplace(std::move(*store));
    return {};
}

Result<void> RunArchive::add(const std::string& experiment, const RunResult& result) {
    const std::scoped_lock lock(m_mutex);
    Result<void> refused;
    if (m_store) {
        const auto id = m_store->add(experiment, result);
        if (id) {
            return {};
        }
        refused = tl::unexpected(id.error());
    }
    std::erase_if(m_memory, [&](const StoredRun& run) {
        return run.experiment == experiment && run.result.name == result.name &&
               run.result.seed == result.seed;
    });
    m_memory.push_back({--m_lastId, experiment, result});
    return refused;
}

Result<ArchivedRuns> RunArchive::runs() {
    const std::scoped_lock lock(m_mutex);
    ArchivedRuns all;
    if (m_store) {
        auto stored = m_store->runs();
        if (!stored) {
            return tl::unexpected(stored.error());
        }
        all = {std::move(*stored), m_store->notice()};
    }
    all.runs.insert(all.runs.end(), m_memory.begin(), m_memory.end());
    return all;
}

Result<RunResult> RunArchive::whole(std::int64_t id) {
    const std::scoped_lock lock(m_mutex);
    const auto kept = std::find_if(m_memory.begin(), m_memory.end(),
                                   [id](const StoredRun& run) { return run.id == id; });
    if (kept != m_memory.end()) {
        return kept->result;
    }
    if (!m_store) {
        return fail(ErrorCode::NotFound, "The run is no longer kept", std::to_string(id));
    }
    const auto stored = m_store->runs();
    const auto artifacts = m_store->artifacts(id);
    if (!stored || !artifacts) {
        return tl::unexpected(stored ? artifacts.error() : stored.error());
    }
    for (const StoredRun& run : *stored) {
        if (run.id == id) {
            RunResult result = run.result;
            result.artifacts = *artifacts;
            return result;
        }
    }
    return fail(ErrorCode::NotFound, "The run is no longer kept", std::to_string(id));
}

Result<void> RunArchive::remove(std::int64_t id) {
    const std::scoped_lock lock(m_mutex);
    const auto erased =
        std::erase_if(m_memory, [id](const StoredRun& run) { return run.id == id; });
    if (erased > 0 || !m_store) {
        return {};
    }
    return m_store->remove(id);
}

}  // namespace zeropoint::ui
