// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batch_runner.h"

#include <algorithm>

namespace zeropoint {
namespace {

constexpr std::size_t segmentSize = 8192;
// Rows that an evaluation takes through the model at once: few enough that a layer's activations
// stay in a core's own cache.
constexpr std::size_t evaluationRows = 256;

}  // namespace

void runOn(ThreadPool* pool, std::size_t count, FunctionRef<void(std::size_t)> shard) {
    if (pool != nullptr) {
        pool->run(count, shard);
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        shard(i);
    }
}

template <typename T>
Batch<T> BatchRunner<T>::shardOf(const Batch<T>& batch, std::size_t shard) const {
    const std::size_t begin = batch.sequences * shard / shardCount;
    const std::size_t end = batch.sequences * (shard + 1) / shardCount;
    return batch.slice(begin, end - begin);
}

template <typename T>
Score BatchRunner<T>::total() const {
    Score score;
    for (const Shard& shard : m_shards) {
        score += shard.score;
    }
    return score;
}

/// Into pass.packs, where more shards than one use them.
template <typename T>
void BatchRunner<T>::packWeights(const Transformer<T>& model, const Batch<T>& batch, Pass& pass,
                                 ThreadPool* pool) {
    pass.packs = nullptr;
    if (batch.sequences < shardCount) {
        return;
    }
    m_packs.clear();
    for (std::size_t i = 0; i < model.config().layers; ++i) {
        const Block<T>& block = model.block(i);
        for (const Linear<T>* layer :
             {&block.q, &block.k, &block.v, &block.o, &block.ff1, &block.ff2}) {
            m_packs.add(*layer);
        }
    }
    m_packs.add(model.head());
    m_packs.pack(pass.training, [pool](std::size_t count, FunctionRef<void(std::size_t)> job) {
        runOn(pool, count, job);
    });
    pass.packs = &m_packs;
}

template <typename T>
Score BatchRunner<T>::gradients(Transformer<T>& model, const Batch<T>& batch, Pass pass,
                                ThreadPool* pool, AlignedVector<T>& gradients) {
    pass.training = true;
    model.prepare(pass, shardCount);
    packWeights(model, batch, pass, pool);
    const std::size_t size = model.parameters().size();
    const std::size_t counted = countedTargets(batch.targets);
    const T scale = counted == 0 ? T(1) : T(1) / static_cast<T>(counted);
    runOn(pool, shardCount, [&](std::size_t i) {
        if (pass.stop.stop_requested()) {
            return;
        }
        Shard& shard = m_shards[i];
        const Batch<T> part = shardOf(batch, i);
        Pass own = pass;
        own.shard = i;
        shard.gradients.assign(size, T(0));
        shard.score = {};
        if (part.sequences > 0) {
            model.forward(part, own, shard.state);
            shard.score = model.score(part, shard.state, scale);
            model.backward(part, own, shard.state, shard.gradients);
        }
    });
    if (pass.stop.stop_requested()) {
        return {};
    }
    gradients.resize(size);
    reduce(gradients, pool);
    model.finishGradients(pass, gradients);
    return total();
}

template <typename T>
void BatchRunner<T>::reduce(std::span<T> gradients, ThreadPool* pool) {
    const std::size_t segments = (gradients.size() + segmentSize - 1) / segmentSize;
    runOn(pool, segments, [&](std::size_t segment) {
        const std::size_t begin = segment * segmentSize;
        const std::size_t end = std::min(begin + segmentSize, gradients.size());
        const T* a = m_shards[0].gradients.data();
        const T* b = m_shards[1].gradients.data();
        const T* c = m_shards[2].gradients.data();
        const T* d = m_shards[3].gradients.data();
        static_assert(shardCount == 4, "one pointer for each shard");
        T* sum = gradients.data();
        for (std::size_t i = begin; i < end; ++i) {
            sum[i] = ((a[i] + b[i]) + c[i]) + d[i];
        }
    });
}

template <typename T>
Score BatchRunner<T>::evaluate(const Transformer<T>& model, const Batch<T>& batch, Pass pass,
                               ThreadPool* pool) {
    pass.training = false;
    packWeights(model, batch, pass, pool);
    runOn(pool, shardCount, [&](std::size_t i) {
        Shard& shard = m_shards[i];
        const Batch<T> part = shardOf(batch, i);
        Pass own = pass;
        own.shard = i;
        shard.score = {};
        const std::size_t step = std::max<std::size_t>(1, evaluationRows / batch.length);
        for (std::size_t at = 0; at < part.sequences && !pass.stop.stop_requested(); at += step) {
            const Batch<T> piece = part.slice(at, std::min(step, part.sequences - at));
            model.forward(piece, own, shard.state);
            shard.score += model.score(piece, shard.state, T(0));
        }
    });
    return pass.stop.stop_requested() ? Score{} : total();
}

template <typename T>
std::size_t BatchRunner<T>::capacity() const {
    std::size_t bytes = m_packs.capacity();
    for (const Shard& shard : m_shards) {
        bytes += shard.state.arena.capacity() + shard.gradients.capacity() * sizeof(T);
    }
    return bytes;
}

template class BatchRunner<float>;
template class BatchRunner<double>;

}  // namespace zeropoint
