// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

namespace zeropoint {

double accuracyOf(AccuracyKind kind, const Score& score) {
    return kind == AccuracyKind::Positions ? score.accuracy() : score.wholeAccuracy();
}

Result<void> Dataset::fits(const TransformerConfig& config) const {
    const TransformerConfig wanted = shaped(config);
    if (wanted.input != config.input || wanted.pooled != config.pooled ||
        wanted.causal != config.causal || wanted.vocabulary != config.vocabulary ||
        wanted.outputs != config.outputs || wanted.patchSize != config.patchSize) {
        return fail(ErrorCode::InvalidArgument,
                    "The model was made for other data than '" + name() + "'", name(),
                    "Choose a model trained on this task, or start a new one");
    }
    if (config.context < wanted.context) {
        return fail(ErrorCode::InvalidArgument,
                    "The model sees " + std::to_string(config.context) +
                        " positions; the data have " + std::to_string(wanted.context),
                    "context", "Give the model a longer context");
    }
    return {};
}

}  // namespace zeropoint
