// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/format_settings.h"

#include "core/numerics/block_format.h"
#include "core/scheme/element_format.h"

namespace zeropoint {

FormatSettings settingsOf(std::string_view format) {
    using Kind = FormatSettings::Kind;
    if (const BlockFormat* blocks = findBlockFormat(format); blocks != nullptr) {
        return {Kind::Blocks, false, false, false, false, blocks->hasScaleRule};
    }
    QuantScheme scheme;
    scheme.format = format;
    const Result<ElementFormat> element = elementFormat(scheme);
    if (!element) {
        return {Kind::Cast, false, false, false, false, false};
    }
    const NumberFormat& number = *element->format;
    const Kind kind = element->integer  ? Kind::Integer
                      : element->scaled ? Kind::Levels
                                        : Kind::Cast;
    return {kind,
            element->scaled,
            element->integer,
            true,
            number.kind == FormatKind::Minifloat && limits(number).hasNan,
            false};
}

QuantScheme followed(QuantScheme scheme) {
    const QuantScheme usual;
    const FormatSettings settings = settingsOf(scheme.format);
    if (!settings.scale) {
        scheme.granularity = usual.granularity;
        scheme.axis = usual.axis;
        scheme.groupSize = usual.groupSize;
        scheme.scaleFormat = usual.scaleFormat;
        scheme.doubleBlock = usual.doubleBlock;
        scheme.range = usual.range;
    }
    if (!settings.zeroPoint) {
        scheme.symmetric = usual.symmetric;
        scheme.narrow = usual.narrow;
        scheme.convention = usual.convention;
    }
    if (!settings.rounding) {
        scheme.rounding = usual.rounding;
        scheme.seed = usual.seed;
    }
    if (!settings.overflow) {
        scheme.overflow = usual.overflow;
    }
    if (!settings.scaleRule) {
        scheme.scaleRule = usual.scaleRule;
    }
    return scheme;
}

}  // namespace zeropoint
