// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/task.h"

#include "core/data/digits.h"
#include "core/data/sorting.h"
#include "core/data/text.h"

namespace zeropoint {
namespace {

Result<std::shared_ptr<const Dataset>> openText(const TaskSpec& spec, std::size_t context) {
    if (context == 0) {
        return fail(ErrorCode::InvalidArgument, "A text needs a context of at least one character",
                    "context", "Choose 1 or more");
    }
    if (spec.textFile.empty()) {
        return grammarText(spec.custom ? Dialect::Custom : Dialect::Base, context);
    }
    const Alphabet* alphabet = spec.alphabet ? &*spec.alphabet : nullptr;
    const auto text = readText(spec.textFile, context, alphabet);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return *text;
}

}  // namespace

std::string_view taskName(TaskKind kind) {
    return wordOf(taskWords, kind);
}

std::optional<TaskKind> taskOfName(std::string_view name) {
    return valueOf(taskWords, name);
}

TransformerConfig defaultModel(TaskKind kind) {
    TransformerConfig config;
    config.layers = 2;
    config.heads = 4;
    config.mlpRatio = 4;
    config.width = kind == TaskKind::Sort ? 32 : 64;
    config.context = 64;
    config.dropout = kind == TaskKind::Digits ? 0.1 : 0.0;
    return config;
}

TrainingConfig defaultTraining(TaskKind kind) {
    TrainingConfig config;
    switch (kind) {
        case TaskKind::Digits:
            config.steps = 1200;
            config.batch = 64;
            config.learningRate = 3e-3;
            config.optimizer.weightDecay = 0.05;
            break;
        case TaskKind::Text:
            config.steps = 1500;
            config.batch = 16;
            config.learningRate = 3e-3;
            break;
        case TaskKind::Sort:
            config.steps = 2000;
            config.batch = 64;
            config.learningRate = 3e-3;
            config.evaluateEvery = 200;
            break;
    }
    return config;
}

Result<std::shared_ptr<const Dataset>> openTask(const TaskSpec& spec, std::size_t context) {
    switch (spec.kind) {
        case TaskKind::Digits:
            if (spec.custom) {
                return fail(ErrorCode::InvalidArgument, "The digits have no second variant",
                            "custom", "Choose the task text or sort");
            }
            return shippedDigits();
        case TaskKind::Sort:
            return std::make_shared<Sorting>(spec.custom ? SortOrder::Descending
                                                         : SortOrder::Ascending);
        case TaskKind::Text:
            break;
    }
    return openText(spec, context);
}

}  // namespace zeropoint
