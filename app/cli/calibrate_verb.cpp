// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/calibration_text.h"
#include "app/cli/json_text.h"
#include "app/cli/open_limits.h"
#include "app/cli/quant_options.h"
#include "app/cli/source.h"
#include "app/cli/verbs.h"
#include "core/numerics/parse_number.h"
#include "core/scheme/param_chooser.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <ostream>
#include <string>

namespace zeropoint::cli {
namespace {

struct CalibrateOptions {
    std::string source;
    std::shared_ptr<OpenOptions> limits;
    std::string sample;
    std::shared_ptr<QuantOptions> quant;
};

Result<std::optional<double>> sampleOf(const CalibrateOptions& options, const QuantScheme& scheme) {
    if (options.sample.empty()) {
        return std::optional<double>();
    }
    if (scheme.granularity != Granularity::Tensor || findNumberFormat(scheme.format) == nullptr) {
        return fail(ErrorCode::InvalidArgument, "A sample needs the one scale of a whole tensor",
                    "--sample", "Leave out --per, and name a format without blocks");
    }
    return parseNumber(options.sample, numberFormat("fp64")).map([](const ParsedNumber& number) {
        return std::optional<double>(number.value);
    });
}

/// Clipped is said of one value by the range that says it of all.
SampleTrace sampleTrace(double x, const CalibrationResult& result) {
    const QuantParams& params = result.calibration.params.front();
    SampleTrace trace = traceSample(x, params, result.scheme);
    if (const auto chooser = ParamChooser::make(result.scheme)) {
        const RealRange clip = chooser->clipRange(result.calibration.ranges.front(), params);
        const double value = static_cast<float>(x);
        trace.clipped = value < clip.lo || value > clip.hi;
    }
    return trace;
}

Result<void> run(const CalibrateOptions& options, Session& session) {
    ThreadPool pool;
    const Execution execution{&pool, {}, session.stop};
    const Result<QuantScheme> scheme = schemeOf(*options.quant);
    if (!scheme) {
        return tl::unexpected(scheme.error());
    }
    const Result<std::optional<double>> sample = sampleOf(options, *scheme);
    if (!sample) {
        return tl::unexpected(sample.error());
    }
    const Result<Tensor> tensor =
        loadSource(options.source, execution, &session.err, *options.limits);
    if (!tensor) {
        return tl::unexpected(tensor.error());
    }
    const Result<CalibrationResult> result = calibrateAndMeasure(*tensor, *scheme, execution);
    if (!result) {
        return tl::unexpected(result.error());
    }
    warn(*result, session.err);
    std::optional<SampleTrace> trace;
    if (*sample) {
        trace = sampleTrace(**sample, *result);
    }
    if (session.json) {
        nlohmann::ordered_json document = toJson(*result);
        if (trace) {
            document["sample"] = toJson(*trace);
        }
        session.out << jsonText(document) << '\n';
        return {};
    }
    printText(*result, session.out);
    if (trace) {
        printText(*trace, result->scheme, session.out);
    }
    return {};
}

}  // namespace

void addCalibrateVerb(CLI::App& parser, Call& call) {
    CLI::App* verb =
        parser.add_subcommand("calibrate", "Range, scale, zero point and the error they give");
    auto options = std::make_shared<CalibrateOptions>();
    verb->add_option("SOURCE", options->source, "FILE, FILE:NAME or synthetic:KIND[?key=value,...]")
        ->required();
    options->quant = addQuantOptions(*verb);
    options->limits = addOpenLimits(*verb);
    verb->add_option("--sample", options->sample, "Follow one value through the equation");
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
