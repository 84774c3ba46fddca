// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"
#include "core/methods/ptq/ptq.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zeropoint {

/// Writes a quantized model as a .safetensors file whose tensors take exactly
/// `quantized.size.bytes()` bytes. The weight of a site S stands as
/// core/files/packed/stored_scheme.h says, so that opening the file gives S.weight with the values
/// that the model uses. A site may also have
///   S.input_scale (F16): a factor of each input column, by which the input is divided
///   S.input.scale, or its parts, and S.input.zero_point (U8, packed) of a static range
///   S.bias_codes (I32) for integer biases; a checkpoint has their values as S.bias (F32) instead
/// and everything else stands under its own name in the format of the rest. The recipe and the
/// model's configuration are metadata; with the `metadata` of a checkpoint
/// (core/training/checkpoint_metadata.h), which makes it one, loadCheckpoint opens the file too.
/// Returns the size of the file; errors as writeWeights.
Result<std::uint64_t> writeQuantizedModel(
    const std::string& path, const QuantizedModel& quantized, const Execution& execution = {},
    const std::vector<std::pair<std::string, std::string>>& metadata = {});

/// Under which a file's metadata have the recipe that made it.
inline constexpr std::string_view recipeKey = "zeropoint.recipe";

/// What a file of packed codes says of itself.
struct PackedModel {
    QuantRecipe recipe;
    std::uint64_t bytes = 0;  ///< of its tensors
};

/// Nothing for a file that names no recipe; errors as quantRecipeFromJson.
Result<std::optional<PackedModel>> packedModelOf(const WeightFile& file);

}  // namespace zeropoint
