// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_number.h"
#include "app/cli/json_text.h"
#include "app/cli/open_limits.h"
#include "app/cli/quant_options.h"
#include "app/cli/source.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "app/cli/warnings.h"
#include "core/calibration/calibrate.h"
#include "core/calibration/curve_ranges.h"
#include "core/calibration/exact_error.h"
#include "core/metrics/block_curve.h"
#include "core/numerics/block_format.h"
#include "core/scheme/format_settings.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <ostream>
#include <string>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;

struct CurveOptions {
    std::string source;
    std::shared_ptr<OpenOptions> limits;
    std::size_t points = 81;
    std::shared_ptr<QuantOptions> quant;
};

Json toJson(const RangeError& point) {
    return {{"lo", jsonNumber(point.lo)},
            {"hi", jsonNumber(point.hi)},
            {"mse", jsonNumber(point.mse)},
            {"clip_mse", jsonNumber(point.clipMse)},
            {"round_mse", jsonNumber(point.roundMse)},
            {"sqnr_db", jsonNumber(point.sqnrDb)}};
}

struct Curve {
    ErrorCurve error;
    std::optional<RangeError> chosen;  ///< of the --range method, where it is not the full range
    std::size_t collapsed = 0;         ///< 1 where the method left no range
};

void print(const Curve& curve, Session& session) {
    const std::vector<RangeError>& points = curve.error.points;
    const bool best = hasBest(curve.error);
    if (session.json) {
        Json document = {{"points", Json::array()}};
        for (const RangeError& point : points) {
            document["points"].push_back(toJson(point));
        }
        document["best"] = best ? toJson(points[curve.error.best]) : Json(nullptr);
        if (curve.chosen) {
            document["chosen"] = toJson(*curve.chosen);
        }
        session.out << jsonText(document) << '\n';
        return;
    }
    TextTable table({{"lo"},
                     {"hi"},
                     {"mse"},
                     {"clipping"},
                     {"rounding"},
                     {"sqnr dB"},
                     {"", TextTable::Align::Left}});
    const auto add = [&](const RangeError& point, const char* remark) {
        table.addRow({shortNumber(point.lo), shortNumber(point.hi), shortNumber(point.mse),
                      shortNumber(point.clipMse), shortNumber(point.roundMse),
                      shortNumber(point.sqnrDb), remark});
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        add(points[i], best && i == curve.error.best ? "best" : "");
    }
    if (curve.chosen) {
        add(*curve.chosen, "chosen by --range");
    }
    table.print(session.out);
}

Result<void> check(const CurveOptions& options, const QuantScheme& scheme) {
    if (settingsOf(scheme.format).kind == FormatSettings::Kind::Cast) {
        return fail(ErrorCode::InvalidArgument,
                    "'" + scheme.format + "' is a plain cast: it has one error whatever the range",
                    "--format", "Name another format");
    }
    if (scheme.granularity != Granularity::Tensor) {
        return fail(ErrorCode::InvalidArgument, "A curve is of one range for the whole tensor",
                    "--per", "Leave out --per");
    }
    if (options.points < 2 || options.points > 100000) {
        return fail(ErrorCode::InvalidArgument, "A curve has from 2 to 100000 points",
                    "--points " + std::to_string(options.points), "Leave it out for 81");
    }
    return {};
}

/// Every figure is summed over the values, as calibrate does: a histogram would be quicker, and
/// wrong on outliers and on few distinct values.
Result<Curve> curveOf(const Tensor& tensor, const QuantScheme& scheme, const CurveOptions& options,
                      const Execution& execution) {
    if (const BlockFormat* blocks = findBlockFormat(scheme.format); blocks != nullptr) {
        return blockErrorCurve(tensor, *blocks, options.points, execution, scheme.scaleRule)
            .map([](const ErrorCurve& curve) {
                return Curve{curve, std::nullopt, 0};
            });
    }
    const Result<Calibration> calibration = calibrate(tensor, scheme, execution);
    if (!calibration) {
        return tl::unexpected(calibration.error());
    }
    const Result<ErrorCurve> error =
        exactErrorCurve(tensor.values(), scheme, options.points, execution);
    if (!error) {
        return tl::unexpected(error.error());
    }
    Curve curve{*error, std::nullopt, calibration->collapsed};
    const bool full = scheme.range.kind == RangeMethod::Kind::MinMax;
    if (!full && calibration->lo < calibration->hi) {
        const Result<RangeError> chosen =
            exactError(tensor.values(), calibration->lo, calibration->hi, scheme, execution);
        if (!chosen) {
            return tl::unexpected(chosen.error());
        }
        curve.chosen = *chosen;
    }
    return curve;
}

Result<void> run(const CurveOptions& options, Session& session) {
    ThreadPool pool;
    const Execution execution{&pool, progressBar(session, "Measuring"), session.stop};
    const Result<QuantScheme> scheme = schemeOf(*options.quant);
    if (!scheme) {
        return tl::unexpected(scheme.error());
    }
    if (const Result<void> sound = check(options, *scheme); !sound) {
        return sound;
    }
    const Result<Tensor> tensor =
        loadSource(options.source, execution, &session.err, *options.limits);
    if (!tensor) {
        return tl::unexpected(tensor.error());
    }
    return curveOf(*tensor, *scheme, options, execution).map([&](const Curve& curve) {
        warnAboutLeftOut(leftOutOf(tensor->values()), *scheme, session.err);
        warnAboutCollapsed(curve.collapsed, session.err);
        print(curve, session);
    });
}

}  // namespace

void addCurveVerb(CLI::App& parser, Call& call) {
    CLI::App* verb =
        parser.add_subcommand("curve", "Error as the clipping range shrinks from the full range");
    auto options = std::make_shared<CurveOptions>();
    verb->add_option("SOURCE", options->source, "FILE, FILE:NAME or synthetic:KIND[?key=value,...]")
        ->required();
    options->quant = addQuantOptions(*verb);
    options->limits = addOpenLimits(*verb);
    verb->add_option("--points", options->points, "Points of the curve (81)");
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return run(*options, session); };
    });
}

}  // namespace zeropoint::cli
