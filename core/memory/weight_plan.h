// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/gguf_mix.h"
#include "core/memory/stored_format.h"
#include "core/memory/weight_shapes.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zeropoint {

/// Which weight is stored how. From the general to the particular: all parameters at so many
/// bytes; a GGUF mix; or one format for the linear layers and another for the rest; then roles.
struct WeightPlan {
    double bytesPerParameter = 0;  ///< above 0: nothing else counts
    const GgufMix* mix = nullptr;
    bool importanceMatrix = false;
    StoredFormat linear;
    StoredFormat rest;  ///< embedding, head, norms, biases, routers
    std::map<WeightRole, StoredFormat> own;
    /// Of one layer (-1: outside the layers), before all others.
    std::map<std::pair<WeightRole, int>, StoredFormat> ownOfLayer;
};

/// A plan by the name of a format: a GGUF label or type is a mix; a float format of 16 or more bits
/// is that for every parameter; any other quantizes the linear layers and leaves the rest in BF16.
/// `form` gives the groups, scales and zero points of formats that have them. NotFound.
Result<WeightPlan> planOf(std::string_view format, const StoredFormat& form = {});

/// The format of a weight under a plan whose bytes go by formats. NotFound.
Result<StoredFormat> formatOf(const WeightPlan& plan, const WeightShape& shape,
                              const Architecture& architecture);

/// Bytes that share a format.
struct FormatShare {
    std::string format;
    std::int64_t parameters = 0;
    std::int64_t bytes = 0;
};

struct WeightBytes {
    std::int64_t total = 0;
    std::int64_t perToken = 0;  ///< read for one token: active experts, one row of the embedding
    std::int64_t largestMatrix = 0;   ///< parameters of the largest linear matrix
    std::vector<FormatShare> shares;  ///< by format, in the order in which they are met
};

/// InvalidArgument where a format's blocks do not fill the rows of a matrix.
Result<WeightBytes> weightBytes(const Architecture& architecture,
                                const std::vector<WeightShape>& shapes, const WeightPlan& plan);

/// The same for a bare count of parameters: the linear format's codes, scales and zero points.
/// InvalidArgument for a mix of types, which goes by matrices.
Result<WeightBytes> weightBytes(std::int64_t parameters, const WeightPlan& plan);

}  // namespace zeropoint
