// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"

#include <functional>
#include <memory>
#include <set>
#include <string>

namespace CLI {
class App;
}

namespace zeropoint::cli {

/// The settings of a quantization as they were typed: the QUANT options that calibrate, curve,
/// quantize and convert share.
struct QuantOptions {
    std::string format;  ///< empty: int8, or uint8 with --asymmetric
    bool symmetric = false;
    bool asymmetric = false;
    std::string range = "minmax";
    std::string per = "tensor";
    int axis = 0;
    bool narrow = false;
    std::string rounding = "nearest-even";
    std::uint64_t seed = 0;
    std::string scaleFormat = "fp32";
    std::string convention = "zeropoint";
    std::string overflow = "usual";
    std::string mxScale = "floor";
    /// Which of them were typed, with their defaults or others: "--range".
    std::set<std::string, std::less<>> typed;

    bool given() const { return !typed.empty(); }
};

/// Adds the options to a verb; the parser fills what is returned.
std::shared_ptr<QuantOptions> addQuantOptions(CLI::App& verb);

/// The scheme that the options ask for. InvalidArgument where one of them is none of its values;
/// whether a format exists is for the core to say.
Result<QuantScheme> schemeOf(const QuantOptions& options);

/// As the option writes it: "percentile:99.9".
std::string rangeText(const RangeMethod& method);

}  // namespace zeropoint::cli
