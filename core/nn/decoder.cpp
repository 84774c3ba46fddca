// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/decoder.h"

#include "core/nn/embedding.h"
#include "core/nn/lanes.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace zeropoint {
namespace {

template <typename T>
std::span<T> normRow(const TransformerConfig& config, std::span<const T> x,
                     std::span<const T> weight, std::span<const T> bias, Arena& arena) {
    const std::span<T> y = arena.take<T>(x.size());
    normForward<T>(config.norm, x, weight, bias, y, {arena.take<T>(1), arena.take<T>(1)});
    return y;
}

/// x += layer(input)
template <typename T>
void addLinear(const Linear<T>& layer, std::span<const T> input, std::span<T> x, Arena& arena) {
    const std::span<T> y = arena.take<T>(layer.out);
    linearForward<T>(layer, {}, input, y, arena);
    for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] += y[i];
    }
}

}  // namespace

template <typename T>
Decoder<T>::Decoder(const Transformer<T>& model) : m_model(&model) {
    const TransformerConfig& config = model.config();
    const AlignedVector<T> empty(config.context * config.width);
    m_keys.assign(config.layers, empty);
    m_values.assign(config.layers, empty);
    m_logits.resize(config.outputs);
    m_tokens.reserve(config.context);
}

template <typename T>
void Decoder<T>::reset() {
    m_tokens.clear();
}

template <typename T>
std::span<const T> Decoder<T>::keys(std::size_t layer) const {
    return std::span<const T>(m_keys[layer]).first(m_tokens.size() * m_model->config().width);
}
template <typename T>
std::span<const T> Decoder<T>::values(std::size_t layer) const {
    return std::span<const T>(m_values[layer]).first(m_tokens.size() * m_model->config().width);
}
template <typename T>
std::size_t Decoder<T>::cacheBytes() const {
    const TransformerConfig& config = m_model->config();
    return 2 * config.layers * config.context * config.width * sizeof(T);
}

template <typename T>
std::span<const T> Decoder<T>::feed(std::int32_t token) {
    const std::size_t context = m_model->config().context;
    if (m_tokens.size() == context) {
        const auto younger = static_cast<std::ptrdiff_t>(context - context / 2);
        const std::vector<std::int32_t> again(m_tokens.begin() + younger, m_tokens.end());
        m_tokens.clear();
        for (const std::int32_t kept : again) {
            takeIn(kept);
        }
    }
    takeIn(token);
    return m_logits;
}

/// One query row [width] over the cached rows, this position's included.
template <typename T>
void Decoder<T>::attend(std::size_t layer, std::span<const T> q, std::span<T> out) {
    const TransformerConfig& config = m_model->config();
    const std::size_t headWidth = config.width / config.heads;
    const std::size_t seen = m_tokens.size();
    const std::span<T> weights = m_arena.take<T>(seen);
    const T scale = T(1) / std::sqrt(static_cast<T>(headWidth));
    for (std::size_t begin = 0; begin < config.width; begin += headWidth) {
        const T* query = q.data() + begin;
        for (std::size_t t = 0; t < seen; ++t) {
            const T* key = m_keys[layer].data() + t * config.width + begin;
            weights[t] =
                scale * laneSum<T>(headWidth, [=](std::size_t i) { return query[i] * key[i]; });
        }
        softmaxRow(weights, seen);
        std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(begin), headWidth, T(0));
        for (std::size_t t = 0; t < seen; ++t) {
            const T* value = m_values[layer].data() + t * config.width + begin;
            for (std::size_t i = 0; i < headWidth; ++i) {
                out[begin + i] += weights[t] * value[i];
            }
        }
    }
}

