// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace zeropoint {

constexpr std::int32_t ignoredTarget = -1;
/// A position that is scored and that no output answers: a character which the model's alphabet
/// does not have. It counts as wrong and has no loss.
constexpr std::int32_t unknownTarget = -2;

/// What a pass over some sequences scored. Sums, so that shards add up; `loss` is the sum of
/// -ln p(target) in nats over the counted positions that have an answer.
struct Score {
    double loss = 0;
    std::size_t positions = 0;  ///< counted: those with a target
    std::size_t correct = 0;    ///< the largest logit is the target's (the first of equals)
    std::size_t sequences = 0;
    std::size_t wholeSequences = 0;  ///< sequences with every counted position correct
    std::size_t unknown = 0;         ///< counted positions with an unknownTarget

    Score& operator+=(const Score& other);
    double meanLoss() const;       ///< loss / (positions - unknown)
    double accuracy() const;       ///< correct / positions
    double wholeAccuracy() const;  ///< wholeSequences / sequences
};

/// Positions of `targets` that have a loss.
std::size_t countedTargets(std::span<const std::int32_t> targets);

/// Softmax cross-entropy. logits [rows, outputs], row r = position r % length of its sequence;
/// targets [rows], `ignoredTarget`, `unknownTarget` or in [0, outputs). gradient [rows, outputs]
/// (empty: not wanted) = (softmax(logits) - onehot(target)) * gradientScale, 0 in rows without a
/// loss. For the mean
/// over a batch gradientScale is 1 / (counted positions of the whole batch).
template <typename T>
Score crossEntropy(std::span<const T> logits, std::span<const std::int32_t> targets,
                   std::size_t outputs, std::size_t length, T gradientScale, std::span<T> gradient);

}  // namespace zeropoint
