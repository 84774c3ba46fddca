// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/test_predictions.h"

#include <algorithm>

namespace zeropoint {
namespace {

constexpr std::size_t sequencesAtOnce = 32;

void append(const Batch<float>& batch, std::span<const float> logits, std::size_t outputs,
            TestPredictions& predictions) {
    for (std::size_t row = 0; row < batch.targets.size(); ++row) {
        if (batch.targets[row] == ignoredTarget) {
            continue;
        }
        const std::span<const float> scores = logits.subspan(row * outputs, outputs);
        const auto best = std::max_element(scores.begin(), scores.end()) - scores.begin();
        predictions.likeliest.push_back(static_cast<std::uint16_t>(best));
        predictions.targets.push_back(batch.targets[row] == unknownTarget
                                          ? TestPredictions::unknown
                                          : static_cast<std::uint16_t>(batch.targets[row]));
    }
}

}  // namespace

Result<TestPredictions> predictTest(const Transformer<float>& model, const Dataset& data,
                                    const Execution& execution) {
    TestPredictions predictions;
    BatchStorage storage;
    ForwardState<float> state;
    const std::size_t count = data.testSequences();
    for (std::size_t begin = 0; begin < count; begin += sequencesAtOnce) {
        if (execution.stopRequested()) {
            return fail(ErrorCode::Cancelled, "The predictions were stopped", data.name());
        }
        data.testBatch(begin, std::min(sequencesAtOnce, count - begin), storage);
        model.forward(storage.view(), {}, state);
        append(storage.view(), state.logits, model.config().outputs, predictions);
    }
    predictions.perSequence = count == 0 ? 1 : predictions.targets.size() / count;
    return predictions;
}

}  // namespace zeropoint
