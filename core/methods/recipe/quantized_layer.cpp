// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipe/quantized_layer.h"

#include <algorithm>

namespace zeropoint {
namespace {

/// x / s row by row; x and out may be the same memory.
void divideColumns(std::span<const float> x, std::span<const float> scale, std::span<float> out) {
    for (std::size_t row = 0; row < x.size(); row += scale.size()) {
        for (std::size_t i = 0; i < scale.size(); ++i) {
            out[row + i] = x[row + i] / scale[i];
        }
    }
}

}  // namespace

void quantizeInput(const QuantizedSite& site, std::span<const float> x, std::size_t sequenceRows,
                   std::span<float> out) {
    std::span<const float> scaled = x;
    if (!site.inputScale.empty()) {
        divideColumns(x, site.inputScale, out);
        scaled = out;
    }
    if (site.input) {
        site.input->apply(scaled, site.in, sequenceRows, out);
    } else if (scaled.data() != out.data()) {
        std::copy(scaled.begin(), scaled.end(), out.begin());
    }
}

void QuantizedLayer::effectiveWeight(std::span<const float> master, OwnSpans<const float> /*own*/,
                                     std::span<float> effective) {
    const std::span<const float> values =
        m_site->weight ? std::span<const float>(m_site->weight->values) : master;
    std::copy(values.begin(), values.end(), effective.begin());
}

void QuantizedLayer::effectiveInput(const Pass& pass, std::span<const float> x,
                                    OwnSpans<const float> /*own*/, std::span<float> effective) {
    quantizeInput(*m_site, x, pass.sequenceRows, effective);
}

void QuantizedLayer::inputGradient(const Pass& /*pass*/, std::span<const float> /*x*/,
                                   OwnSpans<const float> /*own*/, std::span<float> gradient,
                                   OwnSpans<float> /*ownGradient*/) {
    if (!m_site->inputScale.empty()) {
        divideColumns(gradient, m_site->inputScale, gradient);
    }
}

void QuantizedLayer::addOutput(const Pass& /*pass*/, std::span<const float> /*x*/,
                               OwnSpans<const float> /*own*/, std::span<float> y) {
    m_site->output->apply(y, m_site->outputStretch, 1, y);
}

}  // namespace zeropoint
