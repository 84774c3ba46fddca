// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/lesson_record.h"
#include "core/course/repetition.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::course {

/// One answer to an interview card, as it was marked.
struct CardReview {
    std::string card;
    Timestamp at = 0;
    Grade grade = Grade::Good;
    std::string answer;      ///< in the learner's words; may be empty
    std::uint64_t seed = 0;  ///< of the card's fresh numbers: asks the same again
    double seconds = 0;      ///< until it was revealed
    std::vector<int> ticks;  ///< lines of the rubric that the answer held, from 0
    int lines = 0;           ///< of the rubric as it was then
    Timestamp mock = 0;      ///< when the mock interview began to which it belongs; 0: none

    bool operator==(const CardReview&) const = default;
};

/// An answer that is being written.
struct Draft {
    std::string card;
    std::string answer;
    std::uint64_t seed = 0;
    Timestamp at = 0;

    bool operator==(const Draft&) const = default;
};

/// What a learner has done, in one SQLite file that outlives a crash: an entry is in it whole or
/// not at all, and none is ever changed or taken away. Memories are not stored but follow from the
/// reviews (replay()), so that two programs can add to one file. A file that is opened, or that
/// copyWhenDue() is called for, is copied beside itself ("progress.sqlite.backup") unless it is
/// empty or the copy is of the last hour; a file that cannot be read is moved aside and the copy
/// takes its place, as it does that of an empty file. One thread at a time.
class ProgressStore final : public LessonRecord {
public:
    /// Opens or makes the file. ReadFailed or WriteFailed where the folder or the file refuses, or
    /// another program holds the file locked; Unsupported for a file of a newer version, which
    /// stays as it is.
    static Result<ProgressStore> open(const std::filesystem::path& file);
    /// Kept by nobody.
    static Result<ProgressStore> inMemory();

    ProgressStore(ProgressStore&&) noexcept;
    ProgressStore& operator=(ProgressStore&&) noexcept;
    ~ProgressStore() override;

    /// Where a file went that could not be read.
    const std::optional<std::filesystem::path>& movedTo() const;
    /// The copy that took its place; nothing: it began anew.
    const std::optional<std::filesystem::path>& restoredFrom() const { return m_restoredFrom; }
    /// The same in memory.
    Result<ProgressStore> snapshot();
    /// Differs from an earlier answer when another program has written since.
    Result<std::int64_t> foreignChanges();
    /// To be called after answers: the history of a first day has a copy too.
    void copyWhenDue();

    Result<void> add(const CardReview& review);
    /// In the order of their times.
    Result<std::vector<CardReview>> reviews();
    /// Takes the place of the card's earlier draft; an empty text takes it away.
    Result<void> keep(const Draft& draft);
    Result<std::vector<Draft>> drafts();

    Result<void> shown(std::string_view lesson, std::string_view step, std::int64_t at) override;
    Result<void> finished(std::string_view lesson, std::string_view step, std::int64_t at) override;
    Result<void> answered(const StepAnswer& answer) override;
    Result<void> wrote(const WrittenAnswer& answer) override;
    Result<std::vector<LessonProgress>> lessons() override;
    Result<std::vector<WrittenAnswer>> written(std::string_view about) override;

private:
    class Database;
    explicit ProgressStore(std::unique_ptr<Database> database);
    static Result<ProgressStore> openAt(const std::filesystem::path& file);
    bool empty();
    Result<void> backUp();

    std::unique_ptr<Database> m_database;
    std::optional<std::filesystem::path> m_restoredFrom;
    std::filesystem::path m_backup;  ///< empty: in memory
};

}  // namespace zeropoint::course
