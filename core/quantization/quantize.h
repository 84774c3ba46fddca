// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibrate.h"
#include "core/scheme/affine.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstdint>
#include <vector>

namespace zeropoint {

/// A tensor as codes: one code a value in 32 bits, in the tensor's order (packing is the file's
/// business), with the parameters of each unit.
struct QuantizedTensor {
    Shape shape;
    QuantScheme scheme;
    std::vector<std::int32_t> codes;
    std::vector<QuantParams> params;
    std::size_t nanCount = 0;  ///< values that had no code and became the zero point
};

/// Unsupported for block formats, whose codes live in their blocks (quantizeToBlocks makes them).
Result<QuantizedTensor> quantize(const Tensor& tensor, const QuantScheme& scheme,
                                 const Calibration& calibration, const Execution& execution = {});

Result<Tensor> dequantize(const QuantizedTensor& quantized, const Execution& execution = {});

/// Quantizes and dequantizes in one pass without storing codes. Takes block formats too.
Result<Tensor> fakeQuantize(const Tensor& tensor, const QuantScheme& scheme,
                            const Calibration& calibration, const Execution& execution = {});

/// What the quantized tensor takes, to the byte: packed codes, scales and zero points.
/// A zero point takes as many bits as a code and only asymmetric schemes store it. All of a block
/// format counts as codes.
struct StoredSize {
    std::uint64_t codeBytes = 0;
    std::uint64_t scaleBytes = 0;
    std::uint64_t zeroPointBytes = 0;
    std::uint64_t bytes() const { return codeBytes + scaleBytes + zeroPointBytes; }
    double bitsPerWeight = 0;
};
StoredSize storedSize(const Shape& shape, const QuantScheme& scheme);

}  // namespace zeropoint
