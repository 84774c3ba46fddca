// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/scheme_ledger.h"

#include "core/scheme/element_format.h"

#include <algorithm>

namespace zeropoint {
namespace {

using Part = SchemeCost::Part;

int scaleBits(ScaleFormat format) {
    switch (format) {
        case ScaleFormat::Fp32:
            return 32;
        case ScaleFormat::Fp16:
        case ScaleFormat::Bf16:
            return 16;
        case ScaleFormat::E8m0:
        case ScaleFormat::Double:
            return 8;
    }
    return 0;
}

}  // namespace

Result<std::vector<SchemeCost>> schemeLedger(const QuantScheme& scheme) {
    if (scheme.granularity != Granularity::Group || scheme.groupSize < 1) {
        return fail(ErrorCode::InvalidArgument, "A bill a weight needs groups that share a scale",
                    "granularity", "Choose a group size of 1 or more");
    }
    return elementFormat(scheme).map([&](const ElementFormat& element) {
        std::vector<SchemeCost> ledger = {{Part::Codes, element.format->bits, 1}};
        if (element.scaled) {
            ledger.push_back({Part::Scales, scaleBits(scheme.scaleFormat), scheme.groupSize});
        }
        if (element.scaled && scheme.scaleFormat == ScaleFormat::Double) {
            ledger.push_back(
                {Part::SecondScales, 32, scheme.groupSize * std::max(scheme.doubleBlock, 1)});
        }
        if (element.integer && !scheme.symmetric) {
            ledger.push_back({Part::ZeroPoints, element.format->bits, scheme.groupSize});
        }
        return ledger;
    });
}

}  // namespace zeropoint
