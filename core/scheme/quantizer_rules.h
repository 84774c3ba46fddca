// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/element_rules.h"
#include "core/scheme/quantizer.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {

/// The integers between which the codes less the zero point lie, without levels that would
/// overflow float32 (a scale near the largest float).
inline rules::IntegerRule integerRule(const ElementFormat& element, const QuantParams& params,
                                      bool multiply) {
    const auto scale = static_cast<float>(params.scale);
    // The reciprocal of a subnormal scale may be infinite: then x is divided after all.
    const bool multiplies = multiply && std::isfinite(1.0F / scale);
    const double most = std::floor(std::numeric_limits<float>::max() / params.scale);
    const double low = std::max<double>(element.codes.qmin - params.zeroPoint, -most);
    const double high = std::min<double>(element.codes.qmax - params.zeroPoint, most);
    return {scale, 1.0F / scale, multiplies, static_cast<float>(low), static_cast<float>(high)};
}

/// Calls use(rule) with the fastest rule that the settings allow.
template <typename Use>
auto Quantizer::withRule(const QuantParams& params, Use use) const {
    const NumberFormat& format = *m_element.format;
    const auto scale = static_cast<float>(params.scale);
    if (scale == 0) {
        return use(rules::ZeroRule{});
    }
    if (m_rounding != Rounding::NearestEven) {
        return use(rules::SlowRule{this, params});
    }
    if (m_element.integer) {
        return use(integerRule(m_element, params, m_inverse));
    }
    if (format.kind == FormatKind::CodeBook) {
        rules::BookRule rule{scale, m_levels.size()};
        std::copy(m_levels.begin(), m_levels.end(), rule.levels.begin());
        std::copy(m_edges.begin(), m_edges.end(), rule.edges.begin());
        return use(rule);
    }
    if (format.bits >= 32) {
        return use(rules::IdentityRule{m_beyond});
    }
    const auto high = static_cast<float>(m_limits.max);
    if (format.exponentBits == 8) {
        return use(rules::TruncatedRule{high, 23 - format.mantissaBits, m_beyond});
    }
    return use(rules::MinifloatRule{scale, static_cast<float>(m_limits.lowest), high,
                                    static_cast<float>(m_limits.minNormal), format.mantissaBits,
                                    m_beyond});
}

}  // namespace zeropoint
