// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/conversion_note.h"
#include "core/exchange/out_of_reach.h"
#include "core/exchange/quantized_file.h"
#include "core/files/gguf/gguf_writer.h"
#include "core/files/weight_file.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"

#include <cstddef>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace zeropoint {

/// A file of weights as a GGUF file.
struct GgufConversion {
    GgufOutput output;
    std::vector<std::size_t> quantized;  ///< indices of what is quantized anew
    std::vector<ConversionNote> notes;
    OutOfReachPtr outOfReach = std::make_shared<OutOfReach>();  ///< filled as the file is written
};

/// The GGUF type in which a scheme's weights stand: blocks by their own name, MXFP4 by its GGUF
/// layout, F16, BF16 and F32 for plain casts. Unsupported, naming the part, for every other.
Result<const GgufType*> ggufTypeOf(const QuantScheme& scheme);

/// Where rows do not fill a type's blocks: the type that llama.cpp's own converter takes instead
/// (TQ1_0, TQ2_0: Q4_0; then F16).
const GgufType& typeForRows(const GgufType& wanted, std::int64_t row);

/// Adds the keys by which programs know quantized files: general.file_type where llama.cpp has a
/// number for the type of most matrices (null: not known), general.quantization_version, which a
/// file with blocks must have.
void sayTypes(GgufOutput& output, const GgufType* most);

/// Plans the tensors `indices` of a file; nothing is read of their values yet.
///
/// A GGUF file keeps its keys, names and bytes; a folder of a known family (gguf_family.h) becomes
/// the GGUF file that llama.cpp runs, with vectors in F32; any other keeps its names, and its
/// metadata become keys beside an architecture "unknown", since one must be there. Without
/// `quantized` matrices stay in their type (one that GGUF has not becomes F32), with it weights
/// (core/files/weight_rule.h) go through it into `type`, but for those that llama.cpp reads
/// unquantized: routers, learned positions, convolutions.
Result<GgufConversion> planGguf(const std::shared_ptr<const WeightFile>& file,
                                std::span<const std::size_t> indices,
                                const QuantizedFile* quantized, const GgufType* type,
                                const std::stop_token& stop = {});

}  // namespace zeropoint
