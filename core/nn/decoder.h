// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/transformer.h"
#include "core/support/random.h"

#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

/// Continues one sequence token by token. The keys and values of the positions so far are kept in
/// a cache, so that a token costs one row through the model instead of the whole sequence again.
/// The model must be causal with token input, prepared, and must outlive the decoder unchanged.
template <typename T>
class Decoder {
public:
    explicit Decoder(const Transformer<T>& model);

    /// Begins a new sequence.
    void reset();
    /// Takes in the next token; returns the logits [outputs] of the one after it, valid until the
    /// next call. When the context is full the older half is forgotten: positions are learned and
    /// absolute, so the younger half is taken through the model again from position 0.
    std::span<const T> feed(std::int32_t token);

    std::size_t position() const { return m_tokens.size(); }
    /// Keys (or values) of a layer so far, [position, width].
    std::span<const T> keys(std::size_t layer) const;
    std::span<const T> values(std::size_t layer) const;
    /// Bytes of the cache for a full context: 2 * layers * context * width * sizeof(T).
    std::size_t cacheBytes() const;

private:
    void attend(std::size_t layer, std::span<const T> q, std::span<T> out);
    void takeIn(std::int32_t token);

    const Transformer<T>* m_model;
    std::vector<std::int32_t> m_tokens;    ///< in the cache
    std::vector<AlignedVector<T>> m_keys;  ///< one for each layer, [context, width]
    std::vector<AlignedVector<T>> m_values;
    Arena m_arena;
    std::vector<T> m_logits;
};

struct SamplingConfig {
    double temperature = 0.8;  ///< 0: always the likeliest token
    std::size_t topK = 0;      ///< only the k likeliest; 0: all
};

/// Draws a token from softmax(logits / temperature).
template <typename T>
std::int32_t sampleToken(std::span<const T> logits, const SamplingConfig& config, Random& random);

/// prompt (not empty) -> `count` tokens after it. Returns early when asked to stop.
std::vector<std::int32_t> generate(const Transformer<float>& model,
                                   std::span<const std::int32_t> prompt, std::size_t count,
                                   const SamplingConfig& config, std::uint64_t seed,
                                   const std::stop_token& stop = {});

extern template class Decoder<float>;
extern template class Decoder<double>;

}  // namespace zeropoint
