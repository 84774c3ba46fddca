// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/batch.h"
#include "core/nn/cross_entropy.h"
#include "core/nn/transformer_config.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace zeropoint {

/// Owns what a Batch views; reused from step to step without allocating.
struct BatchStorage {
    std::size_t sequences = 0;
    std::size_t length = 0;
    std::vector<std::int32_t> tokens;   ///< [sequences * length]; empty for patches
    std::vector<float> patches;         ///< [sequences * length, patchSize]; empty for tokens
    std::vector<std::int32_t> targets;  ///< [sequences * length], or [sequences] when pooled
    std::vector<std::uint32_t> order;   ///< a data set's shuffled order of the epoch `orderOf`
    std::uint64_t orderOf = static_cast<std::uint64_t>(-1);

    Batch<float> view() const { return {sequences, length, 0, tokens, patches, targets}; }
};

/// Which share of a Score people read as "accuracy".
enum class AccuracyKind {
    Positions,       ///< right symbols, or right images
    WholeSequences,  ///< sequences without a single wrong symbol
};

double accuracyOf(AccuracyKind kind, const Score& score);

/// What training never sees: one part to choose by, one to report.
enum class HeldOut {
    Validation,  ///< when to stop, which settings, which layers get how many bits
    Test,        ///< the figures that are told; nothing is ever chosen by it
};

/// Something to learn: batches without end for training, and two fixed parts that are held out of
/// it. A batch depends on (seed, step) alone: the same on every machine and thread, and a
/// resumed run goes on where it stopped.
class Dataset {
public:
    virtual ~Dataset() = default;

    /// "digits", "text", "sort"
    virtual std::string name() const = 0;
    virtual AccuracyKind accuracyKind() const { return AccuracyKind::Positions; }
    /// Sets what the data decide about a model: input, vocabulary, outputs, context, causality.
    /// Leaves layers, width, heads and the rest as they are.
    virtual TransformerConfig shaped(TransformerConfig config) const = 0;
    /// Says why a model of this configuration cannot learn these data.
    Result<void> fits(const TransformerConfig& config) const;

    /// Sequences [step * sequences, (step + 1) * sequences) of the shuffled or generated stream.
    virtual void trainingBatch(std::uint64_t seed, std::uint64_t step, std::size_t sequences,
                               BatchStorage& out) const = 0;
    virtual std::size_t heldOutSequences(HeldOut part) const = 0;
    /// Its sequences [begin, begin + count).
    virtual void heldOutBatch(HeldOut part, std::size_t begin, std::size_t count,
                              BatchStorage& out) const = 0;

    std::size_t testSequences() const { return heldOutSequences(HeldOut::Test); }
    void testBatch(std::size_t begin, std::size_t count, BatchStorage& out) const {
        heldOutBatch(HeldOut::Test, begin, count, out);
    }
};

}  // namespace zeropoint
