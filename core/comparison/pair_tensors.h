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
    std::int64_t headSize = 0;  ///< outputs of a head, where their order differs; else 0
    /// With a headSize: A has the two halves of q's and k's heads side by side, or the queries of
    /// each key head beside its key and value; else B has.
    bool otherOrderInA = false;
    /// Above 0: the heads of a joined matrix of q, k and v are in another order, so many queries
    /// to a key head on one side, all queries before all keys before all values on the other.
    std::int64_t queriesPerKey = 0;
    bool outputsInRows = true;  ///< of A, which is where the heads are
    float addToA = 0;           ///< what a side's values lack of what the model uses
    float addToB = 0;
};

/// What of a tensor takes part in a pair.
struct TensorPart {
    std::int64_t first = -1;  ///< a place of the first axis; -1: all of the tensor
    std::int64_t rows = 0;    ///< of a joined matrix, from there on; 0: an expert of a stack

    bool isWhole() const { return first < 0; }
};

struct TensorPair {
    std::size_t a = 0;  ///< indices of the tensors in their files
    std::size_t b = 0;
    MatchedBy by = MatchedBy::Name;
    Arrangement arrangement;
    TensorPart partOfA;
    TensorPart partOfB;
    std::string whyNot;  ///< not empty: they cannot be compared, for this reason
};

/// The tensors of two files of one model that stand for each other, in the order of A, and those
/// that are alone.
struct Pairing {
    std::vector<TensorPair> pairs;
    std::vector<std::size_t> onlyInA;
    std::vector<std::size_t> onlyInB;
};

/// The shape that takes part: a tensor's, that of one expert of a stack, or of some rows.
Shape shapeOf(const TensorInfo& info, const TensorPart& part);

/// What a side gives to a pair: a tensor, an expert of a stack, then called "NAME[3]", or rows of a
/// joined matrix, then called "NAME[0:768]".
TensorInfo infoOfA(const ModelSide& a, const TensorPair& pair);
TensorInfo infoOfB(const ModelSide& b, const TensorPair& pair);

/// Whether a tensor of this name takes part.
using NameFilter = std::function<bool(const std::string&)>;

/// Pairs by the user's map first, then equal names, then the known names of the Llama, Qwen,
/// Gemma, Phi and GPT-2 families, with experts that stand alone in one file and in a stack in the
/// other (GGUF's ffn_up_exps) and q, k and v, or gate and up, that are one matrix in the other
/// (attn_qkv, Phi-3's ffn_up), then matrices of a shape that stands once in each file. Reads no
/// values. NotFound when the map names a tensor that is not there.
Result<Pairing> pairTensors(const ModelSide& a, const ModelSide& b, const NameMap& map = {},
                            const NameFilter& filter = {});

/// The row of the interleaved side at which row `row` of the half-split side stands
/// (llama.cpp, convert_hf_to_gguf.py, LlamaModel.permute), and the other way round.
std::int64_t interleavedRow(std::int64_t row, std::int64_t headSize);
std::int64_t halfSplitRow(std::int64_t row, std::int64_t headSize);

/// The row of a joined matrix that has each key head's queries, key and value together (Falcon,
/// GPT-NeoX) at which row `row` of one with all queries, keys and values apart stands, and the
/// other way round (llama.cpp, conversion of FalconModel). `rows`: of the matrix.
std::int64_t groupedRow(std::int64_t row, std::int64_t rows, std::int64_t headSize,
                        std::int64_t queriesPerKey);
std::int64_t apartRow(std::int64_t row, std::int64_t rows, std::int64_t headSize,
                      std::int64_t queriesPerKey);

}  // namespace zeropoint
