// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/outlier_trial.h"

#include "core/metrics/channel_report.h"
#include "core/statistics/extremes.h"
#include "core/tensor/synthetic.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace zeropoint {
namespace {

using Plant = OutlierSettings::Plant;

constexpr std::int64_t mostRows = 256;
constexpr std::int64_t mostChannels = 512;
constexpr std::int64_t outputs = 64;

Result<Tensor> normal(std::int64_t rows, std::int64_t columns, double deviation, double seed) {
    const auto count = static_cast<double>(rows * columns);
    const SyntheticSpec spec{"normal", {{"std", deviation}, {"n", count}, {"seed", seed}}};
    return generate(spec).map([&](const Tensor& drawn) {
        const std::span<const float> values = drawn.values();
        return Tensor("", {rows, columns}, std::vector<float>(values.begin(), values.end()));
    });
}

/// The upper left part of a tensor taken as rows of its last axis; NaN and infinities as 0.
Result<Tensor> ownActivations(const Tensor& tensor) {
    if (tensor.shape().size() < 2 || tensor.size() == 0) {
        return fail(ErrorCode::InvalidArgument, "Activations are rows of channels", tensor.name(),
                    "Open a matrix, or take drawn activations");
    }
    const std::int64_t length = tensor.shape().back();
    const std::int64_t rows = std::min(mostRows, static_cast<std::int64_t>(tensor.size()) / length);
    const std::int64_t columns = std::min(mostChannels, length);
    std::vector<float> values;
    values.reserve(static_cast<std::size_t>(rows * columns));
    for (std::int64_t row = 0; row < rows; ++row) {
        const auto from = tensor.values().subspan(static_cast<std::size_t>(row * length),
                                                  static_cast<std::size_t>(columns));
        std::transform(from.begin(), from.end(), std::back_inserter(values),
                       [](float value) { return std::isfinite(value) ? value : 0.0F; });
    }
    return Tensor(tensor.name(), {rows, columns}, std::move(values));
}

double largestOf(const Tensor& tensor) {
    const Extremes ends = extremes(tensor.values());
    return std::max(std::abs(ends.min), std::abs(ends.max));
}

Result<Tensor> planted(const Tensor& activations, const OutlierSettings& settings) {
    const std::int64_t last = activations.shape()[1] - 1;
    const auto channel =
        static_cast<std::size_t>(std::clamp<std::int64_t>(settings.channel, 0, last));
    if (settings.plant == Plant::Value) {
        return plantOutlier(activations, channel,
                            static_cast<float>(largestOf(activations) * settings.gain));
    }
    if (settings.plant == Plant::Channel) {
        return plantOutlierChannel(activations, channel, static_cast<float>(settings.gain));
    }
    return activations;
}

/// Of the values alone: whatever the format is, its scales decide nothing here.
std::vector<int> outlierChannels(const Tensor& activations, const Execution& execution) {
    std::vector<int> found;
    const Result<ChannelView> view = viewChannels(activations, 1, QuantScheme{}, {}, execution);
    for (std::size_t i = 0; view && i < view->channels.size(); ++i) {
        if (view->channels[i].outlier) {
            found.push_back(static_cast<int>(i));
        }
    }
    return found;
}

}  // namespace

Result<OutlierTrial> tryRemedies(const Tensor& tensor, const OutlierSettings& settings,
                                 const QuantScheme& scheme, const Execution& execution) {
    QuantScheme own = scheme;
    own.range = RangeMethod{};
    own.granularity = Granularity::Tensor;
    const Result<Tensor> start =
        settings.ownTensor ? ownActivations(tensor) : normal(128, 64, 1, 11);
    const Result<Tensor> activations =
        start.and_then([&](const Tensor& clean) { return planted(clean, settings); });
    if (!activations) {
        return tl::unexpected(activations.error());
    }
    const Result<Tensor> weights = normal(activations->shape()[1], outputs, 0.05, 12);
    if (!weights) {
        return tl::unexpected(weights.error());
    }
    Result<std::vector<RemedyResult>> results =
        compareRemedies(*activations, *weights, own, execution);
    if (!results) {
        return tl::unexpected(results.error());
    }
    OutlierTrial trial{std::move(*results), outlierChannels(*activations, execution),
                       activations->shape(), largestOf(*activations)};
    if (execution.stopRequested()) {  // then no channels are known
        return fail(ErrorCode::Cancelled, "The trial was stopped", tensor.name());
    }
    return trial;
}

}  // namespace zeropoint
