// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace zeropoint {

/// What a model's config.json says of its quantization ("quantization_config" of Hugging Face's
/// libraries, "quantization" of MLX); what is not there stays empty.
struct QuantConfig {
    std::string method;            ///< "gptq", "awq", "compressed-tensors", "fp8", "mlx", ...
    std::string checkpointFormat;  ///< "gptq_v2": zero points are stored as they are
    std::string version{};         ///< of AWQ's layout: "gemm", "gemv", "marlin"
    std::optional<std::int64_t> bits{};
    std::optional<std::int64_t> group{};  ///< -1: whole rows
    std::optional<std::int64_t> blockRows{};
    std::optional<std::int64_t> blockColumns{};
    std::string mode{};  ///< of MLX: "affine", "mxfp4", "mxfp8", "nvfp4"
    struct Layer {
        std::optional<std::int64_t> bits{};
        std::optional<std::int64_t> group{};
        std::string mode{};
    };
    std::string unread{};  ///< the file beside the model that should say it and cannot be read
    std::map<std::string, Layer, std::less<>> layers{};  ///< those of MLX that differ, by name

    /// The bits, the group and the mode of one layer.
    Layer of(std::string_view layer) const {
        const auto found = layers.find(layer);
        return found == layers.end() ? Layer{bits, group, mode} : found->second;
    }
};

/// Of the config.json (or quantize_config.json) in a folder; empty where
/// there is none, or none that speaks of quantization, but for `unread`.
QuantConfig readQuantConfig(const std::string& folder);

}  // namespace zeropoint
