// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/quantizer.h"

#include "core/scheme/quantizer_rules.h"
#include "core/scheme/rounding_rule.h"

#include <cassert>

namespace zeropoint {
namespace {

struct BookLevel {
    float value;
    std::uint64_t code;
};

/// Levels by rising value; of two codes of one value the last in encode's order stays.
std::vector<BookLevel> bookLevels(const NumberFormat& format) {
    std::vector<BookLevel> levels;
    for (const std::uint8_t code : format.order) {
        if (!levels.empty() && levels.back().value == format.book[code]) {
            levels.pop_back();
        }
        levels.push_back({format.book[code], code});
    }
    return levels;
}

/// The largest float that belongs to the lower of two levels; a tie goes to the even code.
float bookEdge(const BookLevel& lower, const BookLevel& upper) {
    const double middle = (static_cast<double>(lower.value) + static_cast<double>(upper.value)) / 2;
    const auto rounded = static_cast<float>(middle);
    const bool tieGoesUp = (lower.code & 1) != 0;
    const bool above = rounded > middle || (rounded == middle && tieGoesUp);
    return above ? std::nextafter(rounded, -std::numeric_limits<float>::infinity()) : rounded;
}

}  // namespace

Result<Quantizer> Quantizer::make(const QuantScheme& scheme) {
    const Result<ElementFormat> element = elementFormat(scheme);
    if (!element) {
        return tl::unexpected(element.error());
    }
    Quantizer quantizer(*element);
    quantizer.m_rounding = effectiveRounding(scheme);
    quantizer.m_inverse = multipliesByInverse(scheme);
    quantizer.m_seed = scheme.seed;
    quantizer.m_limits = limits(*element->format);
    if (element->format->kind == FormatKind::CodeBook) {
        const std::vector<BookLevel> levels = bookLevels(*element->format);
        assert(levels.size() <= rules::BookRule::most);
        for (std::size_t i = 0; i < levels.size(); ++i) {
            quantizer.m_levels.push_back(levels[i].value);
            if (i > 0) {
                quantizer.m_edges.push_back(bookEdge(levels[i - 1], levels[i]));
            }
        }
    }
    return quantizer;
}

std::int64_t Quantizer::encodeOne(float x, const QuantParams& params, std::uint64_t index) const {
    const std::uint64_t random =
        m_rounding == Rounding::Stochastic ? roundingBits(m_seed, index) : 0;
    const auto scale = static_cast<float>(params.scale);
    const float scaled = m_inverse ? x * (1.0F / scale) : x / scale;
    if (!m_element.integer) {
        const double inside = std::isnan(scaled)
                                  ? static_cast<double>(scaled)
                                  : std::clamp<double>(scaled, m_limits.lowest, m_limits.max);
        return static_cast<std::int64_t>(
            encode(*m_element.format, inside, {m_rounding, Overflow::Saturate, random}));
    }
    const rules::IntegerRule rule = integerRule(m_element, params, m_inverse);
    if (std::isnan(x)) {
        return params.zeroPoint;
    }
    const float inside = std::clamp(scaled, rule.low, rule.high);
    return static_cast<std::int64_t>(roundToInteger(inside, m_rounding, random)) + params.zeroPoint;
}

float Quantizer::decodeOne(std::int64_t code, const QuantParams& params) const {
    const auto scale = static_cast<float>(params.scale);
    if (m_element.integer) {
        return static_cast<float>(code - params.zeroPoint) * scale;
    }
    const double level = decode(*m_element.format, static_cast<std::uint64_t>(code));
    return static_cast<float>(level) * scale;
}

std::size_t Quantizer::quantize(std::span<const float> x, const QuantParams& params,
                                std::uint64_t first, std::span<std::int32_t> codes) const {
    std::size_t nan = 0;
    if (!m_element.integer || m_rounding != Rounding::NearestEven) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            nan += std::isnan(x[i]) ? 1 : 0;
            codes[i] = static_cast<std::int32_t>(encodeOne(x[i], params, first + i));
        }
        return nan;
    }
    const rules::IntegerRule rule = integerRule(m_element, params, m_inverse);
    rules::forLanes(x, [&](const lanes::Floats& values, std::size_t at, std::size_t count) {
        const lanes::Ints ordered = values == values;
        lanes::Floats level;
        rule.level(ordered ? values : lanes::Floats{}, level);
        const lanes::Ints code = __builtin_convertvector(level, lanes::Ints) + params.zeroPoint;
        nan += lanes::width - static_cast<std::size_t>(-lanes::total(ordered));
        if (count == lanes::width) {
            lanes::store(code, codes.data() + at);
        } else {
            std::copy_n(reinterpret_cast<const std::int32_t*>(&code), count, codes.data() + at);
        }
    });
    return nan;
}

void Quantizer::dequantize(std::span<const std::int32_t> codes, const QuantParams& params,
                           std::span<float> out) const {
    if (m_element.integer) {
        const auto scale = static_cast<float>(params.scale);
        for (std::size_t i = 0; i < codes.size(); ++i) {
            out[i] = static_cast<float>(codes[i] - params.zeroPoint) * scale;
        }
        return;
    }
    for (std::size_t i = 0; i < codes.size(); ++i) {
        out[i] = decodeOne(codes[i], params);
    }
}

void Quantizer::fakeQuantize(std::span<const float> x, const QuantParams& params,
                             std::uint64_t first, std::span<float> out) const {
    const bool keepsNan = !m_element.integer && m_limits.hasNan;
    const lanes::Ints keep = lanes::Ints{} - (keepsNan ? 1 : 0);
    withRule(params, [&](const auto& rule) {
        rules::forLanes(x, [&](const lanes::Floats& values, std::size_t at, std::size_t count) {
            const lanes::Ints ordered = values == values;
            lanes::Floats result;
            rule(ordered ? values : lanes::Floats{}, first + at, result);
            result = keep & ~ordered ? values : result;
            if (count == lanes::width) {
                lanes::store(result, out.data() + at);
            } else {
                std::copy_n(reinterpret_cast<const float*>(&result), count, out.data() + at);
            }
        });
    });
}

}  // namespace zeropoint
