// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/param_chooser.h"

#include "core/numerics/number_format.h"
#include "core/scheme/rounding_rule.h"
#include "core/scheme/scale.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

namespace zeropoint {
namespace {

std::int32_t clampedZeroPoint(double zeroPoint, const CodeRange& codes) {
    return static_cast<std::int32_t>(
        std::clamp(zeroPoint, static_cast<double>(codes.qmin), static_cast<double>(codes.qmax)));
}

std::int32_t symmetricZeroPoint(const ElementFormat& element, const QuantScheme& scheme) {
    if (!element.integer || element.format->isSigned) {
        return 0;
    }
    const std::int32_t half = std::int32_t{1} << (element.format->bits - 1);
    // PyTorch rounds the middle of a custom code range down; its quint8 has 128.
    const bool middleDown = scheme.convention == Convention::PyTorch && element.format->bits != 8;
    return middleDown ? half - 1 : half;
}

/// TFLite (gemmlowp): of the zero points that the two ends ask for, the one whose end has the
/// smaller terms and so the smaller rounding error.
bool lowEndErrsLess(double scale, const RealRange& clip, const CodeRange& codes) {
    const double errorLo = std::abs(static_cast<double>(codes.qmin)) + std::abs(clip.lo / scale);
    const double errorHi = std::abs(static_cast<double>(codes.qmax)) + std::abs(clip.hi / scale);
    return errorLo < errorHi;
}

/// Rounded half away from zero.
double tfliteZeroPoint(double scale, const RealRange& clip, const CodeRange& codes) {
    return std::round(lowEndErrsLess(scale, clip, codes) ? codes.qmin - clip.lo / scale
                                                         : codes.qmax - clip.hi / scale);
}

double affineZeroPoint(double scale, const RealRange& clip, const CodeRange& codes,
                       const QuantScheme& scheme) {
    switch (scheme.convention) {
        case Convention::PyTorch: {
            const auto quotient = static_cast<float>(clip.lo) / static_cast<float>(scale);
            return codes.qmin - roundToInteger(quotient, Rounding::NearestEven, 0);
        }
        case Convention::Onnx: {
            const auto quotient = static_cast<float>(clip.lo) / static_cast<float>(scale);
            return roundToInteger(static_cast<float>(codes.qmin) - quotient, Rounding::NearestEven,
                                  0);
        }
        case Convention::TfLite:
            return tfliteZeroPoint(scale, clip, codes);
        default:
            return roundToInteger(codes.qmin - clip.lo / scale, Rounding::NearestEven, 0);
    }
}

/// PyTorch's observers: float32 throughout, symmetric ranges spread over all codes (127.5 steps of
/// 8 bits on each side), scales not below the epsilon of float32.
double pytorchScale(const RealRange& clip, const ElementFormat& element, bool symmetric) {
    const auto lo = static_cast<float>(clip.lo);
    const auto hi = static_cast<float>(clip.hi);
    const auto steps = static_cast<float>(element.codes.qmax - element.codes.qmin);
    const float scale = symmetric ? hi / (steps / 2) : (hi - lo) / steps;
    return std::max(scale, std::numeric_limits<float>::epsilon());
}

/// The smallest scale with which the outermost levels reach both ends. Books of levels that differ
/// in magnitude (IQ4_NL: -127 and 113) are laid so that neither side is cut.
double scaleOfLevels(double lo, double hi, const ElementFormat& element) {
    const double above = std::max(hi, 0.0) / element.highest;
    const double below = element.lowest < 0 ? std::min(lo, 0.0) / element.lowest : -lo;
    return std::max(above, below);
}

double idealScale(const RealRange& clip, const ElementFormat& element, const QuantScheme& scheme) {
    const bool affine = element.integer && !scheme.symmetric;
    if (scheme.convention == Convention::PyTorch && element.integer) {
        return pytorchScale(clip, element, scheme.symmetric);
    }
    if (scheme.convention == Convention::Onnx && affine) {
        return (static_cast<float>(clip.hi) - static_cast<float>(clip.lo)) /
               static_cast<float>(element.codes.qmax - element.codes.qmin);
    }
    return affine ? (clip.hi - clip.lo) / (element.codes.qmax - element.codes.qmin)
                  : clip.hi / element.largest;
}

/// The value of the scale format for `wanted` that leaves the outermost level finite in float32:
/// where rounding would go beyond, the largest that does not.
double finiteScale(double wanted, const ElementFormat& element, ScaleFormat format) {
    const double most = std::numeric_limits<float>::max() / element.largest;
    const double scale = roundScale(std::min(wanted, most), format);
    return scale > most ? scaleBelow(scale, format) : scale;
}

/// Between the last two levels that differ, at the upper or the lower end of a book.
double codeBookEnd(std::span<const float> levels, bool upper) {
    const auto at = [&](std::size_t i) {
        return static_cast<double>(levels[upper ? levels.size() - 1 - i : i]);
    };
    std::size_t next = 1;
    while (next + 1 < levels.size() && at(next) == at(0)) {
        ++next;
    }
    return std::abs(at(next) - at(0));
}

bool epsilonStandsForZero(const ElementFormat& element, const QuantScheme& scheme) {
    return scheme.convention == Convention::PyTorch && element.integer;
}

}  // namespace

Result<ParamChooser> ParamChooser::make(const QuantScheme& scheme) {
    const Result<ElementFormat> element = elementFormat(scheme);
    if (!element) {
        return tl::unexpected(element.error());
    }
    if (scheme.convention == Convention::TensorRt && element->integer && !scheme.symmetric) {
        return fail(ErrorCode::InvalidArgument, "TensorRT has no zero points", "convention",
                    "Choose a symmetric scheme");
    }
    return ParamChooser(scheme, *element);
}

ParamChooser::ParamChooser(const QuantScheme& scheme, const ElementFormat& element)
    : m_scheme(&scheme), m_element(element) {
    const NumberFormat& format = *element.format;
    if (format.kind == FormatKind::CodeBook) {
        m_nearest = std::abs(*std::ranges::min_element(
            format.levels, {}, [](float level) { return std::abs(level); }));
        m_lowStep = codeBookEnd(format.levels, false);
        m_highStep = codeBookEnd(format.levels, true);
    } else if (!element.integer) {
        m_highStep = unitInLastPlace(format, element.highest);
        m_lowStep = m_highStep;
    }
}

RealRange ParamChooser::clippingRange(double lo, double hi) const {
    const bool evenLevels = !m_element.integer && -m_element.lowest == m_element.highest;
    if (evenLevels || (m_element.integer && m_scheme->symmetric)) {
        const double magnitude = std::max(std::abs(lo), std::abs(hi));
        return {0 - magnitude, magnitude};  // of 0 and not of -0
    }
    return {std::min(lo, 0.0), std::max(hi, 0.0)};
}

std::optional<double> ParamChooser::scaleOf(double lo, double hi) const {
    const RealRange clip = clippingRange(lo, hi);
    const bool allZero = clip.lo == 0 && clip.hi == 0;
    if (allZero && !epsilonStandsForZero(m_element, *m_scheme)) {
        return std::nullopt;
    }
    const double scale = finiteScale(quotient(lo, hi), m_element, m_scheme->scaleFormat);
    // The smallest scale of a format may be far too large: 0 is nearer then than any level, if a
    // book has none of 0.
    const bool zeroIsNearer = m_nearest * scale > 2 * std::max(std::abs(lo), std::abs(hi));
    return zeroIsNearer ? std::nullopt : std::optional(scale);
}

double ParamChooser::quotient(double lo, double hi) const {
    return m_element.integer ? idealScale(clippingRange(lo, hi), m_element, *m_scheme)
                             : scaleOfLevels(lo, hi, m_element);
}

QuantParams ParamChooser::choose(double lo, double hi) const {
    if (!m_element.scaled) {
        return {};
    }
    const std::optional<double> scale = scaleOf(lo, hi);
    return scale ? forScale(*scale, lo, hi) : zeroUnit();
}

QuantParams ParamChooser::zeroUnit() const {
    QuantParams params;
    params.scale = m_element.hasZero ? 1 : 0;
    if (m_scheme->symmetric) {
        params.zeroPoint = symmetricZeroPoint(m_element, *m_scheme);
    }
    return params;
}

QuantParams ParamChooser::forScale(double scale, double lo, double hi) const {
    QuantParams params;
    params.scale = scale;
    const bool affine = m_element.integer && !m_scheme->symmetric;
    if (!m_element.integer || (affine && scale == 0)) {
        return params;
    }
    params.zeroPoint = m_scheme->symmetric
                           ? symmetricZeroPoint(m_element, *m_scheme)
                           : clampedZeroPoint(affineZeroPoint(scale, clippingRange(lo, hi),
                                                              m_element.codes, *m_scheme),
                                              m_element.codes);
    return params;
}

ScaleEquation ParamChooser::scaleEquation(double lo, double hi) const {
    using Kind = ScaleEquation::Kind;
    if (!m_element.scaled) {
        return {};
    }
    const RealRange clip = clippingRange(lo, hi);
    if (!scaleOf(lo, hi)) {
        return {Kind::Zeros, clip, 0, 1, zeroUnit().scale};
    }
    ScaleEquation equation{Kind::Magnitude, clip, clip.hi, m_element.highest, quotient(lo, hi)};
    if (m_element.integer) {
        const bool pytorch = m_scheme->convention == Convention::PyTorch;
        const double steps = static_cast<double>(m_element.codes.qmax) - m_element.codes.qmin;
        equation.divisor = pytorch ? steps / 2 : m_element.largest;
        if (!m_scheme->symmetric) {
            equation.kind = Kind::Width;
            equation.numerator = clip.hi - clip.lo;
            equation.divisor = steps;
        }
        equation.epsilon = pytorch && equation.quotient == std::numeric_limits<float>::epsilon();
    } else if (-m_element.lowest != m_element.highest) {
        equation.kind = Kind::Above;
        if (std::max(hi, 0.0) / m_element.highest != equation.quotient) {
            equation.kind = Kind::Below;
            equation.numerator = clip.lo;
            equation.divisor = m_element.lowest < 0 ? m_element.lowest : -1;
        }
    }
    return equation;
}

ZeroPointEquation ParamChooser::zeroPointEquation(double scale, double lo, double hi) const {
    using Kind = ZeroPointEquation::Kind;
    if (!m_element.integer) {
        return {};
    }
    if (m_scheme->symmetric) {
        const std::int32_t middle = symmetricZeroPoint(m_element, *m_scheme);
        return {m_element.format->isSigned ? Kind::Zero : Kind::Middle, middle, 0, {}};
    }
    const RealRange clip = clippingRange(lo, hi);
    const CodeRange& codes = m_element.codes;
    const double asked = affineZeroPoint(scale, clip, codes, *m_scheme);
    ZeroPointEquation equation{Kind::LowestEnd, codes.qmin, clip.lo, {}};
    if (m_scheme->convention == Convention::PyTorch) {
        equation.kind = Kind::RoundFirst;
    } else if (m_scheme->convention == Convention::TfLite && !lowEndErrsLess(scale, clip, codes)) {
        equation = {Kind::HighestEnd, codes.qmax, clip.hi, {}};
    }
    if (const std::int32_t kept = clampedZeroPoint(asked, codes); kept != asked) {
        equation.limit = kept;
    }
    return equation;
}

ParamEquation ParamChooser::equation(double lo, double hi) const {
    const ScaleEquation scale = scaleEquation(lo, hi);
    const bool affine = m_element.integer && !m_scheme->symmetric;
    if (scale.kind == ScaleEquation::Kind::Zeros && affine) {
        return {scale, {ZeroPointEquation::Kind::Zero, 0, 0, {}}};
    }
    return {scale, zeroPointEquation(choose(lo, hi).scale, lo, hi)};
}

Result<ParamEquation> paramEquation(double lo, double hi, const QuantScheme& scheme) {
    if (const auto params = chooseParams(lo, hi, scheme); !params) {
        return tl::unexpected(params.error());
    }
    return ParamChooser::make(scheme)->equation(lo, hi);
}

double timesFiner(const QuantScheme& scheme, int more) {
    const NumberFormat* format = findNumberFormat(scheme.format);
    if (format == nullptr || format->kind != FormatKind::Integer) {
        return 1;
    }
    QuantScheme other = scheme;
    other.format =
        (scheme.format.starts_with('u') ? "uint" : "int") + std::to_string(format->bits + more);
    const auto now = paramEquation(-1, 1, scheme);
    const auto then = paramEquation(-1, 1, other);
    return now && then ? now->scale.quotient / then->scale.quotient : 1;
}

RealRange ParamChooser::representable(const QuantParams& params) const {
    if (m_element.integer) {
        return {params.scale * (m_element.codes.qmin - params.zeroPoint),
                params.scale * (m_element.codes.qmax - params.zeroPoint)};
    }
    return {params.scale * m_element.lowest, params.scale * m_element.highest};
}

RealRange ParamChooser::clipRange(const RealRange& asked, const QuantParams& params) const {
    RealRange reached = representable(params);
    if (m_element.integer && m_scheme->symmetric) {
        // A symmetric scheme aims at a range with two like ends: the lowest code lies beyond it.
        reached = {-params.scale * m_element.largest, params.scale * m_element.largest};
    }
    // A plain cast aims at no range: what its format holds is not clipped.
    return m_element.scaled ? zeropoint::clipRange(asked, reached, m_lowStep * params.scale,
                                                   m_highStep * params.scale)
                            : reached;
}

}  // namespace zeropoint
