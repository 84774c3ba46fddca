// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_store.h"

#include "core/support/sqlite_file.h"

#include <cstring>
#include <utility>

namespace zeropoint {
namespace {

constexpr SqliteSchema schema{"The store of runs", 1,
                              "BEGIN IMMEDIATE;"
                              "CREATE TABLE IF NOT EXISTS runs ("
                              " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                              " experiment TEXT NOT NULL,"
                              " name TEXT NOT NULL,"
                              " seed TEXT NOT NULL,"
                              " result TEXT NOT NULL,"
                              " model TEXT,"
                              " per_sequence INTEGER,"
                              " weights BLOB,"
                              " predictions BLOB,"
                              " targets BLOB,"
                              " UNIQUE (experiment, name, seed));"
                              "PRAGMA user_version = 1;"
                              "COMMIT;"};

template <typename T>
std::span<const std::byte> bytesOf(const std::vector<T>& values) {
    return std::as_bytes(std::span(values));
}

template <typename T>
std::vector<T> valuesOf(std::span<const std::byte> bytes) {
    std::vector<T> values(bytes.size() / sizeof(T));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
    return values;
}

}  // namespace

class ExperimentStore::Database : public SqliteFile {
public:
    explicit Database(SqliteFile file) : SqliteFile(std::move(file)) {}
};

ExperimentStore::ExperimentStore(std::unique_ptr<Database> database)
    : m_database(std::move(database)) {
    if (m_database->movedTo()) {
        m_notice = "The store of runs could not be read and was moved to " +
                   m_database->movedTo()->string() + "; a new one was begun";
    }
}
ExperimentStore::ExperimentStore(ExperimentStore&&) noexcept = default;
ExperimentStore& ExperimentStore::operator=(ExperimentStore&&) noexcept = default;
ExperimentStore::~ExperimentStore() = default;

const StoredRun* lowestSeed(std::span<const StoredRun> runs,
                            FunctionRef<bool(const StoredRun&)> meant) {
    const StoredRun* lowest = nullptr;
    for (const StoredRun& run : runs) {
        if (meant(run) && (lowest == nullptr || run.result.seed < lowest->result.seed)) {
            lowest = &run;
        }
    }
    return lowest;
}

Result<ExperimentStore> ExperimentStore::open(const std::filesystem::path& file) {
    Result<SqliteFile> opened = SqliteFile::open(file, schema);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    return ExperimentStore(std::make_unique<Database>(std::move(*opened)));
}

Result<ExperimentStore> ExperimentStore::openToRead(const std::filesystem::path& file) {
    Result<SqliteFile> opened = SqliteFile::openToRead(file, schema);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    // Another program's database may count its versions in the same way.
    if (opened->prepare("SELECT id, experiment, result FROM runs").failure() == SQLITE_ERROR) {
        return fail(ErrorCode::InvalidArgument, "This database holds no runs", file.string(),
                    "Give a store of runs");
    }
    return ExperimentStore(std::make_unique<Database>(std::move(*opened)));
}

Result<std::int64_t> ExperimentStore::add(std::string_view experiment, const RunResult& result) {
    SqliteStatement insert = m_database->prepare(
        "INSERT OR REPLACE INTO runs (experiment, name, seed, result, model, per_sequence, weights,"
        " predictions, targets) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const std::string seed = std::to_string(result.seed);
    const std::string document = toJson(result);
    insert.bind(1, experiment).bind(2, std::string_view(result.name));
    insert.bind(3, std::string_view(seed)).bind(4, std::string_view(document));
    std::string model;
    if (result.artifacts) {
        const RunArtifacts& artifacts = *result.artifacts;
        model = toJson(artifacts.model);
        insert.bind(5, std::string_view(model))
            .bind(6, static_cast<std::int64_t>(artifacts.perSequence));
        insert.bind(7, bytesOf(artifacts.weights)).bind(8, bytesOf(artifacts.predictions));
        insert.bind(9, bytesOf(artifacts.targets));
    }
    insert.step();
    if (insert.failure() != SQLITE_OK) {
        return m_database->failure(insert.failure());
    }
    return m_database->lastId();
}

Result<std::vector<StoredRun>> ExperimentStore::runs(std::optional<std::string_view> experiment) {
    SqliteStatement select = m_database->prepare(
        "SELECT id, experiment, result FROM runs WHERE ?1 IS NULL OR "
        "experiment = ?1 ORDER BY id");
    if (experiment) {
        select.bind(1, *experiment);
    }
    std::vector<StoredRun> all;
    std::size_t unreadable = 0;
    while (select.step()) {
        auto result = runResultFromJson(select.text(2));
        if (!result) {
            ++unreadable;
            continue;
        }
        all.push_back({select.integer(0), std::string(select.text(1)), std::move(*result)});
    }
    if (select.failure() != SQLITE_OK) {
        return m_database->failure(select.failure());
    }
    if (unreadable > 0 && m_notice.empty()) {
        m_notice = std::to_string(unreadable) +
                   (unreadable == 1 ? " run of the store cannot" : " runs of the store cannot") +
                   " be read and is left out";
    }
    return all;
}

Result<std::shared_ptr<const RunArtifacts>> ExperimentStore::artifacts(std::int64_t id) {
    SqliteStatement select = m_database->prepare(
        "SELECT model, per_sequence, weights, predictions, targets FROM runs WHERE id = ?");
    select.bind(1, id);
    if (!select.step()) {
        if (select.failure() != SQLITE_OK) {
            return m_database->failure(select.failure());
        }
        return fail(ErrorCode::NotFound, "There is no such run in the store", std::to_string(id),
                    "Open the store again: another program may have removed the run");
    }
    if (select.null(0)) {
        return std::shared_ptr<const RunArtifacts>();
    }
    auto model = transformerConfigFromJson(select.text(0));
    if (!model) {
        return tl::unexpected(model.error());
    }
    auto artifacts = std::make_shared<RunArtifacts>();
    artifacts->model = *model;
    artifacts->perSequence = static_cast<std::size_t>(select.integer(1));
    artifacts->weights = valuesOf<float>(select.bytes(2));
    artifacts->predictions = valuesOf<std::uint16_t>(select.bytes(3));
    artifacts->targets = valuesOf<std::uint16_t>(select.bytes(4));
    return std::shared_ptr<const RunArtifacts>(std::move(artifacts));
}

Result<void> ExperimentStore::remove(std::int64_t id) {
    SqliteStatement erase = m_database->prepare("DELETE FROM runs WHERE id = ?");
    erase.bind(1, id).step();
    if (erase.failure() != SQLITE_OK) {
        return m_database->failure(erase.failure());
    }
    return {};
}

}  // namespace zeropoint
