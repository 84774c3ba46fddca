// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_result.h"
#include "core/support/function_ref.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// A result as it stands in the store.
struct StoredRun {
    std::int64_t id = 0;
    std::string experiment;
    RunResult result;  ///< without artifacts: ExperimentStore::artifacts has them
};

/// Of the runs that are meant the one of the lowest seed, which speaks for all: which was kept
/// first depends on the threads. Null where none is meant.
const StoredRun* lowestSeed(std::span<const StoredRun> runs,
                            FunctionRef<bool(const StoredRun&)> meant);

/// Finished runs in one SQLite file that outlives a crash: a run is in it whole or not at all. One
/// thread at a time.
class ExperimentStore {
public:
    /// Opens or makes the file. One that SQLite cannot read is moved aside, which notice() says,
    /// and a new one begun. ReadFailed or WriteFailed where the folder or the file refuses, or
    /// another program holds the file locked; Unsupported for a file of a newer version, which
    /// stays as it is.
    static Result<ExperimentStore> open(const std::filesystem::path& file);
    /// A file that is there, to be read alone: it is neither changed nor moved. Errors as
    /// SqliteFile::openToRead(); a database without runs is InvalidArgument too.
    static Result<ExperimentStore> openToRead(const std::filesystem::path& file);

    ExperimentStore(ExperimentStore&&) noexcept;
    ExperimentStore& operator=(ExperimentStore&&) noexcept;
    ~ExperimentStore();

    /// What happened to an unreadable file, or how many runs runs() left out, for people; empty
    /// when nothing did.
    const std::string& notice() const { return m_notice; }

    /// Adds a run with its artifacts, or replaces the one of the same experiment, name and seed.
    Result<std::int64_t> add(std::string_view experiment, const RunResult& result);
    /// All runs, or those of one experiment, in the order in which they were added. A run that
    /// cannot be read is left out and stays in the file: notice() says so.
    Result<std::vector<StoredRun>> runs(std::optional<std::string_view> experiment = {});
    /// Null for a run that was stored without.
    Result<std::shared_ptr<const RunArtifacts>> artifacts(std::int64_t id);
    Result<void> remove(std::int64_t id);

private:
    class Database;
    explicit ExperimentStore(std::unique_ptr<Database> database);

    std::unique_ptr<Database> m_database;
    std::string m_notice;
};

}  // namespace zeropoint
