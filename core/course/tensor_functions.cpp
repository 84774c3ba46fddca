// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/function_private.h"
#include "core/course/tensor_reports.h"

#include <array>

namespace zeropoint::course {
namespace {

using Report = TensorReports::Report;

template <typename Use>
Result<Value> withReport(const Call& call, Use use) {
    const Result<Report> report = call.scope().tensors().report(call.text(0), call.text(1));
    return report ? Result<Value>(static_cast<double>(use(*report)))
                  : Result<Value>(tl::unexpected(report.error()));
}

template <auto Member>
Result<Value> figure(const Call& call) {
    return withReport(call, [](const Report& report) { return double(report.error.*Member); });
}

template <auto Member>
Result<Value> statistic(const Call& call) {
    const Result<Summary> summary = call.scope().tensors().summary(call.text(0));
    return summary ? Result<Value>(double((*summary).*Member))
                   : Result<Value>(tl::unexpected(summary.error()));
}

Result<Value> param(const Call& call, double (*read)(const QuantParams&)) {
    const Result<Report> report = call.scope().tensors().report(call.text(0), call.text(1));
    if (!report) {
        return tl::unexpected(report.error());
    }
    if (report->calibration.params.size() != 1) {
        return fail(ErrorCode::InvalidArgument, "This scheme has more than one scale", call.text(1),
                    "Leave out channel and group");
    }
    return read(report->calibration.params.front());
}

constexpr std::string_view both = "SOURCE, SCHEME";

constexpr std::array tensorTable = {
    Function{"sqnr", "tt", both, figure<&ErrorReport::sqnrDb>},
    Function{"mse", "tt", both, figure<&ErrorReport::mse>},
    Function{"clip_mse", "tt", both, figure<&ErrorReport::clipMse>},
    Function{"round_mse", "tt", both, figure<&ErrorReport::roundMse>},
    Function{"max_error", "tt", both, figure<&ErrorReport::maxAbsError>},
    Function{"clipped", "tt", both, figure<&ErrorReport::clippedFraction>},
    Function{"cosine", "tt", both, figure<&ErrorReport::cosine>},
    Function{"tensor_bytes", "tt", both, figure<&ErrorReport::bytes>},
    Function{"tensor_bits", "tt", both, figure<&ErrorReport::bitsPerWeight>},
    Function{"range_low", "tt", both,
             [](const Call& c) {
                 return withReport(c, [](const Report& report) { return report.calibration.lo; });
             }},
    Function{"range_high", "tt", both,
             [](const Call& c) {
                 return withReport(c, [](const Report& report) { return report.calibration.hi; });
             }},
    Function{"tensor_scale", "tt", both,
             [](const Call& c) {
                 return param(c, [](const QuantParams& params) { return params.scale; });
             }},
    Function{"tensor_zero_point", "tt", both,
             [](const Call& c) {
                 return param(c,
                              [](const QuantParams& params) { return double(params.zeroPoint); });
             }},
    Function{"used_codes", "tt", both,
             [](const Call& c) -> Result<Value> {
                 const auto used = c.scope().tensors().usedCodes(c.text(0), c.text(1));
                 return used ? Result<Value>(*used) : Result<Value>(tl::unexpected(used.error()));
             }},
    Function{"tensor_min", "t", "SOURCE", statistic<&Summary::min>},
    Function{"tensor_max", "t", "SOURCE", statistic<&Summary::max>},
    Function{"tensor_mean", "t", "SOURCE", statistic<&Summary::mean>},
    Function{"tensor_std", "t", "SOURCE", statistic<&Summary::std>},
    Function{"tensor_count", "t", "SOURCE", statistic<&Summary::count>},
};

}  // namespace

std::span<const Function> tensorFunctions() {
    return tensorTable;
}

}  // namespace zeropoint::course
