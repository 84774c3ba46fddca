// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/scheme_ledger.h"

#include "core/scheme/element_format.h"

#include <algorithm>
#include <limits>

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

/// As many as a scheme may ask for: groups longer than any tensor stop at the largest number.
std::int64_t weightsOfSecondScale(const QuantScheme& scheme) {
    const std::int64_t scales = std::max(scheme.doubleBlock, 1);
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    return scheme.groupSize > most / scales ? most : scheme.groupSize * scales;
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
            ledger.push_back({Part::SecondScales, 32, weightsOfSecondScale(scheme)});
        }
        if (element.integer && !scheme.symmetric) {
            ledger.push_back({Part::ZeroPoints, element.format->bits, scheme.groupSize});
        }
        return ledger;
    });
}

}  // namespace zeropoint
