// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"
#include "core/scheme/element_format.h"
#include "core/scheme/error_sums.h"

#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

/// The scalar rule of a scheme (affine.h) over stretches of values that share parameters, at the
/// speed of memory for nearest rounding. `first` is the index of x[0] in its tensor: stochastic
/// rounding draws by index. Infinities saturate; NaN becomes real zero in integer formats and in
/// formats without a NaN.
class Quantizer {
public:
    static Result<Quantizer> make(const QuantScheme& scheme);

    const ElementFormat& element() const { return m_element; }

    /// codes.size() == x.size(). Returns how many values were NaN.
    std::size_t quantize(std::span<const float> x, const QuantParams& params, std::uint64_t first,
                         std::span<std::int32_t> codes) const;
    void dequantize(std::span<const std::int32_t> codes, const QuantParams& params,
                    std::span<float> out) const;
    void fakeQuantize(std::span<const float> x, const QuantParams& params, std::uint64_t first,
                      std::span<float> out) const;
    /// Error of the stretch against a clipping range; see ErrorSums.
    ErrorSums error(std::span<const float> x, const QuantParams& params, const RealRange& clip,
                    std::uint64_t first) const;

    std::int64_t encodeOne(float x, const QuantParams& params, std::uint64_t index) const;
    float decodeOne(std::int64_t code, const QuantParams& params) const;

private:
    explicit Quantizer(const ElementFormat& element) : m_element(element) {}
    template <typename Use>
    auto withRule(const QuantParams& params, Use use) const;

    ElementFormat m_element;
    Rounding m_rounding = Rounding::NearestEven;
    bool m_inverse = false;
    std::uint64_t m_seed = 0;
    FormatLimits m_limits;
    std::vector<float> m_levels;  ///< of code books, ascending
    std::vector<float> m_edges;   ///< between them: a value at or below belongs to the lower level
};

}  // namespace zeropoint
