// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/comparison/model_side.h"
#include "core/comparison/name_map.h"
#include "core/support/error.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace zeropoint {

/// How it was found that two tensors belong together.
enum class MatchedBy {
    Map,        ///< the user's own pair
    Name,       ///< the same name in both files
    KnownName,  ///< different names for the same part of a known family
    Only,       ///< each file holds one tensor
    Shape,      ///< a matrix whose shape stands once in each file
};

/// How the values of B follow each other where A's follow row by row.
struct Arrangement {
    bool transposed = false;    ///< a matrix's rows are the other's columns
    std::int64_t headSize = 0;  ///< outputs of a head of q or k, where their order differs; else 0
    bool interleavedInA = false;  ///< else in B, with a headSize
    bool outputsInRows = true;    ///< of A, which is where the heads are
    float addToA = 0;             ///< what a side's values lack of what the model uses
    float addToB = 0;
};

struct TensorPair {
    std::size_t a = 0;  ///< indices of the tensors in their files
    std::size_t b = 0;
    MatchedBy by = MatchedBy::Name;
    Arrangement arrangement;
    /// Not -1: one expert of a stack takes part, at this place of the first axis.
    std::int64_t expertOfA = -1;
    std::int64_t expertOfB = -1;
    std::string whyNot;  ///< not empty: they cannot be compared, for this reason
};

/// The tensors of two files of one model that stand for each other, in the order of A, and those
/// that are alone.
struct Pairing {
    std::vector<TensorPair> pairs;
    std::vector<std::size_t> onlyInA;
    std::vector<std::size_t> onlyInB;
};

/// The shape that takes part: a tensor's, or that of one expert of a stack.
Shape shapeOf(const TensorInfo& info, std::int64_t expert);

/// What a side gives to a pair: a tensor, or an expert of a stack, then called "NAME[3]".
TensorInfo infoOfA(const ModelSide& a, const TensorPair& pair);
TensorInfo infoOfB(const ModelSide& b, const TensorPair& pair);

/// Whether a tensor of this name takes part.
using NameFilter = std::function<bool(const std::string&)>;

/// Pairs by the user's map first, then equal names, then the known names of the Llama, Qwen,
/// Gemma, Phi and GPT-2 families, with experts that stand alone in one file and in a stack in the
/// other (GGUF's ffn_up_exps), then matrices of a shape that stands once in each file. Reads no
/// values. NotFound when the map names a tensor that is not there.
Result<Pairing> pairTensors(const ModelSide& a, const ModelSide& b, const NameMap& map = {},
                            const NameFilter& filter = {});

/// The row of the interleaved side at which row `row` of the half-split side stands
/// (llama.cpp, convert_hf_to_gguf.py, LlamaModel.permute), and the other way round.
std::int64_t interleavedRow(std::int64_t row, std::int64_t headSize);
std::int64_t halfSplitRow(std::int64_t row, std::int64_t headSize);

}  // namespace zeropoint
