// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibrate.h"
#include "core/scheme/affine.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

/// A weight [out, in] as it is stored, and the values that are read back from it. One of:
///   codes and params               x' = scale * (q - zeroPoint), or what a float or code-book
///                                  format's code stands for times scale
///   codes, params and realZeros    x' = scale * (q - realZero) in float32 (HQQ)
///   blocks                         a block format's bytes
struct QuantizedWeight {
    Shape shape;
    QuantScheme scheme;
    std::vector<std::int32_t> codes;
    std::vector<QuantParams> params;  ///< one a unit of the scheme's granularity
    DoubleQuantization doubled;       ///< how the scales of `params` are stored, if doubly
    std::vector<float> realZeros;     ///< one a unit, or empty
    std::vector<std::byte> blocks;
    float tensorScale = 1;      ///< NVFP4's factor of the whole tensor
    std::vector<float> values;  ///< [out, in]: what the product uses

    std::size_t out() const { return static_cast<std::size_t>(shape[0]); }
    std::size_t in() const { return static_cast<std::size_t>(shape[1]); }
};

/// Round-to-nearest: scales from the scheme's range method, then the nearest code of each value.
/// Block formats must divide the rows. Fails as calibrate, quantize and quantizeBlocks do.
Result<QuantizedWeight> roundWeight(const Tensor& weight, const QuantScheme& scheme,
                                    const Execution& execution = {});

/// The stored form of codes that a method chose for params and their doubly quantized scales;
/// fills `values`.
Result<QuantizedWeight> weightOfCodes(const Shape& shape, const QuantScheme& scheme,
                                      std::vector<std::int32_t> codes,
                                      std::vector<QuantParams> params, DoubleQuantization doubled);

/// The values that the stored form stands for, decoded anew.
Result<std::vector<float>> decodeWeight(const QuantizedWeight& weight);

/// 10 log10(sum x^2 / sum (x - x')^2), accumulated in double; infinite when equal.
double signalToNoiseDb(std::span<const float> exact, std::span<const float> changed);

}  // namespace zeropoint
