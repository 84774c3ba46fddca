// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

/// Scales that are themselves quantized, as QLoRA does it (Dettmers et al. 2023, section 3): less
/// their mean, as FP8 E4M3 codes with one FP32 scale for each `block` of them. bitsandbytes uses an
/// 8-bit code book of its own in that place: same size, other last digits. A scale of 0 is that of
/// a unit of zeros: it takes no part in mean and factors, and the code that is NaN in E4M3 stands
/// for it.
struct DoubleQuantization {
    std::vector<std::uint8_t> codes;  ///< one a scale
    std::vector<float> factors;       ///< one a block of scales; the last block may be shorter
    float mean = 0;                   ///< of all scales above 0
    std::size_t block = 256;          ///< 1 or more

    /// A scale as it is read back: above 0 where the scale was, 0 where it was 0.
    float at(std::size_t index) const;
    std::size_t bytes() const;
};

/// Scales are finite and not negative. Those above 0 get codes that read back above 0: where
/// rounding would end at zero or below, as a scale far under the mean may, the next code above is
/// taken.
DoubleQuantization doubleQuantize(std::span<const float> scales, std::size_t block);

}  // namespace zeropoint
