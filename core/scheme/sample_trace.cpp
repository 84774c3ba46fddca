// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/affine.h"
#include "core/scheme/quantizer.h"
#include "core/scheme/rounding_rule.h"

#include <cmath>

namespace zeropoint {

SampleTrace traceSample(double x, const QuantParams& params, const QuantScheme& scheme) {
    SampleTrace trace;
    trace.x = x;
    const Result<Quantizer> quantizer = Quantizer::make(scheme);
    if (!quantizer) {
        return trace;
    }
    const auto value = static_cast<float>(x);
    trace.scaled = quantizer->scaledOne(value, params);
    trace.code = quantizer->encodeOne(value, params, 0);
    trace.dequantized = quantizer->decodeOne(trace.code, params);
    trace.error = trace.dequantized - x;
    const ElementFormat& element = quantizer->element();
    if (!element.integer) {
        trace.rounded = decode(*element.format, static_cast<std::uint64_t>(trace.code));
        trace.shifted = trace.rounded;
        trace.clipped = trace.scaled > element.highest || trace.scaled < element.lowest;
        return trace;
    }
    const double scaled = std::isnan(x) ? 0 : trace.scaled;
    trace.rounded = std::isinf(scaled) ? scaled
                                       : roundToInteger(scaled, effectiveRounding(scheme),
                                                        roundingBits(scheme.seed, 0));
    trace.shifted = trace.rounded + params.zeroPoint;
    trace.clipped = trace.shifted < element.codes.qmin || trace.shifted > element.codes.qmax;
    trace.tie = scaled - std::floor(scaled) == 0.5;
    return trace;
}

}  // namespace zeropoint
