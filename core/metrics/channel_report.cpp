// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/channel_report.h"

#include "core/metrics/error_report.h"
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
};

void measureChannel(const Channels& channels, std::span<const float> values, std::size_t unit,
                    ChannelView& view) {
    ChannelReport& report = view.channels[unit];
    describe(values, report);
    report.ownScale = channels.own.params[unit].scale;
    const ErrorReport own = reportOf(
        channels.quantizer.error(values, channels.own.params[unit], channels.own.ranges[unit], 0));
    report.mse = own.mse;
    report.sqnrDb = own.sqnrDb;
    view.mseWithTensorScale[unit] =
        reportOf(channels.quantizer.error(values, channels.shared.params[0],
                                          channels.shared.ranges[0], 0))
            .mse;
}

double mean(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
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
    const Channels channels{*layout, *quantizer, *own, *shared};
    ChannelView view;
    view.tensorScale = shared->params[0].scale;
    view.channels.resize(layout->units());
    view.mseWithTensorScale.resize(layout->units());
    const bool done = runShards(execution, layout->units(), [&](std::size_t unit) {
        std::vector<float> buffer;
        measureChannel(channels, layout->values(tensor.values(), unit, buffer), unit, view);
    });
    if (!done) {
        return fail(ErrorCode::Cancelled, "The measurement was stopped", tensor.name());
    }
    if (!view.channels.empty()) {
        markOutliers(view.channels, options.outlierFactor);
    }
    std::vector<double> errors;
    for (const ChannelReport& channel : view.channels) {
        errors.push_back(channel.mse);
    }
    // Channels have the same number of values, so the mean of means is the mean.
    view.channelMse = mean(errors);
    view.tensorMse = mean(view.mseWithTensorScale);
    if (view.channelMse > 0 && view.tensorMse > 0) {
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
