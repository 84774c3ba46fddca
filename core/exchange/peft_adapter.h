// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/transformer.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace zeropoint {

struct AdapterReport {
    std::size_t layers = 0;   ///< matrices that differ
    std::size_t rank = 0;     ///< the largest of their differences
    std::uint64_t bytes = 0;  ///< of adapter_model.safetensors
};

/// Writes what a fine-tuning with adapters added to a model as a folder that the PEFT library
/// reads: adapter_config.json and adapter_model.safetensors with
/// base_model.model.SITE.lora_A.weight [rank, in] and .lora_B.weight [out, rank]. The factors come
/// from the singular value decomposition of tuned - base, so that base + B A is the tuned weight to
/// rounding (alpha equals the rank). `folder` appears whole or not at all and must not be there.
///
/// InvalidArgument where the two are not models of one configuration, where nothing differs, where
/// a parameter differs that an adapter cannot hold (a bias, a norm, an embedding), and where a
/// difference has more than half of the full rank: that is no adapter. WriteFailed, Cancelled.
Result<AdapterReport> writePeftAdapter(const std::string& folder, const Transformer<float>& base,
                                       const Transformer<float>& tuned, const std::string& baseName,
                                       const Execution& execution = {});

}  // namespace zeropoint
