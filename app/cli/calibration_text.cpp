// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/calibration_text.h"

#include "app/cli/json_number.h"
#include "app/cli/quant_options.h"
#include "app/cli/text_table.h"
#include "app/cli/warnings.h"
#include "core/scheme/affine.h"
#include "core/scheme/element_format.h"
#include "core/scheme/format_settings.h"
#include "core/scheme/scheme_text.h"
#include "core/scheme/scheme_words.h"

#include <algorithm>
#include <iomanip>
#include <limits>
#include <optional>
#include <ostream>
#include <string>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;

void printLine(std::ostream& out, const char* label, const std::string& value) {
    out << std::left << std::setw(18) << label << std::right << value << '\n';
}

/// One value, or how far those of the units reach. Zeros have no range, and their scale 1 is no
/// scale of the tensor: such units are only counted, unless there are no others.
template <typename Value>
std::string spanText(const Calibration& calibration, Value valueOf) {
    std::vector<double> values;
    std::size_t without = 0;
    for (std::size_t unit = 0; unit < calibration.params.size(); ++unit) {
        if (calibration.ranges[unit] == RealRange{}) {
            ++without;
        } else {
            values.push_back(valueOf(calibration.params[unit]));
        }
    }
    if (calibration.params.empty()) {
        return "-";  // an empty tensor
    }
    if (values.empty()) {
        values.push_back(valueOf(calibration.params.front()));
    }
    const auto [least, most] = std::ranges::minmax_element(values);
    if (calibration.params.size() == 1) {
        return shortNumber(*least);
    }
    const std::string span = shortNumber(*least) + " to " + shortNumber(*most);
    const std::string count = std::to_string(calibration.params.size());
    return without == 0
               ? span + " (" + count + ")"
               : span + " (" + count + ", " + std::to_string(without) + " without a range)";
}

Json paramsJson(const CalibrationResult& result, bool scales) {
    const auto one = [&](const QuantParams& params) -> Json {
        return scales ? jsonNumber(params.scale) : Json(params.zeroPoint);
    };
    const std::vector<QuantParams>& all = result.calibration.params;
    if (result.scheme.granularity == Granularity::Tensor) {
        return one(all.front());
    }
    Json array = Json::array();
    for (const QuantParams& params : all) {
        array.push_back(one(params));
    }
    return array;
}

using Kind = FormatSettings::Kind;

/// By which fields that mean nothing for a format are left out.
Kind kindOf(const QuantScheme& scheme) {
    return settingsOf(scheme.format).kind;
}

/// What overflow becomes, of floats that have an infinity or a NaN: never `Usual`.
std::optional<OverflowRule> overflowOf(const QuantScheme& scheme) {
    const Result<ElementFormat> element = elementFormat(scheme);
    if (!element || !settingsOf(scheme.format).overflow) {
        return std::nullopt;
    }
    return overflowsToSpecial(*element, scheme) ? OverflowRule::Special : OverflowRule::Saturate;
}

bool hasScaleRule(const QuantScheme& scheme) {
    return settingsOf(scheme.format).scaleRule;
}

Json endsJson(const RealRange& range) {
    return {{"lo", jsonNumber(range.lo)}, {"hi", jsonNumber(range.hi)}};
}

/// Undefined where a method had no value to look at.
bool isUndefined(const CalibrationResult& result) {
    return result.report.count == 0 && result.scheme.range.kind != RangeMethod::Kind::Explicit;
}

constexpr RealRange undefined{std::numeric_limits<double>::quiet_NaN(),
                              std::numeric_limits<double>::quiet_NaN()};

/// What was asked for.
RealRange askedRange(const CalibrationResult& result) {
    return isUndefined(result) ? undefined
                               : RealRange{result.calibration.lo, result.calibration.hi};
}

/// What the codes reach, with scales and zero points as they are stored.
RealRange reachedBy(const CalibrationResult& result) {
    return isUndefined(result) ? undefined : reachedRange(result.calibration, result.scheme);
}

/// Asked for, and with the scales as they are stored, reached. Blocks ask for their own extremes:
/// here stand the tensor's.
Json rangeJson(const CalibrationResult& result) {
    Json ends = endsJson(askedRange(result));
    if (kindOf(result.scheme) == Kind::Blocks) {
        return ends;
    }
    Json range = {{"method", rangeText(result.scheme.range)}};
    range.update(ends);
    range["reached"] = endsJson(reachedBy(result));
    return range;
}

std::string endsText(const RealRange& range) {
    return shortNumber(range.lo) + " to " + shortNumber(range.hi);
}

