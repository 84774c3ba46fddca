// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/site_report.h"

#include "core/nn/matrix_product.h"

#include <algorithm>

namespace zeropoint {
namespace {

constexpr std::size_t mostReportedRows = 1024;

/// y = x W^T + b for [rows, in] and [out, in].
std::vector<float> outputs(std::span<const float> x, std::span<const float> weight, std::size_t in,
                           std::span<const float> bias) {
    const std::size_t rows = x.size() / in;
    const std::size_t out = weight.size() / in;
    std::vector<float> y(rows * out);
    multiplyTransposed<float>({y.data(), rows, out}, {x.data(), rows, in},
                              {weight.data(), out, in});
    for (std::size_t i = 0; i < y.size() && !bias.empty(); ++i) {
        y[i] += bias[i % out];
    }
    return y;
}

double meanSquare(std::span<const float> a, std::span<const float> b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
        sum += difference * difference;
    }
    return a.empty() ? 0 : sum / static_cast<double>(a.size());
}

}  // namespace

SiteReport reportSite(const PtqWork& work, std::size_t index, const QuantizedSite& site) {
    SiteReport report;
    report.site = site.name;
    report.quantized = site.recipe.weight.has_value();
    const Tensor master = work.master(index);
    const std::span<const float> used =
        site.weight ? std::span<const float>(site.weight->values) : master.values();
    report.weightSqnrDb = signalToNoiseDb(master.values(), used);
    const SiteInput* const input = work.input(index);
    if (input == nullptr) {
        return report;
    }
    const std::size_t rows = std::min(input->kept(), mostReportedRows);
    const std::span<const float> x = std::span(input->rows).first(rows * site.in);
    std::vector<float> changed(x.begin(), x.end());
    if (site.input) {
        site.input->apply(x, site.in, input->sequenceRows, changed);
    }
    report.inputSqnrDb = signalToNoiseDb(x, changed);
    const std::vector<float> exact = outputs(x, master.values(), site.in, work.masterBias(index));
    std::vector<float> quantized = outputs(changed, used, site.in, work.biasOf(index, site));
    if (site.output) {
        site.output->apply(quantized, site.outputStretch, 1, quantized);
    }
    report.outputSqnrDb = signalToNoiseDb(exact, quantized);
    report.outputMse = meanSquare(exact, quantized);
    return report;
}

}  // namespace zeropoint
