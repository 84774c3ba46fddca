// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/levels.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

constexpr int widestEnumerated = 16;

}  // namespace

std::vector<double> gridLevels(const QuantParams& params, const QuantScheme& scheme) {
    std::vector<double> levels;
    const NumberFormat* format = findNumberFormat(scheme.format);
    if (format == nullptr || format->bits > widestEnumerated) {
        return levels;
    }
    const auto scale = static_cast<float>(params.scale);
    if (scale == 0) {
        return {0.0};
    }
    if (format->kind == FormatKind::Integer) {
        const CodeRange codes = codeRange(scheme);
        for (std::int32_t q = codes.qmin; q <= codes.qmax; ++q) {
            levels.push_back(static_cast<float>(q - params.zeroPoint) * scale);
        }
        return levels;
    }
    for (std::uint64_t code = 0; code < (std::uint64_t{1} << format->bits); ++code) {
        const float level = static_cast<float>(decode(*format, code)) * scale;
        if (std::isfinite(level)) {
            levels.push_back(level == 0 ? 0 : level);  // of two zeros the one that 0 is stored as
        }
    }
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    return levels;
}

}  // namespace zeropoint
