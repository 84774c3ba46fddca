// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zeropoint {

/// How a library writes the one equation.
enum class ConventionShape {
    ZeroPoint,  ///< x' = scale * (q - zero_point): PyTorch, ONNX, TFLite
    Offset,     ///< x' = scale * (q + offset), the offset 0 or negative: AIMET
    Minimum,    ///< x' = scale * q + minimum, a real number: GGUF *_1, MLX
    ScaleOnly,  ///< x' = scale * q: TensorRT
};

/// One quantizer as a library writes it.
struct ConventionForm {
    std::string_view library;  ///< "PyTorch"
    ConventionShape shape = ConventionShape::ZeroPoint;
    double scale = 1;
    double second = 0;           ///< zero point, offset or minimum; unused for ScaleOnly
    std::int32_t codeShift = 0;  ///< the library's code is ours + codeShift
    std::string equation;        ///< with the numbers in it: "x' = 0.5 * (q - 3)"
    std::string text;            ///< to be copied: a call or a pair of attributes
};

/// The quantizer of an integer scheme in every library that can hold it: TensorRT has no zero
/// points and leaves asymmetric ones out; only int8 and uint8 have PyTorch and TFLite types; ONNX
/// has 4, 8 and 16 bits, GGUF's codes with a minimum 4 and 5 (Q4_1, Q5_1: ggml-common.h, with d and
/// m in FP16, so that they differ from ours by part of a step), MLX 2 to 6 and 8. Empty for formats
/// that are not integers.
std::vector<ConventionForm> conventionForms(const QuantParams& params, const QuantScheme& scheme);

/// The real value of one of *our* codes, by the library's own equation: the proof that a form says
/// the same.
double evaluate(const ConventionForm& form, std::int64_t code);
/// The largest difference between the library's equation and ours over every code, in steps.
double largestDifference(const ConventionForm& form, const QuantParams& params,
                         const CodeRange& codes);

}  // namespace zeropoint
