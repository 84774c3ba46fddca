// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"
#include "core/scheme/quantizer.h"
#include "core/scheme/unit_layout.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

/// Rounds single columns of a weight whose rows (and groups of columns) have parameters of their
/// own: what methods need that go through a weight column by column. The same codes as Quantizer.
class ColumnRounder {
public:
    /// Refuses what Quantizer and UnitLayout refuse. params: one a unit, as `calibrate` chose them.
    static Result<ColumnRounder> make(const Shape& shape, const QuantScheme& scheme,
                                      std::vector<QuantParams> params);

    /// Column `column` of rows [firstRow, firstRow + values.size()): values -> codes and what they
    /// stand for.
    void round(std::size_t firstRow, std::size_t column, std::span<const float> values,
               std::span<std::int32_t> codes, std::span<float> back) const;

    const std::vector<QuantParams>& params() const { return m_params; }

private:
    ColumnRounder(const Quantizer& quantizer, const UnitLayout& layout, const Shape& shape,
                  const QuantScheme& scheme, std::vector<QuantParams> params);

    Quantizer m_quantizer;
    UnitLayout m_layout;
    std::size_t m_in;
    bool m_fast;  ///< integers to nearest even, by division
    std::vector<QuantParams> m_params;
};

}  // namespace zeropoint
