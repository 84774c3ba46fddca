// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/parameters.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace zeropoint {

class WeightPacks;

/// What a forward or backward pass is told beside its data. A batch is cut into shards that run
/// in parallel; all of them share step and seed.
struct Pass {
    bool training = false;      ///< dropout is on, and what the backward pass needs is kept
    std::size_t shard = 0;      ///< which shard of the batch this is
    std::uint64_t step = 0;     ///< training step, from 0
    std::uint64_t seed = 0;     ///< of the run
    std::stop_token stop = {};  ///< when requested the pass returns early with unusable results
    /// Rows of a layer's input that belong to one sequence, set by the model for each layer; 0: all
    /// of them. What shares something along a sequence must not depend on how many pass together.
    std::size_t sequenceRows = 0;
    const WeightPacks* packs = nullptr;  ///< the layers' weights as the products read them, or null
};

/// The attachment's own parameters in a flat buffer (values or gradients), in the order in which
/// it declared them.
template <typename T>
class OwnSpans {
public:
    OwnSpans() = default;
    OwnSpans(const ParameterEntry* first, std::span<T> flat) : m_first(first), m_flat(flat) {}
    std::span<T> operator[](std::size_t i) const {
        return m_flat.subspan(m_first[i].offset, m_first[i].size);
    }
    /// Those after the first `count`: for an attachment that is made of two.
    OwnSpans after(std::size_t count) const { return {m_first + count, m_flat}; }

private:
    const ParameterEntry* m_first = nullptr;
    std::span<T> m_flat;
};

/// The one seam at which quantizers and adapters meet a linear layer y = x W^T + b, with
/// x [rows, in], W [out, in]. A layer has at most one attachment; an embedding table takes one
/// too and uses its weight part alone. Order within a step:
///   beginStep, effectiveWeight                       once, before the shards
///   effectiveInput, addOutput, then their gradients  once a shard, from several threads at once
///   weightGradient, endStep                          once, on the gradient summed over the shards
/// What a shard has to tell to endStep goes into a slot of its own (Pass::shard), so that the
/// merge in slot order gives the same bits on any number of threads.
template <typename T>
class LinearAttachment {
public:
    struct OwnParameter {
        std::string suffix;  ///< "lora_a": named "layers.0.attn.q.lora_a" in the model
        Shape shape;
        bool decays = false;
        std::vector<T> initial;  ///< elementCount(shape) values
    };

    virtual ~LinearAttachment() = default;

    /// Parameters that are trained with the model; asked once, when attached.
    virtual std::vector<OwnParameter> ownParameters() const { return {}; }

    virtual void beginStep(const Pass& /*pass*/, std::size_t /*shards*/) {}
    virtual void endStep(const Pass& /*pass*/) {}

    /// Weight part: master weight -> the weight that the product uses, both [out, in].
    virtual bool changesWeight() const { return false; }
    virtual void effectiveWeight(std::span<const T> /*master*/, OwnSpans<const T> /*own*/,
                                 std::span<T> /*effective*/) {}
    /// gradient: of the effective weight -> of the master weight, in place; ownGradient is added
    /// to.
    virtual void weightGradient(std::span<const T> /*master*/, OwnSpans<const T> /*own*/,
                                std::span<T> /*gradient*/, OwnSpans<T> /*ownGradient*/) {}

    /// Input part: x -> the input that the product uses, both [rows, in].
    virtual bool changesInput() const { return false; }
    virtual void effectiveInput(const Pass& /*pass*/, std::span<const T> /*x*/,
                                OwnSpans<const T> /*own*/, std::span<T> /*effective*/) {}
    /// gradient: of the effective input -> of x, in place; ownGradient is added to.
    virtual void inputGradient(const Pass& /*pass*/, std::span<const T> /*x*/,
                               OwnSpans<const T> /*own*/, std::span<T> /*gradient*/,
                               OwnSpans<T> /*ownGradient*/) {}

    /// A path beside the product (an adapter with dropout on its input): y [rows, out] is added to.
    virtual bool addsOutput() const { return false; }
    virtual void addOutput(const Pass& /*pass*/, std::span<const T> /*x*/,
                           OwnSpans<const T> /*own*/, std::span<T> /*y*/) {}
    /// xGradient (empty: not wanted) and ownGradient are added to.
    virtual void addedOutputGradient(const Pass& /*pass*/, std::span<const T> /*x*/,
                                     OwnSpans<const T> /*own*/, std::span<const T> /*yGradient*/,
                                     std::span<T> /*xGradient*/, OwnSpans<T> /*ownGradient*/) {}
};

}  // namespace zeropoint
