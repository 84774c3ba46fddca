// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/convert.h"
#include "core/scheme/affine.h"
#include "core/scheme/element_format.h"
#include "core/scheme/error_sums.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace zeropoint {

/// What values beyond the largest level become: from magnitude `from` on, in steps of the scale,
/// they are `value` (infinity or NaN) with their sign. A NaN in `from` means that they saturate.
struct Beyond {
    float from = std::numeric_limits<float>::quiet_NaN();
    float value = 0;
};

/// The scalar rule of a scheme (affine.h) over stretches of values that share parameters, at the
/// speed of memory for nearest rounding. `first` is the index of x[0] in its tensor: stochastic
/// rounding draws by index. Infinities saturate, or stay infinite where the scheme overflows to
/// specials; NaN becomes real zero in integer formats and in formats without a NaN.
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
    /// Error of the stretch; `clip` says which values are clipped (ParamChooser::clipRange).
    ErrorSums error(std::span<const float> x, const QuantParams& params, const RealRange& clip,
                    std::uint64_t first) const;

    /// x in steps of the scale, by the arithmetic of the codes; 0 where the scale is 0.
    float scaledOne(float x, const QuantParams& params) const;
    std::int64_t encodeOne(float x, const QuantParams& params, std::uint64_t index) const;
    float decodeOne(std::int64_t code, const QuantParams& params) const;

private:
    explicit Quantizer(const ElementFormat& element) : m_element(element) {}
    std::size_t quantizeFloats(std::span<const float> x, const QuantParams& params,
                               std::uint64_t first, std::span<std::int32_t> codes) const;
    void encodeBulk(std::span<const float> x, const QuantParams& params,
                    std::span<std::int32_t> codes) const;
    template <typename Use>
    auto withRule(const QuantParams& params, Use use) const;

    ElementFormat m_element;
    Rounding m_rounding = Rounding::NearestEven;
    bool m_inverse = false;
    std::uint64_t m_seed = 0;
    FormatLimits m_limits;
    bool m_special = false;  ///< overflow becomes infinite or NaN
    Beyond m_beyond;
    std::optional<BulkFormat> m_bulk;  ///< of formats that whole tensors are converted to
    std::vector<float> m_levels;       ///< of code books, ascending
    std::vector<float> m_edges;  ///< between them: a value at or below belongs to the lower level
};

}  // namespace zeropoint
