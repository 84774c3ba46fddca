// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/error_report.h"
#include "core/metrics/outlier_studio.h"
#include "core/quantization/quantize.h"
#include "core/scheme/error_sums.h"
#include "core/scheme/format_settings.h"

#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

/// X W in double: small matrices, and the reference must be exact enough.
std::vector<double> product(const Tensor& x, const Tensor& w) {
    const auto rows = static_cast<std::size_t>(x.shape()[0]);
    const auto inner = static_cast<std::size_t>(x.shape()[1]);
    const auto columns = static_cast<std::size_t>(w.shape()[1]);
    std::vector<double> out(rows * columns, 0);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t k = 0; k < inner; ++k) {
            const double factor = x.values()[row * inner + k];
            for (std::size_t column = 0; column < columns; ++column) {
                out[row * columns + column] += factor * w.values()[k * columns + column];
            }
        }
    }
    return out;
}

double sqnrDb(std::span<const double> exact, std::span<const double> approximate) {
    double signal = 0;
    double error = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        signal += exact[i] * exact[i];
        error += (approximate[i] - exact[i]) * (approximate[i] - exact[i]);
    }
    return decibels(signal, error, exact.size());
}

Tensor transposed(const Tensor& tensor) {
    const auto rows = static_cast<std::size_t>(tensor.shape()[0]);
    const auto columns = static_cast<std::size_t>(tensor.shape()[1]);
    std::vector<float> values(tensor.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i % columns * rows + i / columns] = tensor.values()[i];
    }
    return Tensor(tensor.name(), {tensor.shape()[1], tensor.shape()[0]}, std::move(values));
}

struct Quantized {
    Tensor tensor;
    double sqnrDb = 0;
};

Result<Quantized> quantizeAndMeasure(const Tensor& tensor, const QuantScheme& scheme,
                                     const Execution& execution) {
    const Result<Calibration> calibration = calibrate(tensor, scheme, execution);
    if (!calibration) {
        return tl::unexpected(calibration.error());
    }
    const Result<ErrorReport> report = measureError(tensor, scheme, *calibration, execution);
    if (!report) {
        return tl::unexpected(report.error());
    }
    return fakeQuantize(tensor, scheme, *calibration, execution).map([&](const Tensor& fake) {
        return Quantized{fake, report->sqnrDb};
    });
}

/// The schemes of both matrices and what they are applied to.
struct Trial {
    Remedy remedy;
    Tensor activations;
    Tensor weights;
    QuantScheme activationScheme;
    QuantScheme weightScheme;
};

Result<RemedyResult> run(const Trial& trial, std::span<const double> exact,
                         const Execution& execution) {
    const Result<Quantized> x =
        quantizeAndMeasure(trial.activations, trial.activationScheme, execution);
    // Groups lie along the inner dimension, over whose products an output sums: in W down the
    // columns.
    const bool grouped = trial.weightScheme.granularity == Granularity::Group;
    Result<Quantized> w = quantizeAndMeasure(grouped ? transposed(trial.weights) : trial.weights,
                                             trial.weightScheme, execution);
    if (!x || !w) {
        return tl::unexpected(x ? w.error() : x.error());
    }
    if (grouped) {
        w->tensor = transposed(w->tensor);
    }
    return RemedyResult{trial.remedy, x->sqnrDb, w->sqnrDb,
                        sqnrDb(exact, product(x->tensor, w->tensor))};
}

QuantScheme with(QuantScheme scheme, Granularity granularity, int axis, RangeMethod::Kind kind) {
    scheme.granularity = granularity;
    scheme.axis = axis;
    scheme.range.kind = kind;
    return scheme;
}

}  // namespace

Result<std::vector<RemedyResult>> compareRemedies(const Tensor& activations, const Tensor& weights,
                                                  const QuantScheme& scheme,
                                                  const Execution& execution) {
    using Kind = RangeMethod::Kind;
    const Result<EqualizedPair> smoothed = smooth(activations, weights);
    if (!smoothed) {
        return tl::unexpected(smoothed.error());
    }
    const QuantScheme tensor = with(scheme, Granularity::Tensor, 0, Kind::MinMax);
    const QuantScheme token = with(scheme, Granularity::Channel, 0, Kind::MinMax);
    const QuantScheme column = with(scheme, Granularity::Channel, 1, Kind::MinMax);
    QuantScheme group = with(scheme, Granularity::Group, 0, Kind::MinMax);
    group.groupSize = remedyGroup;
    const QuantScheme clipped = with(scheme, Granularity::Tensor, 0, Kind::Mse);
    std::vector<Trial> trials = {{Remedy::PerTensor, activations, weights, tensor, tensor}};
    if (settingsOf(scheme.format).scale) {
        trials.push_back({Remedy::PerToken, activations, weights, token, tensor});
        trials.push_back({Remedy::PerChannelWeights, activations, weights, tensor, column});
        trials.push_back({Remedy::PerGroup, activations, weights, group, group});
        trials.push_back({Remedy::Clipping, activations, weights, clipped, clipped});
    }
    trials.push_back({Remedy::Smooth, smoothed->activations, smoothed->weights, tensor, tensor});
    if (const Result<EqualizedPair> rotated = rotate(activations, weights)) {
        trials.push_back(
            {Remedy::Rotation, rotated->activations, rotated->weights, tensor, tensor});
    }
    const std::vector<double> exact = product(activations, weights);
    std::vector<RemedyResult> results;
    for (const Trial& trial : trials) {
        const Result<RemedyResult> result = run(trial, exact, execution);
        if (!result) {
            return tl::unexpected(result.error());
        }
        results.push_back(*result);
    }
    return results;
}

}  // namespace zeropoint
