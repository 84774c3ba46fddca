// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/alphabet.h"
#include "core/data/dataset.h"
#include "core/support/word.h"
#include "core/training/training_config.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace zeropoint {

enum class TaskKind { Digits, Text, Sort };

inline constexpr Word<TaskKind> taskWords[] = {
    {"digits", TaskKind::Digits}, {"text", TaskKind::Text}, {"sort", TaskKind::Sort}};
std::string_view taskName(TaskKind kind);  ///< "digits", "text", "sort"
std::optional<TaskKind> taskOfName(std::string_view name);

/// Which data a model learns.
struct TaskSpec {
    TaskKind kind = TaskKind::Digits;
    /// The variant to fine-tune on: the second dialect, or descending order. Digits have none.
    bool custom = false;
    std::filesystem::path textFile;    ///< Text: this file instead of a grammar
    std::optional<Alphabet> alphabet;  ///< Text from a file: of the model that shall read it
};

/// The sizes of the model that ships for a task, with the data's part filled in by
/// Dataset::shaped when the data are opened.
TransformerConfig defaultModel(TaskKind kind);
/// The settings with which it was trained.
TrainingConfig defaultTraining(TaskKind kind);

/// Opens the data; context is the window of a text and ignored by the other tasks.
/// Fails as readText does, and with InvalidArgument for custom digits.
Result<std::shared_ptr<const Dataset>> openTask(const TaskSpec& spec, std::size_t context);

}  // namespace zeropoint
