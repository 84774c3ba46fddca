// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/adapters/lora.h"

#include "core/methods/recipe/quant_recipe.h"
#include "core/nn/dropout.h"
#include "core/nn/matrix_product.h"
#include "core/numerics/half.h"
#include "core/support/in_quotes.h"
#include "core/support/random.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

// Dropout sites of adapters begin above those of the model's own.
constexpr std::uint64_t firstDropoutSite = std::uint64_t{1} << 32;
// Random streams of adapters begin above those of the model's parameters.
constexpr std::uint64_t firstStream = std::uint64_t{1} << 32;

template <typename T>
std::span<T> sized(AlignedVector<T>& buffer, std::size_t size) {
    buffer.resize(size);
    return buffer;
}

Result<void> checkConfig(const LoraConfig& config) {
    if (config.rank < 1) {
        return fail(ErrorCode::InvalidArgument, "An adapter needs a rank of 1 or more", "rank",
                    "Choose 1 to the smaller side of the matrices");
    }
    if (!(config.alpha > 0) || !std::isfinite(config.alpha)) {
        return fail(ErrorCode::InvalidArgument, "The adapter's alpha is out of range", "alpha",
                    "Choose a number above 0");
    }
    if (!(config.dropout >= 0 && config.dropout < 1)) {
        return fail(ErrorCode::InvalidArgument, "The adapter's dropout is out of range", "dropout",
                    "Choose 0 to below 1");
    }
    return {};
}

Result<void> checkRank(const WeightSite& site, std::size_t rank) {
    if (rank <= std::min(site.in, site.out)) {
        return {};
    }
    return fail(ErrorCode::InvalidArgument,
                "A rank of " + std::to_string(rank) + " is above the matrix of " +
                    std::to_string(site.out) + "x" + std::to_string(site.in),
                site.name,
                "Choose a rank of at most " + std::to_string(std::min(site.in, site.out)));
}

/// The linear sites that some target matches; every target must match one.
Result<std::vector<WeightSite>> targetSites(const Transformer<float>& model,
                                            const LoraConfig& config) {
    const std::vector<WeightSite> all = model.sites();
    std::vector<bool> chosen(all.size(), false);
    for (const std::string& target : config.targets) {
        bool any = false;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].linear && matchesSite(target, all[i].name)) {
                chosen[i] = true;
                any = true;
            }
        }
        if (!any) {
            return fail(ErrorCode::NotFound,
                        "The model has no linear layer that fits " + inQuotes(target), "targets",
                        "Name layers like *.attn.q, *.ff1 or head");
        }
    }
    std::vector<WeightSite> sites;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!chosen[i]) {
            continue;
        }
        if (auto fits = checkRank(all[i], config.rank); !fits) {
            return tl::unexpected(fits.error());
        }
        sites.push_back(all[i]);
    }
    return sites;
}

}  // namespace

template <typename T>
LoraAttachment<T>::LoraAttachment(const WeightSite& site, const LoraConfig& config,
                                  std::uint64_t seed, std::uint64_t place)
    : m_in(site.in), m_out(site.out), m_config(config), m_seed(seed), m_place(place) {}

template <typename T>
std::vector<typename LinearAttachment<T>::OwnParameter> LoraAttachment<T>::ownParameters() const {
    const auto rank = static_cast<std::int64_t>(m_config.rank);
    std::vector<T> a(m_config.rank * m_in);
    Random random(m_seed, firstStream + m_place);
    for (T& value : a) {
        value = static_cast<T>(random.normal() / std::sqrt(static_cast<double>(m_in)));
    }
    return {{"lora_a", {rank, static_cast<std::int64_t>(m_in)}, true, std::move(a)},
            {"lora_b",
             {rank, static_cast<std::int64_t>(m_out)},
             true,
             std::vector<T>(m_config.rank * m_out)}};
}

template <typename T>
void LoraAttachment<T>::beginStep(const Pass& /*pass*/, std::size_t shards) {
    m_scratch.resize(std::max(m_scratch.size(), shards));
}

template <typename T>
std::span<const T> LoraAttachment<T>::rounded(std::span<const T> values,
                                              AlignedVector<T>& into) const {
    if (m_config.precision == AdapterPrecision::Fp32) {
        return values;
    }
    const std::span<T> out = sized(into, values.size());
    std::transform(values.begin(), values.end(), out.begin(), [](T value) {
        return static_cast<T>(floatOfBfloat(bfloatOfFloat(static_cast<float>(value))));
    });
    return out;
}

template <typename T>
std::span<const T> LoraAttachment<T>::droppedInput(const Pass& pass, std::span<const T> x,
                                                   Scratch& scratch) const {
    if (!pass.training || m_config.dropout == 0) {
        scratch.mask.clear();
        return x;
    }
    const std::span<T> out = sized(scratch.dropped, x.size());
    std::copy(x.begin(), x.end(), out.begin());
    // Shards are cut by the data alone, so the shard's number is as good as its first sequence.
    const DropoutKey key{pass.seed, pass.step, firstDropoutSite + m_place, pass.shard};
    dropoutForward<T>(m_config.dropout, key, x.size(), out, sized(scratch.mask, x.size()));
    return out;
}

