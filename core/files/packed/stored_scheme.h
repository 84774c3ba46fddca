// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantization/quantize.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/tensor/tensor.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zeropoint {

/// How a weight that we quantized stands in a file (.safetensors or .npz). The entry
/// packedPrefix + NAME of the metadata holds this as JSON, the weight stands in tensors beside it:
///
/// - NAME.codes: of 8 and 16 bits in the shape of the weight, in a dtype of that width; of other
///   widths U8, one stream of bits (core/quantization/packed_codes.h);
/// - NAME.scale: one a unit, in the scheme's scale format; doubly quantized scales as
///   NAME.scale_codes (FP8 E4M3), NAME.second_scale (F32) and NAME.scale_mean (F32);
/// - NAME.zero_point, where the scheme is asymmetric: as wide as the codes and stored as they are;
/// - NAME.real_zero in its place where zero points are real numbers (HQQ): one a unit, in a format
///   of scales, x' = scale * (q - zero) in float32;
/// - block formats: NAME.blocks (U8, the bytes of each row) and, of NVFP4, NAME.tensor_scale (F32).
///
/// A dtype that an .npz has not is stored as the unsigned integers of its width.
struct StoredScheme {
    /// Only format, symmetry, granularity and the format of scales: what reading back takes.
    QuantScheme scheme;
    Shape shape;
    std::int32_t zeroPoint = 0;  ///< of all units, where a symmetric scheme has unsigned codes
    std::optional<ScaleFormat> realZero = std::nullopt;  ///< how real zero points are stored
};

/// Of a weight that is to be written; the scheme is one that can be chosen.
StoredScheme storedScheme(const QuantScheme& scheme, const Shape& shape);

inline constexpr std::string_view packedPrefix = "zeropoint.packed.";

std::string toJson(const StoredScheme& stored);

/// Malformed where the text is not of this form, names formats that there are not, or has counts
/// that cannot be.
Result<StoredScheme> storedSchemeFromJson(std::string_view text, const std::string& where);

}  // namespace zeropoint
