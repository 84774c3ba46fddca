// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/column_rounder.h"

#include "core/scheme/element_format.h"

#include <algorithm>

namespace zeropoint {

Result<ColumnRounder> ColumnRounder::make(const Shape& shape, const QuantScheme& scheme,
                                          std::vector<QuantParams> params) {
    const Result<Quantizer> quantizer = Quantizer::make(scheme);
    if (!quantizer) {
        return tl::unexpected(quantizer.error());
    }
    const Result<UnitLayout> layout = UnitLayout::make(shape, scheme);
    if (!layout) {
        return tl::unexpected(layout.error());
    }
    return ColumnRounder(*quantizer, *layout, shape, scheme, std::move(params));
}

ColumnRounder::ColumnRounder(const Quantizer& quantizer, const UnitLayout& layout,
                             const Shape& shape, const QuantScheme& scheme,
                             std::vector<QuantParams> params)
    : m_quantizer(quantizer),
      m_layout(layout),
      m_in(static_cast<std::size_t>(shape.back())),
      m_fast(quantizer.element().integer && effectiveRounding(scheme) == Rounding::NearestEven &&
             !multipliesByInverse(scheme)),
      m_params(std::move(params)) {}

void ColumnRounder::round(std::size_t firstRow, std::size_t column, std::span<const float> values,
                          std::span<std::int32_t> codes, std::span<float> back) const {
    // Adding and taking away 1.5 * 2^23 rounds a float below 2^22 to nearest even.
    constexpr float magic = 12582912.0F;
    const CodeRange range = m_quantizer.element().codes;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t index = (firstRow + i) * m_in + column;
        const QuantParams& params = m_params[m_layout.unitOf(index)];
        if (!m_fast || params.scale == 0) {
            const std::int64_t code = m_quantizer.encodeOne(values[i], params, index);
            codes[i] = static_cast<std::int32_t>(code);
            back[i] = m_quantizer.decodeOne(code, params);
            continue;
        }
        const auto scale = static_cast<float>(params.scale);
        const auto low = static_cast<float>(range.qmin - params.zeroPoint);
        const auto high = static_cast<float>(range.qmax - params.zeroPoint);
        // Not a number fails every comparison and becomes real zero.
        const float scaled = values[i] == values[i] ? values[i] / scale : 0.0F;
        const float level = std::clamp(scaled, low, high) + magic - magic;
        codes[i] = static_cast<std::int32_t>(level) + params.zeroPoint;
        back[i] = level * scale;
    }
}

}  // namespace zeropoint
