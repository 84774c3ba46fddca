// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/affine.h"

#include "core/numerics/parse_number.h"
#include "core/scheme/param_chooser.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {

CodeRange codeRange(const QuantScheme& scheme) {
    const Result<ElementFormat> element = elementFormat(scheme);
    return element ? element->codes : CodeRange{};
}

Result<RealRange> clippingRange(double lo, double hi, const QuantScheme& scheme) {
    return ParamChooser::make(scheme).map(
        [&](const ParamChooser& chooser) { return chooser.clippingRange(lo, hi); });
}

Result<QuantParams> chooseParams(double lo, double hi, const QuantScheme& scheme) {
    if (!std::isfinite(lo) || !std::isfinite(hi) || lo > hi) {
        return fail(ErrorCode::InvalidArgument, "A range goes from a finite number up to another",
                    shortestText(lo) + "," + shortestText(hi), "Give LO below HI");
    }
    return ParamChooser::make(scheme).map(
        [&](const ParamChooser& chooser) { return chooser.choose(lo, hi); });
}

RealRange clipRange(const RealRange& asked, const RealRange& reached, double lowStep,
                    double highStep) {
    const auto outermost = [](double askedEnd, double reachedEnd, double step) {
        // Scales are float32, which moves the end of many codes by a part of a step.
        const double half = step / 2 + std::abs(reachedEnd) * 0x1p-22;
        const double end = std::abs(reachedEnd - askedEnd) <= half ? askedEnd : reachedEnd;
        // Float32, as values are: 0.1 is inside of a range that ends at 0.1.
        constexpr double most = std::numeric_limits<float>::max();
        return static_cast<double>(static_cast<float>(std::clamp(end, -most, most)));
    };
    return {outermost(asked.lo, reached.lo, lowStep), outermost(asked.hi, reached.hi, highStep)};
}

RealRange representableRange(const QuantParams& params, const QuantScheme& scheme) {
    const Result<ParamChooser> chooser = ParamChooser::make(scheme);
    return chooser ? chooser->representable(params) : RealRange{};
}

}  // namespace zeropoint