template <typename T>
void LoraAttachment<T>::addOutput(const Pass& pass, std::span<const T> x, OwnSpans<const T> own,
                                  std::span<T> y) {
    Scratch& scratch = m_scratch[pass.shard];
    const std::size_t rows = x.size() / m_in;
    const std::size_t rank = m_config.rank;
    const std::span<const T> a = rounded(own[0], scratch.a);
    const std::span<const T> b = rounded(own[1], scratch.b);
    const std::span<const T> input = droppedInput(pass, x, scratch);
    const std::span<T> inner = sized(scratch.inner, rows * rank);
    const T scale = static_cast<T>(m_config.alpha / static_cast<double>(rank));
    multiplyTransposed<T>({inner.data(), rows, rank}, {input.data(), rows, m_in},
                          {a.data(), rank, m_in}, scale);
    multiply<T>({y.data(), rows, m_out}, {inner.data(), rows, rank}, {b.data(), rank, m_out},
                Store::Add);
}

template <typename T>
void LoraAttachment<T>::addedOutputGradient(const Pass& pass, std::span<const T> x,
                                            OwnSpans<const T> own, std::span<const T> yGradient,
                                            std::span<T> xGradient, OwnSpans<T> ownGradient) {
    Scratch& scratch = m_scratch[pass.shard];
    const std::size_t rows = x.size() / m_in;
    const std::size_t rank = m_config.rank;
    const std::span<const T> a = rounded(own[0], scratch.a);
    const std::span<const T> b = rounded(own[1], scratch.b);
    const bool drops = !scratch.mask.empty();
    const std::span<const T> input = drops ? std::span<const T>(scratch.dropped) : x;
    const std::span<T> inner = sized(scratch.innerGradient, rows * rank);
    const T scale = static_cast<T>(m_config.alpha / static_cast<double>(rank));
    multiplyTransposed<T>({inner.data(), rows, rank}, {yGradient.data(), rows, m_out},
                          {b.data(), rank, m_out}, scale);
    transposedMultiply<T>({ownGradient[0].data(), rank, m_in}, {inner.data(), rows, rank},
                          {input.data(), rows, m_in}, Store::Add);
    transposedMultiply<T>({ownGradient[1].data(), rank, m_out}, {scratch.inner.data(), rows, rank},
                          {yGradient.data(), rows, m_out}, Store::Add);
    if (xGradient.empty()) {
        return;
    }
    if (!drops) {
        multiply<T>({xGradient.data(), rows, m_in}, {inner.data(), rows, rank},
                    {a.data(), rank, m_in}, Store::Add);
        return;
    }
    const std::span<T> through = sized(scratch.dropGradient, x.size());
    multiply<T>({through.data(), rows, m_in}, {inner.data(), rows, rank}, {a.data(), rank, m_in});
    for (std::size_t i = 0; i < through.size(); ++i) {
        xGradient[i] += through[i] * scratch.mask[i];
    }
}

template <typename T>
void LoraAttachment<T>::merge(OwnSpans<const T> own, std::span<T> weight) {
    addTo(own, weight);
    m_merged = true;
}

template <typename T>
void LoraAttachment<T>::addTo(OwnSpans<const T> own, std::span<T> weight) const {
    Scratch scratch;
    const std::size_t rank = m_config.rank;
    const std::span<const T> a = rounded(own[0], scratch.a);
    const std::span<const T> b = rounded(own[1], scratch.b);
    const std::span<T> scaled = sized(scratch.inner, b.size());
    const T scale = static_cast<T>(m_config.alpha / static_cast<double>(rank));
    std::transform(b.begin(), b.end(), scaled.begin(), [scale](T value) { return scale * value; });
    transposedMultiply<T>({weight.data(), m_out, m_in}, {scaled.data(), rank, m_out},
                          {a.data(), rank, m_in}, Store::Add);
}

template class LoraAttachment<float>;
template class LoraAttachment<double>;

Result<std::vector<LoraSite>> attachLora(Transformer<float>& model, const LoraConfig& config,
                                         std::uint64_t seed) {
    if (auto sound = checkConfig(config); !sound) {
        return tl::unexpected(sound.error());
    }
    const auto targets = targetSites(model, config);
    if (!targets) {
        return tl::unexpected(targets.error());
    }
    const std::size_t own = model.parameters().entries().size();
    std::vector<LoraSite> sites;
    for (const WeightSite& site : *targets) {
        const auto adapter =
            std::make_shared<LoraAttachment<float>>(site, config, seed, sites.size());
        if (auto attached = model.attach(site.name, adapter); !attached) {
            model.detachAll();
            return tl::unexpected(attached.error());
        }
        sites.push_back({site, adapter});
    }
    for (std::size_t i = 0; i < own; ++i) {
        model.parameters().setTrainable(i, false);
    }
    return sites;
}

void mergeLora(Transformer<float>& model, const std::vector<LoraSite>& sites) {
    Parameters<float>& parameters = model.parameters();
    for (const LoraSite& site : sites) {
        const auto weight = parameters.find(site.site.name + ".weight");
        const auto own = parameters.find(site.site.name + ".lora_a");
        if (weight && own && !site.adapter->merged()) {
            const OwnSpans<const float> spans(parameters.entries().data() + *own, parameters.all());
            site.adapter->merge(spans, parameters.values(*weight));
        }
    }
}

Transformer<float> withAdapters(const Transformer<float>& model,
                                const std::vector<LoraSite>& sites) {
    Transformer<float> plain = model.clone();
    const Parameters<float>& from = model.parameters();
    for (const LoraSite& site : sites) {
        const auto own = from.find(site.site.name + ".lora_a");
        const auto weight = plain.parameters().find(site.site.name + ".weight");
        if (own && weight && !site.adapter->merged()) {
            const OwnSpans<const float> spans(from.entries().data() + *own, from.all());
            site.adapter->addTo(spans, plain.parameters().values(*weight));
        }
    }
    return plain;
}

}  // namespace zeropoint
