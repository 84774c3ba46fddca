// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/transformer.h"
#include "core/nn/weight_packs.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <span>
#include <vector>

namespace zeropoint {

/// Runs a batch through a model in a fixed number of shards of whole sequences, on as many threads
/// as there are. Shards are summed in their order, so that the result's bits do not depend on the
/// number of threads. Keeps its memory: calls of one shape allocate nothing after the first.
template <typename T>
class BatchRunner {
public:
    static constexpr std::size_t shardCount = 4;

    /// Mean cross-entropy's gradient over the batch, of the master parameters; gradients is
    /// resized to the parameters' layout. Prepares the model's effective weights first.
    /// An unusable score (no positions) comes back when pass.stop was requested.
    Score gradients(Transformer<T>& model, const Batch<T>& batch, Pass pass, ThreadPool* pool,
                    AlignedVector<T>& gradients);

    /// Score without gradients. The model must be prepared.
    Score evaluate(const Transformer<T>& model, const Batch<T>& batch, Pass pass, ThreadPool* pool);

    /// The states of the last pass: for looking at activations (see trace.h).
    const ForwardState<T>& state(std::size_t shard) const { return m_shards[shard].state; }
    std::size_t capacity() const;

private:
    struct Shard {
        ForwardState<T> state;
        AlignedVector<T> gradients;
        Score score;
    };
    Batch<T> shardOf(const Batch<T>& batch, std::size_t shard) const;
    Score total() const;
    void packWeights(const Transformer<T>& model, const Batch<T>& batch, Pass& pass,
                     ThreadPool* pool);
    void reduce(std::span<T> gradients, ThreadPool* pool);

    WeightPacks m_packs;
    std::vector<Shard> m_shards = std::vector<Shard>(shardCount);
};

extern template class BatchRunner<float>;
extern template class BatchRunner<double>;

/// pool->run, or a plain loop without a pool.
void runOn(ThreadPool* pool, std::size_t count, FunctionRef<void(std::size_t)> shard);

}  // namespace zeropoint
