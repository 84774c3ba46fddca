// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "core/support/word.h"

namespace zeropoint {

/// How people write the settings of a scheme: options and JSON take the same words.
inline constexpr Word<RangeMethod::Kind> rangeWords[] = {
    {"minmax", RangeMethod::Kind::MinMax},
    {"percentile", RangeMethod::Kind::Percentile},
    {"mse", RangeMethod::Kind::Mse},
    {"entropy", RangeMethod::Kind::Entropy},
    {"aciq-gauss", RangeMethod::Kind::AciqGauss},
    {"aciq-laplace", RangeMethod::Kind::AciqLaplace},
    {"lp", RangeMethod::Kind::LpNorm},
    {"sigma", RangeMethod::Kind::MeanSigma},
    {"explicit", RangeMethod::Kind::Explicit},
};
inline constexpr Word<Granularity> granularityWords[] = {
    {"tensor", Granularity::Tensor},
    {"channel", Granularity::Channel},
    {"group", Granularity::Group},
};
inline constexpr Word<Rounding> roundingWords[] = {
    {"nearest-even", Rounding::NearestEven},
    {"half-away", Rounding::HalfAway},
    {"half-up", Rounding::HalfUp},
    {"stochastic", Rounding::Stochastic},
    {"floor", Rounding::Floor},
    {"ceil", Rounding::Ceil},
    {"toward-zero", Rounding::TowardZero},
};
inline constexpr Word<ScaleFormat> scaleFormatWords[] = {
    {"fp32", ScaleFormat::Fp32}, {"fp16", ScaleFormat::Fp16},     {"bf16", ScaleFormat::Bf16},
    {"e8m0", ScaleFormat::E8m0}, {"double", ScaleFormat::Double},
};
inline constexpr Word<OverflowRule> overflowWords[] = {
    {"usual", OverflowRule::Usual},
    {"saturate", OverflowRule::Saturate},
    {"special", OverflowRule::Special},
};
inline constexpr Word<ScaleRule> scaleRuleWords[] = {
    {"floor", ScaleRule::Floor},
    {"ceil", ScaleRule::Ceil},
    {"even", ScaleRule::Even},
};
inline constexpr Word<Convention> conventionWords[] = {
    {"zeropoint", Convention::Zeropoint}, {"pytorch", Convention::PyTorch},
    {"onnx", Convention::Onnx},           {"tflite", Convention::TfLite},
    {"tensorrt", Convention::TensorRt},   {"gguf", Convention::Gguf},
};

}  // namespace zeropoint
