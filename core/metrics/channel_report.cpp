// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/channel_report.h"

#include "core/metrics/error_report.h"
#include "core/scheme/param_chooser.h"
#include "core/scheme/quantizer.h"
#include "core/scheme/unit_layout.h"
#include "core/statistics/extremes.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

QuantScheme with(QuantScheme scheme, Granularity granularity, int axis) {
    scheme.granularity = granularity;
    scheme.axis = axis;
    return scheme;
}

double sortedQuantile(const std::vector<float>& sorted, double p) {
    const double rank = p * static_cast<double>(sorted.size() - 1);
    const auto lower = static_cast<std::size_t>(rank);
    const std::size_t upper = std::min(lower + 1, sorted.size() - 1);
    const double low = sorted[lower];
    return low + (sorted[upper] - low) * (rank - static_cast<double>(lower));
}

void describe(std::span<const float> values, ChannelReport& report) {
    std::vector<float> sorted;
    std::copy_if(values.begin(), values.end(), std::back_inserter(sorted),
                 [](float value) { return std::isfinite(value); });
    if (sorted.empty()) {
        return;
    }
    std::sort(sorted.begin(), sorted.end());
    report.min = sorted.front();
    report.max = sorted.back();
    report.p01 = sortedQuantile(sorted, 0.01);
    report.median = sortedQuantile(sorted, 0.5);
    report.p99 = sortedQuantile(sorted, 0.99);
}

void markOutliers(std::vector<ChannelReport>& channels, double factor) {
    std::vector<double> reaches;
    reaches.reserve(channels.size());
    for (const ChannelReport& channel : channels) {
        reaches.push_back(std::max(std::abs(channel.min), std::abs(channel.max)));
    }
    std::vector<double> sorted = reaches;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    for (std::size_t i = 0; i < channels.size(); ++i) {
        channels[i].outlier = reaches[i] > factor * *middle;
    }
}

/// Both errors of every channel, and its statistics.
struct Channels {
    UnitLayout layout;
    Quantizer quantizer;
    Calibration own;
    Calibration shared;
    ParamChooser chooser;

    ErrorSums errors(std::span<const float> values, const Calibration& calibration,
                     std::size_t unit) const {
        const QuantParams& params = calibration.params[unit];
        return quantizer.error(values, params, chooser.clipRange(calibration.ranges[unit], params),
                               0);
    }
};

/// The errors of one channel under both calibrations.
struct ChannelErrors {
    ErrorSums own;
    ErrorSums shared;
};

ChannelErrors measureChannel(const Channels& channels, std::span<const float> values,
                             std::size_t unit, ChannelView& view) {
    ChannelReport& report = view.channels[unit];
    describe(values, report);
    report.ownScale = channels.own.params[unit].scale;
    const ChannelErrors errors{channels.errors(values, channels.own, unit),
                               channels.errors(values, channels.shared, 0)};
    const ErrorReport own = reportOf(errors.own);
    report.mse = own.mse;
    report.sqnrDb = own.sqnrDb;
    view.mseWithTensorScale[unit] = reportOf(errors.shared).mse;
    return errors;
}

}  // namespace

Result<ChannelView> viewChannels(const Tensor& tensor, int axis, const QuantScheme& scheme,
                                 const ChannelOptions& options, const Execution& execution) {
    const QuantScheme perChannel = with(scheme, Granularity::Channel, axis);
    const Result<UnitLayout> layout = UnitLayout::make(tensor.shape(), perChannel);
    const Result<Quantizer> quantizer = Quantizer::make(scheme);
    if (!layout || !quantizer) {
        return tl::unexpected(layout ? quantizer.error() : layout.error());
    }
    const Result<Calibration> own = calibrate(tensor, perChannel, execution);
    const Result<Calibration> shared =
        calibrate(tensor, with(scheme, Granularity::Tensor, axis), execution);
    if (!own || !shared) {
        return tl::unexpected(own ? shared.error() : own.error());
    }
    const Result<ParamChooser> chooser = ParamChooser::make(scheme);
    if (!chooser) {
        return tl::unexpected(chooser.error());
    }
    const Channels channels{*layout, *quantizer, *own, *shared, *chooser};
    ChannelView view;
    view.tensorScale = shared->params[0].scale;
    view.reach = chooser->representable(shared->params[0]);
    view.channels.resize(layout->units());
    view.mseWithTensorScale.resize(layout->units());
    std::vector<ChannelErrors> errors(layout->units());
    const bool done = runShards(execution, layout->units(), [&](std::size_t unit) {
        std::vector<float> buffer;
        errors[unit] =
            measureChannel(channels, layout->values(tensor.values(), unit, buffer), unit, view);
    });
    if (!done) {
        return fail(ErrorCode::Cancelled, "The measurement was stopped", tensor.name());
    }
    if (!view.channels.empty()) {
        markOutliers(view.channels, options.outlierFactor);
    }
    // Not the mean of means: NaN leave channels with different numbers of values.
    ChannelErrors all;
    for (const ChannelErrors& channel : errors) {
        all.own.join(channel.own);
        all.shared.join(channel.shared);
    }
    view.channelMse = reportOf(all.own).mse;
    view.tensorMse = reportOf(all.shared).mse;
    const bool exact = view.channelMse <= 0 || view.tensorMse <= 0;
    if (!exact) {
        view.gainDb = 10 * std::log10(view.tensorMse / view.channelMse);
    }
    return view;
}

Result<std::vector<GroupCost>> groupCosts(const Tensor& tensor, const QuantScheme& scheme,
                                          std::span<const std::int64_t> sizes,
                                          const Execution& execution) {
    std::vector<GroupCost> costs;
    for (const std::int64_t size : sizes) {
        QuantScheme grouped = scheme;
        grouped.granularity = Granularity::Group;
        grouped.groupSize = size;
        const Result<ErrorReport> report =
            calibrate(tensor, grouped, execution).and_then([&](const Calibration& calibration) {
                return measureError(tensor, grouped, calibration, execution);
            });
        if (!report) {
            return tl::unexpected(report.error());
        }
        costs.push_back({size, report->mse, report->sqnrDb, report->bitsPerWeight});
    }
    return costs;
}

}  // namespace zeropoint
