// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/aligned_vector.h"
#include "core/nn/transformer.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace zeropoint {

/// In which numbers the product sees the adapters. The optimizer keeps FP32 either way.
enum class AdapterPrecision { Fp32, Bf16 };

/// What it begins with was chosen on the validation part of the sorting task, for LoRA and QLoRA
/// alike and together with adapterRate (resources/experiments/search/adapters.json).
struct LoraConfig {
    std::size_t rank = 16;  ///< at most the smaller side of every matrix it goes on
    double alpha = 32;      ///< the adapter counts alpha / rank
    double dropout = 0;     ///< of the adapter's input in training, in [0, 1)
    /// Linear sites by name, '*' and '?' as in a recipe's overrides: every layer but the head.
    std::vector<std::string> targets{"layers.*"};
    AdapterPrecision precision = AdapterPrecision::Fp32;

    bool operator==(const LoraConfig&) const = default;
};

/// The highest learning rate of adapters where none was given: more than the weights' own.
inline constexpr double adapterRate = 0.012;

/// A low-rank adapter beside a frozen matrix (LoRA, Hu et al. 2021, arXiv 2106.09685):
/// y += alpha / rank * dropout(x) A^T B, with A "lora_a" [rank, in], normal of deviation
/// 1 / sqrt(in), and B "lora_b" [rank, out], the paper's B transposed, zero: the model starts as
/// the one it adapts.
template <typename T>
class LoraAttachment final : public LinearAttachment<T> {
public:
    /// `place` tells the adapters of a model apart: their random numbers and dropout masks.
    LoraAttachment(const WeightSite& site, const LoraConfig& config, std::uint64_t seed,
                   std::uint64_t place);

    std::vector<typename LinearAttachment<T>::OwnParameter> ownParameters() const override;
    void beginStep(const Pass& pass, std::size_t shards) override;
    bool addsOutput() const override { return !m_merged; }
    void addOutput(const Pass& pass, std::span<const T> x, OwnSpans<const T> own,
                   std::span<T> y) override;
    void addedOutputGradient(const Pass& pass, std::span<const T> x, OwnSpans<const T> own,
                             std::span<const T> yGradient, std::span<T> xGradient,
                             OwnSpans<T> ownGradient) override;

    /// weight [out, in] += alpha / rank * B^T A, and the adapter rests while it is in there.
    void merge(OwnSpans<const T> own, std::span<T> weight);
    /// The same for a weight elsewhere; the adapter goes on.
    void addTo(OwnSpans<const T> own, std::span<T> weight) const;
    bool merged() const { return m_merged; }

private:
    struct Scratch {
        AlignedVector<T> a, b, dropped, mask, inner, innerGradient, dropGradient;
    };
    std::span<const T> rounded(std::span<const T> values, AlignedVector<T>& into) const;
    std::span<const T> droppedInput(const Pass& pass, std::span<const T> x, Scratch& scratch) const;

    std::size_t m_in;
    std::size_t m_out;
    LoraConfig m_config;
    std::uint64_t m_seed;
    std::uint64_t m_place;
    bool m_merged = false;
    std::vector<Scratch> m_scratch;  ///< one a shard: kept from forward to backward
};

extern template class LoraAttachment<float>;
extern template class LoraAttachment<double>;

/// One adapter on a model.
struct LoraSite {
    WeightSite site;
    std::shared_ptr<LoraAttachment<float>> adapter;
};

/// Freezes the model and puts an adapter on every linear site that a target matches.
/// InvalidArgument for a rank of 0 or above the smaller side of a matrix, alpha or dropout out of
/// range; NotFound for a target without a site. On failure nothing stays attached or frozen.
Result<std::vector<LoraSite>> attachLora(Transformer<float>& model, const LoraConfig& config,
                                         std::uint64_t seed);

/// Adds the adapters to the weights beside them, so that the model costs what it did before.
/// Merging twice changes nothing. Call Transformer::prepare afterwards where other attachments
/// change weights.
void mergeLora(Transformer<float>& model, const std::vector<LoraSite>& sites);

/// A plain copy of a model that carries adapters: its weights with the adapters added.
Transformer<float> withAdapters(const Transformer<float>& model,
                                const std::vector<LoraSite>& sites);

}  // namespace zeropoint
