// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/left_out.h"

#include "core/scheme/element_format.h"
#include "core/scheme/format_settings.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {

LeftOut leftOutOf(std::span<const float> values) {
    LeftOut out;
    for (const float value : values) {
        ++(std::isnan(value) ? out.nan : std::isinf(value) ? out.infinite : out.finite);
    }
    return out;
}

void LeftOut::join(const LeftOut& other) {
    nan += other.nan;
    infinite += other.infinite;
    finite += other.finite;
}

StoredNotFinite storedNotFinite(const QuantScheme& scheme) {
    if (settingsOf(scheme.format).kind == FormatSettings::Kind::Blocks) {
        return {NotFiniteAs::Zero, NotFiniteAs::LargestOfBlock};
    }
    const Result<ElementFormat> element = elementFormat(scheme);
    if (!element) {
        return {};
    }
    const bool floats = element->format->kind == FormatKind::Minifloat;
    const FormatLimits format = limits(*element->format);
    const NotFiniteAs special = format.hasInfinity ? NotFiniteAs::Infinity : NotFiniteAs::Nan;
    return {floats && format.hasNan ? NotFiniteAs::Nan : NotFiniteAs::Zero,
            overflowsToSpecial(*element, scheme) ? special : NotFiniteAs::LargestLevel};
}

bool overflows(std::span<const float> values, const QuantScheme& scheme) {
    const Result<ElementFormat> element = elementFormat(scheme);
    if (!element || element->scaled || !overflowsToSpecial(*element, scheme)) {
        return false;
    }
    const NumberFormat& format = *element->format;
    return std::ranges::any_of(values, [&](float value) {
        return std::isfinite(value) && std::abs(double{value}) > element->highest &&
               !std::isfinite(decode(format, encode(format, value)));
    });
}

}  // namespace zeropoint
