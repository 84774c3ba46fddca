// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/cross_entropy.h"

#include "core/nn/fast_math.h"
#include "core/nn/lanes.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// -ln softmax(logits)[target]; writes the gradient row when there is one.
template <typename T>
double scoreRow(const T* logits, std::size_t outputs, std::size_t target, T scale, T* gradient) {
    const T largest = laneMax(logits, outputs);
    const T sum =
        laneSum<T>(outputs, [=](std::size_t i) { return fastDecay(logits[i] - largest); });
    if (gradient != nullptr) {
        const T factor = scale / sum;
        for (std::size_t i = 0; i < outputs; ++i) {
            gradient[i] = fastDecay(logits[i] - largest) * factor;
        }
        gradient[target] -= scale;
    }
    return std::log(static_cast<double>(sum)) -
           (static_cast<double>(logits[target]) - static_cast<double>(largest));
}

}  // namespace

Score& Score::operator+=(const Score& other) {
    loss += other.loss;
    positions += other.positions;
    correct += other.correct;
    sequences += other.sequences;
    wholeSequences += other.wholeSequences;
    unknown += other.unknown;
    return *this;
}

double Score::meanLoss() const {
    const std::size_t answered = positions - unknown;
    return answered == 0 ? 0.0 : loss / static_cast<double>(answered);
}
double Score::accuracy() const {
    return share(correct, positions);
}
double Score::wholeAccuracy() const {
    return share(wholeSequences, sequences);
}

std::size_t countedTargets(std::span<const std::int32_t> targets) {
    return static_cast<std::size_t>(
        std::count_if(targets.begin(), targets.end(), [](std::int32_t t) { return t >= 0; }));
}

template <typename T>
Score crossEntropy(std::span<const T> logits, std::span<const std::int32_t> targets,
                   std::size_t outputs, std::size_t length, T gradientScale,
                   std::span<T> gradient) {
    Score score;
    bool whole = true;
    for (std::size_t r = 0; r < targets.size(); ++r) {
        const T* row = logits.data() + r * outputs;
        T* gradientRow = gradient.empty() ? nullptr : gradient.data() + r * outputs;
        if (targets[r] >= 0) {
            const auto target = static_cast<std::size_t>(targets[r]);
            score.loss += scoreRow(row, outputs, target, gradientScale, gradientRow);
            ++score.positions;
            const bool right =
                static_cast<std::size_t>(std::max_element(row, row + outputs) - row) == target;
            score.correct += right ? 1 : 0;
            whole = whole && right;
        } else if (gradientRow != nullptr) {
            std::fill_n(gradientRow, outputs, T(0));
        }
        if (targets[r] == unknownTarget) {
            ++score.positions;
            ++score.unknown;
            whole = false;
        }
        if ((r + 1) % length == 0) {
            ++score.sequences;
            score.wholeSequences += whole ? 1 : 0;
            whole = true;
        }
    }
    return score;
}

#define ZEROPOINT_INSTANTIATE(T)                                                                   \
    template Score crossEntropy<T>(std::span<const T>, std::span<const std::int32_t>, std::size_t, \
                                   std::size_t, T, std::span<T>);
ZEROPOINT_INSTANTIATE(float)
ZEROPOINT_INSTANTIATE(double)
#undef ZEROPOINT_INSTANTIATE

}  // namespace zeropoint
