// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/activations.h"
#include "core/memory/adapters.h"
#include "core/memory/kv_cache.h"
#include "core/memory/training_states.h"
#include "core/memory/weight_plan.h"

#include <optional>
#include <string>
#include <vector>

namespace zeropoint {

/// What is asked: a model (its shapes, a bare count, or a count with shapes for the cache), how it
/// is stored, and what is done with it.
struct MemoryRequest {
    std::optional<Architecture> architecture;
    std::int64_t parameters = 0;  ///< above 0: this count in place of the shapes' own
    WeightPlan weights;
    MemoryMode mode = MemoryMode::Inference;
    CacheSettings cache;             ///< context and sequences are training's length and batch too
    ActivationSettings activations;  ///< length and sequences are taken from the cache's
    MemoryOptimizer optimizer = MemoryOptimizer::AdamW;
    StateAssumption states;   ///< of full fine-tuning and QAT
    double adapterBytes = 4;  ///< of an adapter's weight; its gradient takes the same
    AdapterSettings adapters;
    std::int64_t overheadBytes = 0;  ///< context of the driver, fragmentation: as stated
};

/// What a row is about, for front doors that have words and forms of their own.
enum class MemoryRowKind {
    WeightsInFormat,  ///< count x each bits, of one format
    TrainedWeights,   ///< from here on count x each bytes, unless it says otherwise
    Keys,             ///< a group of layers
    Values,           ///< a group of layers
    RecurrentState,   ///< count sequences
    Adapters,
    AdapterGradients,
    AdapterMoments,
    Gradients,
    MasterWeights,
    Moments,
    StepTemporary,    ///< less the activations
    WorkingMemory,    ///< of inference: count tokens
    KeptActivations,  ///< count tokens, each byte a value
    CheckpointedActivations,
    FakeQuantizedWeights,
    DequantizedMatrix,
    Overhead,  ///< as stated
};

/// One assumption with its outcome: what it is, the formula with its numbers, the published figure
/// that it explains (may be empty).
struct MemoryRow {
    std::string part;  ///< "weights", "kv_cache", ...
    std::string what;
    std::string formula;
    std::string explains;
    std::int64_t bytes = 0;
    MemoryRowKind kind = MemoryRowKind::Overhead;
    std::int64_t count = 0;
    double each = 0;
    std::string format{};  ///< of weights, keys and values
    CacheGroup group{};    ///< of keys and values
    std::string joined{};  ///< of adapters: modules with one adapter for several matrices
};

/// In bytes; what a mode does not have is 0.
struct MemoryEstimate {
    std::int64_t weights = 0;
    std::int64_t kvCache = 0;
    std::int64_t recurrentState = 0;
    std::int64_t activations = 0;
    std::int64_t gradients = 0;
    std::int64_t optimizer = 0;
    std::int64_t adapters = 0;
    std::int64_t overhead = 0;
    std::int64_t parameters = 0;
    std::int64_t activeParameters = 0;
    std::int64_t trainableParameters = 0;
    std::int64_t weightBytesPerToken = 0;  ///< weights that decoding reads for one token
    double bitsPerWeight = 0;
    std::vector<MemoryRow> rows;  ///< their bytes add up to total()

    std::int64_t total() const {
        return weights + kvCache + recurrentState + activations + gradients + optimizer + adapters +
               overhead;
    }
};

/// Training keeps no cache; inference no gradients. InvalidArgument: neither shapes nor a count, a
/// count outside 1..10^15, a context beyond the model's where no cells are given, settings below 1,
/// adapters without shapes, a format whose blocks do not fill its rows.
Result<MemoryEstimate> estimateMemory(const MemoryRequest& request);

/// The same request at other contexts: weights, states and adapters are counted once, by
/// `estimate`, which estimateMemory(request) gave; only what moves with the context is counted
/// anew. total(c) is estimateMemory(request at c)->total() to the byte.
class TotalByContext {
public:
    TotalByContext(const MemoryRequest& request, const MemoryEstimate& estimate);

    /// As estimateMemory for contexts that cannot be.
    Result<std::int64_t> total(std::int64_t context) const;

private:
    MemoryRequest m_request;
    std::int64_t m_fixed = 0;             ///< bytes that no context moves
    std::int64_t m_fixedActivations = 0;  ///< of them; the step's temporary is beyond all of these
    std::int64_t m_temporary = 0;
};

}  // namespace zeropoint
