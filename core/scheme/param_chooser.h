// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"
#include "core/scheme/element_format.h"
#include "core/scheme/param_equation.h"
#include "core/support/error.h"

#include <optional>

namespace zeropoint {

/// chooseParams for many units: the scheme is looked up and checked once. Ranges given to it must
/// be finite with lo <= hi. Keeps a reference to the scheme.
class ParamChooser {
public:
    /// Refuses what elementFormat refuses, and asymmetric integers under TensorRT's convention.
    static Result<ParamChooser> make(const QuantScheme& scheme);

    const ElementFormat& element() const { return m_element; }
    RealRange clippingRange(double lo, double hi) const;
    QuantParams choose(double lo, double hi) const;
    /// What choose() works out, in words of its own.
    ParamEquation equation(double lo, double hi) const;
    QuantParams forScale(double scale, double lo, double hi) const;
    RealRange representable(const QuantParams& params) const;
    /// Which values of a unit are clipped, given the range that was asked for (clippingRange).
    RealRange clipRange(const RealRange& asked, const QuantParams& params) const;

private:
    ParamChooser(const QuantScheme& scheme, const ElementFormat& element);
    QuantParams zeroUnit() const;
    /// Nothing where 0 is all that a unit can hold.
    std::optional<double> scaleOf(double lo, double hi) const;
    /// The scale before it is stored.
    double quotient(double lo, double hi) const;
    ScaleEquation scaleEquation(double lo, double hi) const;
    ZeroPointEquation zeroPointEquation(double scale, double lo, double hi) const;

    const QuantScheme* m_scheme;
    ElementFormat m_element;
    double m_nearest = 0;  ///< magnitude of the level nearest to 0, before the scale
    double m_lowStep = 1;  ///< between the two outermost levels, before the scale
    double m_highStep = 1;
};

}  // namespace zeropoint
