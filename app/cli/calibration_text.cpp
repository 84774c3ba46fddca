// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/calibration_text.h"

#include "app/cli/json_number.h"
#include "app/cli/quant_options.h"
#include "app/cli/text_table.h"
#include "core/scheme/affine.h"

#include <algorithm>
#include <iomanip>
#include <ostream>
#include <string>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;

void printLine(std::ostream& out, const char* label, const std::string& value) {
    out << std::left << std::setw(18) << label << std::right << value << '\n';
}

/// One value, or how far those of the units reach.
template <typename Value>
std::string spanText(const std::vector<QuantParams>& params, Value valueOf) {
    const auto byValue = [&](const QuantParams& a, const QuantParams& b) {
        return valueOf(a) < valueOf(b);
    };
    const auto [least, most] = std::minmax_element(params.begin(), params.end(), byValue);
    if (params.empty()) {
        return "in the blocks";
    }
    const std::string low = shortNumber(valueOf(*least));
    const std::string high = shortNumber(valueOf(*most));
    return params.size() == 1 ? low
                              : low + " to " + high + " (" + std::to_string(params.size()) + ")";
}

Json paramsJson(const CalibrationResult& result, bool scales) {
    const auto one = [&](const QuantParams& params) -> Json {
        return scales ? jsonNumber(params.scale) : Json(params.zeroPoint);
    };
    const std::vector<QuantParams>& all = result.calibration.params;
    if (result.scheme.granularity == Granularity::Tensor || all.empty()) {
        return all.empty() ? Json(nullptr) : one(all.front());
    }
    Json array = Json::array();
    for (const QuantParams& params : all) {
        array.push_back(one(params));
    }
    return array;
}

}  // namespace

Result<CalibrationResult> calibrateAndMeasure(const Tensor& tensor, const QuantScheme& scheme,
                                              const Execution& execution) {
    const Result<Calibration> calibration = calibrate(tensor, scheme, execution);
    if (!calibration) {
        return tl::unexpected(calibration.error());
    }
    return measureError(tensor, scheme, *calibration, execution)
        .map([&](const ErrorReport& report) {
            return CalibrationResult{scheme, *calibration, report};
        });
}

Json toJson(const CalibrationResult& result) {
    const CodeRange codes = codeRange(result.scheme);
    const ErrorReport& report = result.report;
    return {{"format", result.scheme.format},
            {"symmetric", result.scheme.symmetric},
            {"per", perText(result.scheme)},
            {"range",
             {{"method", rangeText(result.scheme.range)},
              {"lo", jsonNumber(result.calibration.lo)},
              {"hi", jsonNumber(result.calibration.hi)}}},
            {"qmin", codes.qmin},
            {"qmax", codes.qmax},
            {"scale", paramsJson(result, true)},
            {"zero_point", paramsJson(result, false)},
            {"count", report.count},
            {"mse", jsonNumber(report.mse)},
            {"clip_mse", jsonNumber(report.clipMse)},
            {"round_mse", jsonNumber(report.roundMse)},
            {"sqnr_db", jsonNumber(report.sqnrDb)},
            {"max_abs_error", jsonNumber(report.maxAbsError)},
            {"cosine", jsonNumber(report.cosine)},
            {"clipped_fraction", jsonNumber(report.clippedFraction)},
            {"bits_per_weight", jsonNumber(report.bitsPerWeight)},
            {"bytes", report.bytes}};
}

void printText(const CalibrationResult& result, std::ostream& out) {
    const CodeRange codes = codeRange(result.scheme);
    const ErrorReport& report = result.report;
    const std::vector<QuantParams>& params = result.calibration.params;
    printLine(out, "format", result.scheme.format);
    printLine(out, "scheme",
              std::string(result.scheme.symmetric ? "symmetric" : "asymmetric") + ", per " +
                  perText(result.scheme));
    printLine(out, "range",
              shortNumber(result.calibration.lo) + " to " + shortNumber(result.calibration.hi) +
                  " (" + rangeText(result.scheme.range) + ")");
    printLine(out, "codes", std::to_string(codes.qmin) + " to " + std::to_string(codes.qmax));
    printLine(out, "scale", spanText(params, [](const QuantParams& p) { return p.scale; }));
    printLine(out, "zero point", spanText(params, [](const QuantParams& p) {
                  return static_cast<double>(p.zeroPoint);
              }));
    printLine(out, "values", std::to_string(report.count));
    printLine(out, "MSE",
              shortNumber(report.mse) + " = " + shortNumber(report.clipMse) + " clipping + " +
                  shortNumber(report.roundMse) + " rounding");
    printLine(out, "SQNR", shortNumber(report.sqnrDb) + " dB");
    printLine(out, "largest error", shortNumber(report.maxAbsError));
    printLine(out, "cosine", shortNumber(report.cosine));
    printLine(out, "clipped", shortNumber(report.clippedFraction * 100) + " %");
    printLine(out, "bits per weight", shortNumber(report.bitsPerWeight));
    printLine(out, "bytes", std::to_string(report.bytes));
}

void warnAboutNan(const ErrorReport& report, std::ostream& err) {
    if (report.nan > 0) {
        err << "zeropoint-cli: warning: " << report.nan
            << (report.nan == 1 ? " value is" : " values are")
            << " NaN: left out of the figures, stored as zero where the format has no NaN\n";
    }
}

Json toJson(const SampleTrace& trace) {
    return {{"x", jsonNumber(trace.x)},
            {"scaled", jsonNumber(trace.scaled)},
            {"rounded", jsonNumber(trace.rounded)},
            {"code", trace.code},
            {"dequantized", jsonNumber(trace.dequantized)},
            {"error", jsonNumber(trace.error)}};
}

void printText(const SampleTrace& trace, std::ostream& out) {
    out << "sample            " << shortNumber(trace.x)
        << " / scale = " << shortNumber(trace.scaled) << ", rounded " << shortNumber(trace.rounded)
        << (trace.tie ? " (a tie)" : "") << ", code " << trace.code
        << (trace.clipped ? " (clipped)" : "") << ", read back " << shortNumber(trace.dequantized)
        << ", error " << shortNumber(trace.error) << '\n';
}

}  // namespace zeropoint::cli
