// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"
#include "core/nn/transformer.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace zeropoint {

/// What a folder of adapters is made of.
struct AdapterExport {
    const Transformer<float>* base = nullptr;   ///< what the adapters stand beside
    const Transformer<float>* tuned = nullptr;  ///< with the adapters added
    std::string baseName;                       ///< by which its reader finds the base
    /// How the base is stored beside them where it is not as the name says: "nf4, blocks of 64".
    std::string storedAs = {};
    /// That of the training, where it is known: what a difference has more is none of its adapters.
    std::optional<std::size_t> rank = {};
};

struct AdapterReport {
    std::size_t layers = 0;   ///< matrices that differ
    std::size_t rank = 0;     ///< the largest of their differences
    std::uint64_t bytes = 0;  ///< of adapter_model.safetensors
    std::string storedAs;     ///< as AdapterExport has it
};

/// Writes what a fine-tuning with adapters added to a model as a folder that the PEFT library
/// reads: adapter_config.json and adapter_model.safetensors with
/// base_model.model.SITE.lora_A.weight [rank, in] and .lora_B.weight [out, rank]. The factors come
/// from the singular value decomposition of tuned - base, so that base + B A is the tuned weight to
/// rounding (alpha equals the rank). PEFT's configuration has no place for `storedAs`: it stands in
/// the file's metadata under "zeropoint.base". `folder` appears whole or not at all and must not be
/// there.
///
/// InvalidArgument where the two are not models of one configuration, where nothing differs, where
/// a parameter differs that an adapter cannot hold (a bias, a norm, an embedding), and where a
/// difference has more than the given rank, or without one more than half of the full: that is no
/// adapter. WriteFailed, Cancelled.
Result<AdapterReport> writePeftAdapter(const std::string& folder, const AdapterExport& adapters,
                                       const Execution& execution = {});

/// The same of a run that trained adapters: `adapters.base` is the model that it started from, and
/// QLoRA's stand beside what NF4 made of it.
Result<AdapterReport> writeRunAdapter(const std::string& folder, const RunSpec& run,
                                      AdapterExport adapters, const Execution& execution = {});

}  // namespace zeropoint
