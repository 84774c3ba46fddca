// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"
#include "core/experiment/interval.h"
#include "core/experiment/test_items.h"
#include "core/support/error.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace zeropoint {

/// What quantization did to one layer's weights.
struct LayerError {
    std::string layer;  ///< "layers.0.attn.q"
    double sqnrDb = 0;  ///< 10 log10(sum w^2 / sum (w - w')^2); infinite when nothing changed
};

/// One evaluation on the held-out parts.
struct CurvePoint {
    std::uint64_t step = 0;
    double trainLoss = 0;
    double testLoss = 0;
    double accuracy = 0;  ///< on the test part
    double validationLoss = 0;
    double validationAccuracy = 0;
};

/// What a run trained.
struct TrainedShare {
    std::size_t parameters = 0;        ///< of the model, adapters and learned scales included
    std::size_t trained = 0;           ///< those of them that move
    std::uint64_t optimizerBytes = 0;  ///< moments of the trained ones, FP32
};

/// To look at and to compare: big, so held apart.
struct RunArtifacts {
    TransformerConfig model;
    /// The weights that the products used, in the layout of Transformer<float>::create(model).
    std::vector<float> weights;
    /// The likeliest output at every scored position of the test part, in its order.
    std::vector<std::uint16_t> predictions;
    std::vector<std::uint16_t> targets;
    std::size_t perSequence = 1;  ///< scored positions in a test sequence
};

/// What a run measured.
struct RunResult {
    std::string name;
    MethodKind method = MethodKind::Full;
    std::string scheme;  ///< schemeText of its spec
    std::uint64_t seed = 0;

    double accuracy = 0;            ///< of the task's AccuracyKind on the test part
    Interval accuracyCi95;          ///< over the test items: see accuracyInterval
    double loss = 0;                ///< mean cross-entropy on the test part, in nats
    TestItems items;                ///< empty: of a store that did not keep them
    double validationAccuracy = 0;  ///< the same two on the validation part: to choose by
    double validationLoss = 0;
    std::uint64_t steps = 0;        ///< training steps that were taken; 0 for Ptq
    std::uint64_t sizeBytes = 0;    ///< codes, scales, zero points, adapters and what stays FP32
    double bitsPerWeight = 0;       ///< 8 sizeBytes / parameters of the base model
    std::uint64_t linearBytes = 0;  ///< of the linear layers' weights, adapters included
    /// Wall time of training steps and of quantizing, whatever the method; without evaluations,
    /// and without the training of what Ptq starts from.
    double seconds = 0;
    TrainedShare share;
    bool hasBase = false;           ///< false: the next two say nothing
    double baseAccuracyBefore = 0;  ///< of the base model on the task that it came from
    double baseAccuracyAfter = 0;   ///< of this run's model on that task: what it forgot
    std::vector<LayerError> layers;
    std::vector<CurvePoint> curve;                  ///< empty for Ptq
    std::string settings;                           ///< JSON of single(): the same bits again
    std::shared_ptr<const RunArtifacts> artifacts;  ///< null when not asked for
};

/// Everything but the artifacts.
std::string toJson(const RunResult& result);
Result<RunResult> runResultFromJson(std::string_view text);

}  // namespace zeropoint
