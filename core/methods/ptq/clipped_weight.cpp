// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/clipped_weight.h"

#include "core/calibration/double_scales.h"
#include "core/numerics/block_format.h"
#include "core/quantization/quantize.h"
#include "core/scheme/param_chooser.h"

#include <utility>

namespace zeropoint {
namespace {

Result<Calibration> narrowed(Calibration calibration, const QuantScheme& scheme, double share) {
    return ParamChooser::make(scheme).map([&](const ParamChooser& chooser) {
        calibration.lo *= share;
        calibration.hi *= share;
        for (std::size_t unit = 0; unit < calibration.ranges.size(); ++unit) {
            RealRange& range = calibration.ranges[unit];
            range = {range.lo * share, range.hi * share};
            calibration.params[unit] = chooser.choose(range.lo, range.hi);
        }
        if (scheme.scaleFormat == ScaleFormat::Double) {
            quantizeScales(calibration, chooser, static_cast<std::size_t>(scheme.doubleBlock));
        }
        return std::move(calibration);
    });
}

}  // namespace

Result<Calibration> calibrateClipped(const Tensor& weight, const QuantScheme& scheme, double share,
                                     const Execution& execution) {
    if (!(share > 0 && share <= 1)) {
        return fail(ErrorCode::InvalidArgument, "The share of a range lies above 0 and up to 1",
                    "clip", "1 keeps the whole range");
    }
    Result<Calibration> whole = calibrate(weight, scheme, execution);
    if (!whole || share == 1) {
        return whole;
    }
    if (findBlockFormat(scheme.format) != nullptr) {
        return fail(ErrorCode::InvalidArgument, "The blocks of a format choose their own scales",
                    "clip", "Keep the whole range, or choose a format with scales");
    }
    return narrowed(std::move(*whole), scheme, share);
}

Result<QuantizedWeight> roundClipped(const Tensor& weight, const QuantScheme& scheme, double share,
                                     const Execution& execution) {
    if (share == 1) {
        return roundWeight(weight, scheme, execution);
    }
    Result<Calibration> calibration = calibrateClipped(weight, scheme, share, execution);
    if (!calibration) {
        return tl::unexpected(calibration.error());
    }
    Result<QuantizedTensor> codes = quantize(weight, scheme, *calibration, execution);
    if (!codes) {
        return tl::unexpected(codes.error());
    }
    return weightOfCodes(weight.shape(), scheme, std::move(codes->codes), std::move(codes->params),
                         std::move(calibration->doubled));
}

}  // namespace zeropoint