std::string rangeLine(const CalibrationResult& result) {
    const std::string asked = endsText(askedRange(result));
    if (kindOf(result.scheme) == Kind::Blocks) {
        return asked + " (each block its own)";
    }
    return asked + " (" + rangeText(result.scheme.range) + "), codes reach " +
           endsText(reachedBy(result));
}

void addReport(const ErrorReport& report, Json& document) {
    document["count"] = report.count;
    document["mse"] = jsonNumber(report.mse);
    document["clip_mse"] = jsonNumber(report.clipMse);
    document["round_mse"] = jsonNumber(report.roundMse);
    document["sqnr_db"] = jsonNumber(report.sqnrDb);
    document["max_abs_error"] = jsonNumber(report.maxAbsError);
    document["cosine"] = jsonNumber(report.cosine);
    document["clipped_fraction"] = jsonNumber(report.clippedFraction);
    document["bits_per_weight"] = jsonNumber(report.bitsPerWeight);
    document["bytes"] = report.bytes;
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
    Json document = {{"format", result.scheme.format}};
    const Kind kind = kindOf(result.scheme);
    if (kind == Kind::Integer) {
        document["symmetric"] = result.scheme.symmetric;
    }
    if (kind != Kind::Cast) {
        document["per"] = perText(result.scheme);
        document["range"] = rangeJson(result);
    }
    if (kind == Kind::Integer) {
        const CodeRange codes = codeRange(result.scheme);
        document["qmin"] = codes.qmin;
        document["qmax"] = codes.qmax;
    }
    if (kind == Kind::Integer || kind == Kind::Levels) {
        document["scale"] = paramsJson(result, true);
    }
    if (kind == Kind::Integer) {
        document["zero_point"] = paramsJson(result, false);
    }
    if (const auto rule = overflowOf(result.scheme)) {
        document["overflow"] = wordOf(overflowWords, *rule);
    }
    if (hasScaleRule(result.scheme)) {
        document["mx_scale"] = wordOf(scaleRuleWords, result.scheme.scaleRule);
    }
    addReport(result.report, document);
    return document;
}

void printText(const CalibrationResult& result, std::ostream& out) {
    const QuantScheme& scheme = result.scheme;
    const ErrorReport& report = result.report;
    const Kind kind = kindOf(scheme);
    printLine(out, "format", scheme.format);
    if (kind == Kind::Integer) {
        printLine(out, "scheme",
                  std::string(scheme.symmetric ? "symmetric" : "asymmetric") + ", per " +
                      perText(scheme));
    } else if (kind != Kind::Cast) {
        printLine(out, "scheme", "per " + perText(scheme));
    }
    if (kind != Kind::Cast) {
        printLine(out, "range", rangeLine(result));
    }
    if (kind == Kind::Integer) {
        const CodeRange codes = codeRange(scheme);
        printLine(out, "codes", std::to_string(codes.qmin) + " to " + std::to_string(codes.qmax));
    }
    if (kind == Kind::Integer || kind == Kind::Levels) {
        printLine(out, "scale",
                  spanText(result.calibration, [](const QuantParams& p) { return p.scale; }));
    }
    if (kind == Kind::Integer) {
        printLine(out, "zero point", spanText(result.calibration, [](const QuantParams& p) {
                      return static_cast<double>(p.zeroPoint);
                  }));
    }
    if (const auto rule = overflowOf(scheme)) {
        printLine(out, "overflow", std::string(wordOf(overflowWords, *rule)));
    }
    if (hasScaleRule(scheme)) {
        printLine(out, "block scale", std::string(wordOf(scaleRuleWords, scheme.scaleRule)));
    }
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

void warn(const CalibrationResult& result, std::ostream& err) {
    warnAboutLeftOut(leftOutOf(result.report), result.scheme, err);
    warnAboutOverflow(overflows(result.report), err);
    warnAboutCollapsed(result.calibration.collapsed, err);
}

Json toJson(const SampleTrace& trace) {
    return {{"x", jsonNumber(trace.x)},
            {"scaled", jsonNumber(trace.scaled)},
            {"rounded", jsonNumber(trace.rounded)},
            {"code", trace.code},
            {"dequantized", jsonNumber(trace.dequantized)},
            {"error", jsonNumber(trace.error)}};
}

void printText(const SampleTrace& trace, const QuantScheme& scheme, std::ostream& out) {
    out << "sample            " << shortNumber(trace.x);
    if (settingsOf(scheme.format).scale) {
        out << " / scale = " << shortNumber(trace.scaled);
    }
    out << ", rounded " << shortNumber(trace.rounded) << (trace.tie ? " (a tie)" : "") << ", code "
        << trace.code << (trace.clipped ? " (clipped)" : "") << ", read back "
        << shortNumber(trace.dequantized) << ", error " << shortNumber(trace.error) << '\n';
}

}  // namespace zeropoint::cli
