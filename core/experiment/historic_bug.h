// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/nn/transformer.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <span>
#include <string_view>
#include <vector>

namespace zeropoint {

/// Mistakes that real libraries and worked examples have made, to be made again on purpose.
enum class HistoricBug {
    None,
    /// The file stores each zero point less one, wrapped into the code's bits; the reader does not
    /// add it again. (AutoGPTQ's packing.)
    ZeroPointOffByOne,
    /// The range is not widened to hold zero, so that the zero point lies outside of the codes; it
    /// is cut to the nearest code where it is stored.
    RangeWithoutZero,
    /// An asymmetric range is divided by the largest signed code, as a symmetric one is.
    SignedDivisor,
    /// Ties go up, where the other side of the conversion expects the even neighbour.
    TiesUp,
    /// Codes are counted from the lowest value, which was not moved so that zero is a code; the
    /// reader uses a whole zero point.
    NoNudge,
};

/// "zero-point-off-by-one": of files and lessons.
std::string_view bugName(HistoricBug bug);
std::span<const HistoricBug> historicBugs();  ///< without None

/// One scale and zero point for unsigned codes of `bits` (2 to 8) from min-max, as a bug makes
/// them: q = clamp(rint(x / s) + z, 0, 2^b - 1), x' = s (q - z), with s = (max - min) / (2^b - 1),
/// z = rint(-min / s) and a range that holds zero, but for what the bug does instead. In double.
struct BugGrid {
    HistoricBug bug = HistoricBug::None;
    double low = 0;     ///< where the range begins
    double scale = 0;   ///< 0 for a range of no width, in which nothing is quantized
    double zero = 0;    ///< the zero point with which codes are made
    double stored = 0;  ///< the one with which they are read
    double last = 0;    ///< code

    double codeOf(double x) const;
    double valueOf(double code) const { return scale * (code - stored); }
};
BugGrid bugGrid(double low, double high, int bits, HistoricBug bug);

/// Values through the grid of their own range and back; a range of no width comes back as it is.
std::vector<double> replayed(std::span<const double> values, int bits, HistoricBug bug);

/// What a bug does to a model, beside the same quantization done right.
struct BugEffect {
    double sqnrRight = 0;  ///< dB over the quantized values
    double sqnrBroken = 0;
    double accuracyRight = 0;  ///< on the test part, of the task's own kind
    double accuracyBroken = 0;
};

/// Replays a bug on a trained model: on the weights of its linear layers with four bits and a scale
/// for every eight of a row (whose lengths eight divides); RangeWithoutZero on the gains of its
/// norms with eight bits and one scale for each norm, because weights lie on both sides of zero;
/// TiesUp on weights of a five-bit grid whose codes are halved to four bits, because weights that
/// come from no grid have no ties. Deterministic. Cancelled.
Result<BugEffect> bugEffect(const Transformer<float>& model, const Dataset& data, HistoricBug bug,
                            const Execution& execution = {});

}  // namespace zeropoint
