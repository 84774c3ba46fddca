// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dropout.h"

#include "core/support/random.h"

#include <algorithm>

namespace zeropoint {
namespace {

// One 64-bit number decides four values: a rate is kept to 1/65536.
constexpr std::uint64_t drawBits = 16;
constexpr std::uint64_t drawRange = std::uint64_t{1} << drawBits;
constexpr std::size_t drawsPerNumber = 64 / drawBits;

std::uint64_t streamOf(const DropoutKey& key, std::uint64_t sequence) {
    // Odd multipliers keep the streams of neighbouring steps, sites and sequences apart.
    return key.step * 0x9E3779B97F4A7C15U + key.site * 0xC2B2AE3D27D4EB4FU +
           sequence * 0x165667B19E3779F9U;
}

}  // namespace

template <typename T>
void dropoutForward(double rate, const DropoutKey& key, std::size_t perSequence,
                    std::span<T> values, std::span<T> mask) {
    const auto threshold = static_cast<std::uint64_t>(rate * static_cast<double>(drawRange) + 0.5);
    const T kept = static_cast<T>(1.0 / (1.0 - rate));
    for (std::size_t begin = 0; begin < values.size(); begin += perSequence) {
        Random random(key.seed, streamOf(key, key.sequence + begin / perSequence));
        const std::size_t end = std::min(begin + perSequence, values.size());
        std::uint64_t bits = 0;
        for (std::size_t i = begin; i < end; ++i) {
            bits = (i - begin) % drawsPerNumber == 0 ? random.next() : bits >> drawBits;
            mask[i] = (bits & (drawRange - 1)) < threshold ? T(0) : kept;
            values[i] *= mask[i];
        }
    }
}

template <typename T>
void dropoutBackward(std::span<const T> mask, std::span<T> gradient) {
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        gradient[i] *= mask[i];
    }
}

#define ZEROPOINT_INSTANTIATE(T)                                                          \
    template void dropoutForward<T>(double, const DropoutKey&, std::size_t, std::span<T>, \
                                    std::span<T>);                                        \
    template void dropoutBackward<T>(std::span<const T>, std::span<T>);
ZEROPOINT_INSTANTIATE(float)
ZEROPOINT_INSTANTIATE(double)
#undef ZEROPOINT_INSTANTIATE

}  // namespace zeropoint
