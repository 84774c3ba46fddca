// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/quant_options.h"

#include "app/cli/format_rules.h"
#include "core/numerics/block_format.h"
#include "core/numerics/parse_number.h"
#include "core/scheme/scheme_words.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <limits>
#include <optional>
#include <string_view>

namespace zeropoint::cli {
namespace {

using Kind = RangeMethod::Kind;

tl::unexpected<Error> wrong(const char* option, const std::string& value,
                            const std::string& remedy) {
    return fail(ErrorCode::InvalidArgument, "'" + value + "' is not a value of this option", option,
                remedy);
}

/// "group:32" in two; the second is empty without a colon.
std::pair<std::string, std::string> splitAtColon(const std::string& text) {
    const std::size_t colon = text.find(':');
    return colon == std::string::npos ? std::pair{text, std::string()}
                                      : std::pair{text.substr(0, colon), text.substr(colon + 1)};
}

std::optional<std::int64_t> wholeNumber(const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

Result<double> realNumber(const std::string& text, const char* option) {
    const Result<ParsedNumber> parsed = parseNumber(text, numberFormat("fp64"));
    if (!parsed) {
        return wrong(option, text, "Give a decimal number");
    }
    return parsed->value;
}

Result<RangeMethod> explicitRange(const std::string& text, std::size_t comma) {
    RangeMethod method;
    method.kind = Kind::Explicit;
    const Result<double> lo = realNumber(text.substr(0, comma), "--range");
    const Result<double> hi = realNumber(text.substr(comma + 1), "--range");
    if (!lo || !hi) {
        return tl::unexpected(lo ? hi.error() : lo.error());
    }
    method.lo = *lo;
    method.hi = *hi;
    return method;
}

/// The number behind the colon of methods that have one; null for the others.
double* parameterOf(RangeMethod& method) {
    switch (method.kind) {
        case Kind::Percentile:
            return &method.percentile;
        case Kind::LpNorm:
            return &method.power;
        case Kind::MeanSigma:
            return &method.sigmas;
        default:
            return nullptr;
    }
}

Result<RangeMethod> parseRange(const std::string& text) {
    const std::size_t comma = text.find(',');
    if (comma != std::string::npos) {
        return explicitRange(text, comma);
    }
    const auto [name, argument] = splitAtColon(text);
    const std::optional<Kind> kind = valueOf(rangeWords, name);
    RangeMethod method;
    method.kind = kind.value_or(Kind::Explicit);
    double* const parameter = parameterOf(method);
    if (method.kind == Kind::Explicit || (!argument.empty() && parameter == nullptr)) {
        return wrong("--range", text,
                     "Give minmax, percentile:99.9, mse, entropy, aciq-gauss, aciq-laplace, "
                     "lp:2.4, sigma:3 or LO,HI");
    }
    if (!argument.empty()) {
        const Result<double> given = realNumber(argument, "--range");
        if (!given) {
            return tl::unexpected(given.error());
        }
        *parameter = *given;
    }
    return method;
}

Result<void> readPer(const std::string& text, QuantScheme& scheme) {
    const auto [name, argument] = splitAtColon(text);
    if (text == "tensor" || text == "channel") {
        scheme.granularity = text == "tensor" ? Granularity::Tensor : Granularity::Channel;
        return {};
    }
    const std::optional<std::int64_t> size = wholeNumber(argument);
    if (name != "group" || !size) {
        return wrong("--per", text, "Give tensor, channel or group:N");
    }
    scheme.granularity = Granularity::Group;
    scheme.groupSize = *size;
    return {};
}

Result<void> readScaleFormat(const std::string& text, QuantScheme& scheme) {
    const auto [name, argument] = splitAtColon(text);
    const std::optional<ScaleFormat> format = valueOf(scaleFormatWords, name);
    const bool isDouble = format == ScaleFormat::Double;
    const std::optional<std::int64_t> block = wholeNumber(argument);
    const bool sound = argument.empty() || (isDouble && block && *block <= 1 << 30);
    if (!format || !sound) {
        return wrong("--scale-format", text, "Give fp32, fp16, bf16, e8m0 or double:256");
    }
    scheme.scaleFormat = *format;
    if (block) {
        scheme.doubleBlock = static_cast<int>(*block);
    }
    return {};
}

Result<void> readFormat(const QuantOptions& options, QuantScheme& scheme) {
    if (options.symmetric && options.asymmetric) {
        return fail(ErrorCode::InvalidArgument, "A scheme is symmetric or asymmetric, not both", "",
                    "Leave out --symmetric or --asymmetric");
    }
    scheme.symmetric = !options.asymmetric;
    // Asymmetric codes are unsigned unless a signed format is named.
    scheme.format = !options.format.empty() ? options.format : scheme.symmetric ? "int8" : "uint8";
    if (const BlockFormat* blocks = findBlockFormat(scheme.format); blocks != nullptr) {
        return checkFormat(*blocks, options);
    }
    const NumberFormat* format = findNumberFormat(scheme.format);
    if (format == nullptr) {
        return wrong("--format", scheme.format, "'zeropoint-cli formats' lists them");
    }
    scheme.format = format->id;
    if (format->specials == Specials::ScaleOnly) {
        return fail(ErrorCode::InvalidArgument,
                    "'" + scheme.format + "' holds scales and has no zero", "--format",
                    "Name it with --scale-format, or choose another format");
    }
    return checkFormat(*format, options);
}

}  // namespace

std::shared_ptr<QuantOptions> addQuantOptions(CLI::App& verb) {
    auto options = std::make_shared<QuantOptions>();
    // A group: the help shows together what belongs together.
    CLI::App* group = verb.add_option_group("QUANT", "The settings of the quantization");
    group->add_option("--format", options->format,
                      "Number format of the codes (int8; uint8 with --asymmetric)");
    group->add_flag("--symmetric", options->symmetric, "Zero point 0 (the default)");
    group->add_flag("--asymmetric", options->asymmetric, "A zero point of its own");
    group->add_option(
        "--range", options->range,
        "minmax, percentile:99.9, mse, entropy, aciq-gauss, aciq-laplace, lp:2.4, sigma:3 "
        "or LO,HI");
    group->add_option("--per", options->per, "Who shares a scale: tensor, channel or group:N");
    group->add_option("--axis", options->axis, "Axis of the channels (0)");
    group->add_flag("--narrow", options->narrow, "Leave out the most negative code");
    group->add_option("--rounding", options->rounding,
                      "nearest-even, half-away, half-up, stochastic, floor, ceil or toward-zero");
    group->add_option("--seed", options->seed, "Seed of stochastic rounding (0)");
    group->add_option("--scale-format", options->scaleFormat,
                      "How scales are stored: fp32, fp16, bf16, e8m0 or double:256");
    group->add_option("--convention", options->convention,
                      "Whose arithmetic: zeropoint, pytorch, onnx, tflite, tensorrt or gguf");
    group->add_option("--overflow", options->overflow,
                      "Values beyond the largest of a float: saturate (usual for formats with a "
                      "scale) or special (infinity or NaN; usual for plain casts)");
    group->add_option("--mx-scale", options->mxScale,
                      "The power of two of an MX block: floor (OCP), ceil or even");
    for (CLI::Option* option : group->get_options()) {
        option->each([&typed = options->typed, name = option->get_name()](const std::string&) {
            typed.insert(name);
        });
    }
    return options;
}

Result<QuantScheme> schemeOf(const QuantOptions& options) {
    QuantScheme scheme;
    const Result<RangeMethod> range = parseRange(options.range);
    if (!range) {
        return tl::unexpected(range.error());
    }
    const std::optional<Rounding> rounding = valueOf(roundingWords, options.rounding);
    if (!rounding) {
        return wrong("--rounding", options.rounding, giveOneOf(roundingWords));
    }
    const std::optional<Convention> convention = valueOf(conventionWords, options.convention);
    if (!convention) {
        return wrong("--convention", options.convention, giveOneOf(conventionWords));
    }
    const std::optional<OverflowRule> overflow = valueOf(overflowWords, options.overflow);
    if (!overflow) {
        return wrong("--overflow", options.overflow, giveOneOf(overflowWords));
    }
    const std::optional<ScaleRule> mxScale = valueOf(scaleRuleWords, options.mxScale);
    if (!mxScale) {
        return wrong("--mx-scale", options.mxScale, giveOneOf(scaleRuleWords));
    }
    scheme.overflow = *overflow;
    scheme.scaleRule = *mxScale;
    scheme.range = *range;
    scheme.rounding = *rounding;
    scheme.convention = *convention;
    scheme.axis = options.axis;
    scheme.narrow = options.narrow;
    scheme.seed = options.seed;
    return readFormat(options, scheme)
        .and_then([&] { return checkTogether(options); })
        .and_then([&] { return readPer(options.per, scheme); })
        .and_then([&] { return readScaleFormat(options.scaleFormat, scheme); })
        .map([&] { return scheme; });
}

std::string rangeText(const RangeMethod& method) {
    RangeMethod own = method;
    const double* const parameter = parameterOf(own);
    std::string text(wordOf(rangeWords, method.kind));
    return parameter == nullptr ? text : text + ':' + shortestText(*parameter);
}

}  // namespace zeropoint::cli
