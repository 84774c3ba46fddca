// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/aligned_vector.h"
#include "core/nn/linear.h"
#include "core/support/function_ref.h"

#include <cstddef>
#include <vector>

namespace zeropoint {

/// The weights of a model's layers as their products read them, made once for all shards of a step.
/// Weights are known by their address: whoever packs them promises that they stay where and as they
/// are for as long as a Pass holds the packs. FP32 alone; one instance is filled again and again
/// without allocating.
class WeightPacks {
public:
    /// Runs a job for each i in [0, count).
    using Run = FunctionRef<void(std::size_t count, FunctionRef<void(std::size_t)> job)>;

    void clear() { m_packs.clear(); }
    /// A layer to pack; weights too large to gain by it are left out.
    void add(const Linear<float>& layer);
    void add(const Linear<double>&) {}
    /// Packs what was added; `backward`: for the gradient of the input too.
    void pack(bool backward, const Run& run);

    /// For y = x W^T and for dx = dy W; null: not packed.
    const float* forward(const float* weight) const;
    const float* backward(const float* weight) const;
    static const double* forward(const double*) { return nullptr; }
    static const double* backward(const double*) { return nullptr; }

    std::size_t capacity() const { return m_storage.capacity() * sizeof(float); }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    struct Pack {
        const float* weight;
        std::size_t out, in;
        std::size_t forward;   ///< first value in the storage
        std::size_t backward;  ///< none: not packed
    };
    const Pack* find(const float* weight) const;

    std::vector<Pack> m_packs;
    AlignedVector<float> m_storage;
};

}  // namespace zeropoint
