// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibrate.h"
#include "core/metrics/error_report.h"
#include "core/scheme/quant_scheme.h"

#include <nlohmann/json.hpp>

#include <iosfwd>

namespace zeropoint::cli {

/// A calibrated scheme and what it costs, as calibrate and quantize print it.
struct CalibrationResult {
    QuantScheme scheme;
    Calibration calibration;
    ErrorReport report;
};

Result<CalibrationResult> calibrateAndMeasure(const Tensor& tensor, const QuantScheme& scheme,
                                              const Execution& execution);

nlohmann::ordered_json toJson(const CalibrationResult& result);
void printText(const CalibrationResult& result, std::ostream& out);

/// On `err`: values that the figures leave out, that overflow, and methods that gave no range.
void warn(const CalibrationResult& result, std::ostream& err);

/// The journey of one value: per tensor only.
nlohmann::ordered_json toJson(const SampleTrace& trace);
void printText(const SampleTrace& trace, const QuantScheme& scheme, std::ostream& out);

}  // namespace zeropoint::cli
