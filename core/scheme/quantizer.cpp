// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/quantizer.h"

#include "core/numerics/convert_kernels.h"
#include "core/scheme/quantizer_rules.h"
#include "core/scheme/rounding_rule.h"

#include <algorithm>
#include <array>
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

/// The largest float that belongs to the lower of two levels; a tie goes to the even code, and 0
/// itself up, as in encode().
float bookEdge(const BookLevel& lower, const BookLevel& upper) {
    const double middle = (static_cast<double>(lower.value) + static_cast<double>(upper.value)) / 2;
    const auto rounded = static_cast<float>(middle);
    const bool tieGoesUp = (lower.code & 1) != 0 || middle == 0;
    const bool above = rounded > middle || (rounded == middle && tieGoesUp);
    return above ? std::nextafter(rounded, -std::numeric_limits<float>::infinity()) : rounded;
}

/// Where rounding to nearest even first leaves the finite values of a format, and for what.
Beyond beyondOf(const NumberFormat& format, double largest) {
    const double infinity = std::numeric_limits<double>::infinity();
    Beyond beyond;
    beyond.value = static_cast<float>(decode(format, encode(format, infinity)));
    if (format.bits >= 32) {
        beyond.from = std::numeric_limits<float>::infinity();
        return beyond;
    }
    const double halfway = largest + unitInLastPlace(format, largest) / 2;  // a float too
    const auto from = static_cast<float>(halfway);
    const bool tieStays = std::isfinite(decode(format, encode(format, halfway)));
    beyond.from = tieStays ? std::nextafter(from, std::numeric_limits<float>::infinity()) : from;
    return beyond;
}

std::optional<BulkFormat> bulkFormatOf(const NumberFormat& format) {
    for (const BulkFormat bulk :
         {BulkFormat::Fp16, BulkFormat::Bf16, BulkFormat::Fp8E4M3, BulkFormat::Fp8E5M2}) {
        if (&numberFormat(bulk) == &format) {
            return bulk;
        }
    }
    return std::nullopt;
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
    quantizer.m_special = overflowsToSpecial(*element, scheme);
    if (quantizer.m_special) {
        quantizer.m_beyond = beyondOf(*element->format, quantizer.m_limits.max);
    }
    quantizer.m_bulk = bulkFormatOf(*element->format);
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

float Quantizer::scaledOne(float x, const QuantParams& params) const {
    const auto scale = static_cast<float>(params.scale);
    if (scale == 0) {
        return std::isnan(x) ? x : 0.0F;
    }
    if (!m_element.integer) {
        return x / scale;
    }
    const rules::IntegerRule rule = integerRule(m_element, params, m_inverse);
    return rule.multiply ? x * rule.inverse : x / scale;
}

std::int64_t Quantizer::encodeOne(float x, const QuantParams& params, std::uint64_t index) const {
    const std::uint64_t random =
        m_rounding == Rounding::Stochastic ? roundingBits(m_seed, index) : 0;
    const float scaled = scaledOne(x, params);
    if (!m_element.integer) {
        const bool saturates = !m_special && !std::isnan(scaled);
        const double inside = saturates ? std::clamp<double>(scaled, m_limits.lowest, m_limits.max)
                                        : static_cast<double>(scaled);
        const Overflow overflow = m_special ? Overflow::Specified : Overflow::Saturate;
        return static_cast<std::int64_t>(
            encode(*m_element.format, inside, {m_rounding, overflow, random}));
    }
    if (std::isnan(x) || params.scale == 0) {
        return params.zeroPoint;
    }
    const rules::IntegerRule rule = integerRule(m_element, params, m_inverse);
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

std::size_t Quantizer::quantizeFloats(std::span<const float> x, const QuantParams& params,
                                      std::uint64_t first, std::span<std::int32_t> codes) const {
    const bool bulk = m_bulk && m_rounding == Rounding::NearestEven && params.scale != 0;
    if (bulk) {
        encodeBulk(x, params, codes);
    } else {
        for (std::size_t i = 0; i < x.size(); ++i) {
            codes[i] = static_cast<std::int32_t>(encodeOne(x[i], params, first + i));
        }
    }
    return static_cast<std::size_t>(
        std::count_if(x.begin(), x.end(), [](float value) { return std::isnan(value); }));
}

void Quantizer::encodeBulk(std::span<const float> x, const QuantParams& params,
                           std::span<std::int32_t> codes) const {
    constexpr std::size_t piece = 512;
    const EncodeKernel kernel = encodeKernel(*m_bulk);
    const auto scale = static_cast<float>(params.scale);
    const auto low =
        m_special ? -std::numeric_limits<float>::infinity() : static_cast<float>(m_limits.lowest);
    const auto high =
        m_special ? std::numeric_limits<float>::infinity() : static_cast<float>(m_limits.max);
    std::array<float, piece> scaled;
    std::array<std::uint16_t, piece> wide;
    std::array<std::uint8_t, piece> narrow;
    const bool isWide = m_element.format->bits == 16;
    for (std::size_t from = 0; from < x.size(); from += piece) {
        const std::size_t count = std::min(piece, x.size() - from);
        for (std::size_t i = 0; i < count; ++i) {
            const float y = x[from + i] / scale;
            scaled[i] = y < low ? low : y > high ? high : y;  // NaN stays
        }
        auto* const bytes = isWide ? std::as_writable_bytes(std::span(wide)).data()
                                   : std::as_writable_bytes(std::span(narrow)).data();
        kernel(scaled.data(), count, bytes, {});
        if (isWide) {
            std::copy_n(wide.begin(), count, codes.begin() + static_cast<std::ptrdiff_t>(from));
        } else {
            std::copy_n(narrow.begin(), count, codes.begin() + static_cast<std::ptrdiff_t>(from));
        }
    }
}

std::size_t Quantizer::quantize(std::span<const float> x, const QuantParams& params,
                                std::uint64_t first, std::span<std::int32_t> codes) const {
    if (!m_element.integer || m_rounding != Rounding::NearestEven || params.scale == 0) {
        return quantizeFloats(x, params, first, codes);
    }
    std::size_t nan = 0;
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
