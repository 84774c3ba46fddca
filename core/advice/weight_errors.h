// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/tensor_place.h"
#include "core/files/weight_file.h"
#include "core/memory/stored_format.h"
#include "core/metrics/left_out.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// A way to store one matrix: how it is quantized, and what that takes.
struct MatrixFormat {
    std::string id;       ///< "q4_k", "int4/group:32"
    QuantScheme scheme;   ///< whose error is measured
    StoredFormat stored;  ///< whose bytes are counted
};

/// All that are compared: the block formats that quantize here, and codes with scales of 16 bits.
std::span<const MatrixFormat> matrixFormats();
/// Its place among them; -1 when it is none. "f32" is none: it is exact.
int matrixFormatIndex(std::string_view id);
/// Whether its blocks fill rows of so many values.
bool fillsRows(const MatrixFormat& format, std::int64_t columns);

/// What one tensor loses under each format.
struct TensorErrors {
    std::string name;
    TensorPlace place;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    LeftOut leftOut;             ///< values that are not finite and in no figure
    double signal = 0;           ///< sum of x^2 over its finite values
    std::vector<double> errors;  ///< sum of (x - x')^2 by matrixFormats(); NaN: not measured
};

struct WeightErrors {
    std::vector<TensorErrors> tensors;
    std::size_t unplaced = 0;     ///< weights whose names tell no role: left out
    bool requantized = false;     ///< some are stored quantized: the errors are beside those
    std::int64_t parameters = 0;  ///< of the tensors that were measured
    LeftOut leftOut;              ///< of all of them
};

/// Reads the weights of a file one after the other and measures each, outputs by inputs however it
/// is stored, under the formats that fill its rows. Tied tensors count once. Failures of reading,
/// Cancelled; NotFound where no weight has a name that tells its role.
Result<WeightErrors> measureWeights(const WeightFile& file, const Execution& execution = {});

}  // namespace zeropoint