template <typename T>
void Decoder<T>::takeIn(std::int32_t token) {
    const TransformerConfig& config = m_model->config();
    const std::size_t width = config.width;
    const std::size_t position = m_tokens.size();
    m_tokens.push_back(token);
    m_arena.reset();
    const std::span<T> x = m_arena.take<T>(width);
    embeddingForward<T>(std::span<const std::int32_t>(&token, 1), 1, m_model->tokenTable(),
                        m_model->positionTable().subspan(position * width, width), width, x);
    for (std::size_t layer = 0; layer < config.layers; ++layer) {
        const Block<T>& block = m_model->block(layer);
        const auto row = [&](AlignedVector<T>& cache) {
            return std::span<T>(cache).subspan(position * width, width);
        };
        const std::span<T> norm1 =
            normRow<T>(config, x, block.norm1Weight, block.norm1Bias, m_arena);
        const std::span<T> q = m_arena.take<T>(width);
        linearForward<T>(block.q, {}, norm1, q, m_arena);
        linearForward<T>(block.k, {}, norm1, row(m_keys[layer]), m_arena);
        linearForward<T>(block.v, {}, norm1, row(m_values[layer]), m_arena);
        const std::span<T> context = m_arena.take<T>(width);
        attend(layer, q, context);
        addLinear<T>(block.o, context, x, m_arena);
        const std::span<T> norm2 =
            normRow<T>(config, x, block.norm2Weight, block.norm2Bias, m_arena);
        const std::span<T> hidden = m_arena.take<T>(block.ff1.out);
        linearForward<T>(block.ff1, {}, norm2, hidden, m_arena);
        activationForward<T>(config.activation, hidden, hidden, {});
        addLinear<T>(block.ff2, hidden, x, m_arena);
    }
    const std::span<T> out =
        normRow<T>(config, x, m_model->finalNormWeight(), m_model->finalNormBias(), m_arena);
    linearForward<T>(m_model->head(), {}, out, m_logits, m_arena);
}

template <typename T>
std::int32_t sampleToken(std::span<const T> logits, const SamplingConfig& config, Random& random) {
    const auto largest = std::max_element(logits.begin(), logits.end());
    if (config.temperature <= 0) {
        return static_cast<std::int32_t>(largest - logits.begin());
    }
    std::vector<double> weights(logits.size());
    double floor = -INFINITY;
    if (config.topK > 0 && config.topK < logits.size()) {
        std::vector<T> sorted(logits.begin(), logits.end());
        const auto kth = sorted.begin() + static_cast<std::ptrdiff_t>(config.topK - 1);
        std::nth_element(sorted.begin(), kth, sorted.end(), std::greater<>());
        floor = static_cast<double>(*kth);
    }
    double total = 0;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        const auto logit = static_cast<double>(logits[i]);
        const double distance = (logit - static_cast<double>(*largest)) / config.temperature;
        weights[i] = logit < floor ? 0.0 : portableExp(std::max(distance, -700.0));
        total += weights[i];
    }
    double left = random.uniform() * total;
    std::size_t chosen = 0;
    while (chosen + 1 < weights.size() && (left >= weights[chosen] || weights[chosen] == 0)) {
        left -= weights[chosen];
        ++chosen;
    }
    return static_cast<std::int32_t>(chosen);
}

std::vector<std::int32_t> generate(const Transformer<float>& model,
                                   std::span<const std::int32_t> prompt, std::size_t count,
                                   const SamplingConfig& config, std::uint64_t seed,
                                   const std::stop_token& stop) {
    Decoder<float> decoder(model);
    Random random(seed);
    std::span<const float> logits;
    for (const std::int32_t token : prompt) {
        logits = decoder.feed(token);
    }
    std::vector<std::int32_t> tokens;
    while (tokens.size() < count && !logits.empty() && !stop.stop_requested()) {
        tokens.push_back(sampleToken(logits, config, random));
        logits = decoder.feed(tokens.back());
    }
    return tokens;
}

template class Decoder<float>;
template class Decoder<double>;
template std::int32_t sampleToken<float>(std::span<const float>, const SamplingConfig&, Random&);
template std::int32_t sampleToken<double>(std::span<const double>, const SamplingConfig&, Random&);

}  // namespace zeropoint
