// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat_input.h"

namespace zeropoint {

QatInput::QatInput(const QuantScheme& scheme, const ElementFormat& element)
    : m_scheme(scheme), m_element(element), m_chooser(*ParamChooser::make(m_scheme)) {}

Grid QatInput::choose(const RealRange& range) const {
    return Grid::of(m_chooser.choose(range.lo, range.hi), m_element.codes);
}

Result<ElementFormat> QatInput::integerElement(const QuantScheme& scheme, const WeightSite& site) {
    auto element = elementFormat(scheme);
    if (!element) {
        return element;
    }
    if (!element->integer || effectiveRounding(scheme) != Rounding::NearestEven) {
        return fail(ErrorCode::Unsupported,
                    "Training through a quantizer takes integer formats rounded to nearest",
                    site.name, "Choose int2 to int16 or uint2 to uint16");
    }
    if (const auto chooser = ParamChooser::make(scheme); !chooser) {
        return tl::unexpected(chooser.error());
    }
    return element;
}

}  // namespace zeropoint
