// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"
#include "core/statistics/fine_histogram.h"

namespace zeropoint {

/// Entropy calibration as NVIDIA's TensorRT introduced it (Migacz, GTC 2017: "8-bit inference with
/// TensorRT") and ONNX Runtime's quantization tool follows it: the magnitudes are counted in 2048
/// bins; of these the first i are kept, as distribution P with everything beyond added to its last
/// bin; Q merges them into as many levels as the format has magnitudes (2^(bits-1); 2^bits for
/// one-sided data under an asymmetric scheme) and spreads each level evenly over its bins that are
/// not empty. The i with the least Kullback-Leibler divergence sum p log(p / q) wins; a bin where
/// only Q is empty counts as q = 1e-12. The range is the data's, cut to [-i bins, i bins]. Formats
/// with 2048 levels and more keep the full range.
RealRange entropyRange(const FineHistogram& histogram, int bits, bool symmetric);

}  // namespace zeropoint
